import { z } from 'zod';

// In a browser the content policy forbids turning text into code; zod would try it, to check faster.
if ('document' in globalThis) z.config({ jitless: true });

/**
 * One operation, defined once: the server's route, its validation, the web client and the command line derive from it.
 * Path parameters, query and body are one flat input; the path says which of its fields are in the address.
 */
export type Operation<In = unknown, Out = unknown> = {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Fastify style: `/api/people/:personId`. */
  path: `/api/${string}`;
  /** What it does, in one sentence. */
  summary: string;
  /**
   * anyone: before sign-in; signed-in: needs a session; firm: needs a session that works in a firm; program: needs a key of its
   * own, which opens nothing else.
   */
  who: 'anyone' | 'signed-in' | 'firm' | 'program';
  /** Of one for programs: whose key opens it; absent: one made for it alone. */
  keyOf?: string;
  /** Headers that stand in each of its answers, refusals among them. */
  answersWith?: Readonly<Record<string, string>>;
  /** A question too long for an address: it keeps nothing, so the audit log takes it for the look that it is. */
  looks?: true;
  input: z.ZodType<In>;
  /** Phantom: the output's type. The server's routes must return it; see docs/decisions/0004. */
  readonly output?: Out;
};

/** Defines an operation; `.returns<Out>()` gives the type of its answer. */
export function operation<In>(definition: Omit<Operation<In>, 'output'>): { returns<Out>(): Operation<In, Out> } {
  return { returns: <Out>() => definition as Operation<In, Out> };
}

/** No input at all. */
export const nothing = z.object({});

/** A number in an address or a form. */
export const idField = z.coerce.number().int().positive();
/** A calendar day, YYYY-MM-DD. */
export const dayField = z.iso.date('Give a day as YYYY-MM-DD.');
export const nameField = z.string().trim().min(1, 'A name is needed.').max(200, 'At most 200 characters.');
