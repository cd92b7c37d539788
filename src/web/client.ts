import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Operation } from '../platform/contract.ts';
import { askedOf } from './address.ts';

/** The server's no: one sentence that says what, where and what to do. */
export class Declined extends Error {
  readonly code: string;
  readonly details: Record<string, unknown>;
  readonly status: number;
  constructor(status: number, code: string, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'Declined';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** Reads the server's refusal; a body that isn't one still gives a sentence. */
export function declinedOf(status: number, body: unknown): Declined {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  const message =
    typeof error.message === 'string' ? error.message : `The server answered ${status} and gave no reason.`;
  const code = typeof error.code === 'string' ? error.code : 'unknown';
  return new Declined(status, code, message, isRecord(error.details) ? error.details : {});
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Carries out one operation of the contract. Throws `Declined` with the server's sentence. */
export async function call<In extends object, Out>(operation: Operation<In, Out>, input: In): Promise<Out> {
  const { url, body } = askedOf(operation, input);
  const response = await reach(url, {
    method: operation.method,
    headers: body ? { 'content-type': 'application/json', accept: 'application/json' } : { accept: 'application/json' },
    body: body ? JSON.stringify(body) : null,
    credentials: 'same-origin',
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw declinedOf(response.status, answer);
  return answer as Out;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    const gone = new Declined(
      0,
      'unreachable',
      "Evenkeel doesn't answer. Is it still running? Start it with npm start.",
    );
    gone.cause = cause;
    throw gone;
  }
}

type ReadOptions<Out> = {
  enabled?: boolean;
  /** Milliseconds between reads, or false to stop; may depend on what was read last. */
  every?: (last: Out | undefined) => number | false;
  /** Shows what was read for the previous input until the next answer is there. */
  keep?: boolean;
};

/** Reads an operation and keeps it fresh. */
export function useOperation<In extends object, Out>(
  operation: Operation<In, Out>,
  input: In,
  options: ReadOptions<Out> = {},
): UseQueryResult<Out, Error> {
  const { enabled = true, every, keep } = options;
  return useQuery<Out, Error>({
    queryKey: [operation.id, input],
    queryFn: () => call(operation, input),
    enabled,
    ...(every ? { refetchInterval: (query) => every(query.state.data) } : {}),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Carries out an operation that changes something; afterwards everything that may have moved is read again. */
export function useAction<In extends object, Out>(
  operation: Operation<In, Out>,
  options: { invalidates?: readonly { id: string }[] } = {},
): UseMutationResult<Out, Error, In> {
  const queries = useQueryClient();
  const { invalidates } = options;
  return useMutation<Out, Error, In>({
    mutationFn: (input) => call(operation, input),
    onSuccess: async () => {
      if (!invalidates) return queries.invalidateQueries();
      await Promise.all(invalidates.map(({ id }) => queries.invalidateQueries({ queryKey: [id] })));
    },
  });
}

/** Carries out an operation that answers with what another one reads: the answer takes its place on screen. */
export function useRewrite<In extends object, Out>(
  operation: Operation<In, Out>,
  reads: { id: string },
): UseMutationResult<Out, Error, In> {
  const queries = useQueryClient();
  return useMutation<Out, Error, In>({
    mutationFn: (input) => call(operation, input),
    onSuccess: (answer) => queries.setQueryData([reads.id, {}], answer),
  });
}
