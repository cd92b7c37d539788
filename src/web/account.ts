import { type UseQueryResult, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { leave, type OwnAccount, readAccount } from '../capabilities/account/contract.ts';
import { call, useOperation } from './client.ts';

/** One's own account and its open sessions. */
export function useAccount(): UseQueryResult<OwnAccount, Error> {
  return useOperation(readAccount, {});
}

/** Signs out of this browser; nothing of what was read stays behind. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    // Also where the server doesn't answer: what was read must not stay for whoever comes next.
    await call(leave, {}).finally(() => queries.clear());
    // Before the next page begins to read: what it asked for must not be thrown away with the rest.
    queries.clear();
    await navigate({ to: '/sign-in' });
  };
}

/** Goes on after signing in: what was read before belonged to somebody else, or to nobody. */
export function useEnter(onward: string): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    queries.clear();
    await navigate({ href: onward, replace: true });
  };
}
