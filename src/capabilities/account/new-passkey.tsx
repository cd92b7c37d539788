import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../web/client.ts';
import { makePasskey } from '../../web/passkey.ts';
import { addPasskey, beginPasskey, type OwnAccount, readAccount } from './contract.ts';

type Wanted = { password: string; name: string };

/** Asks the server, lets the device make the passkey, and keeps it. */
export function useNewPasskey(): UseMutationResult<OwnAccount, Error, Wanted> {
  const queries = useQueryClient();
  return useMutation<OwnAccount, Error, Wanted>({
    mutationFn: async ({ password, name }) => {
      const { challenge, options } = await call(beginPasskey, { password });
      return call(addPasskey, { challenge, answer: await makePasskey(options), name });
    },
    onSuccess: (account) => queries.setQueryData([readAccount.id, {}], account),
  });
}
