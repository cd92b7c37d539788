import { type UseMutationResult, type UseQueryResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { readWhereabouts, type Whereabouts } from '../capabilities/welcome/contract.ts';
import type { Operation } from '../platform/contract.ts';
import { call, useOperation } from './client.ts';

/** Which firm is open, and what it holds. */
export function useWhereabouts(): UseQueryResult<Whereabouts, Error> {
  return useOperation(readWhereabouts, {});
}

/** To be read again where it changed what one may do here. */
export const WHEREABOUTS: { id: string } = readWhereabouts;

/** Changes which firm is open: nothing of the firm before may stay on screen. */
export function useFirmChange<In extends object>(
  operation: Operation<In, Whereabouts>,
): UseMutationResult<Whereabouts, Error, In> {
  const queries = useQueryClient();
  return useMutation<Whereabouts, Error, In>({
    mutationFn: (input) => call(operation, input),
    onSuccess: (where) => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== readWhereabouts.id });
      queries.setQueryData([readWhereabouts.id, {}], where);
    },
  });
}
