/**
 * Every way in which Evenkeel says no to a user, in one table: what a browser gets (HTTP status) and what a shell gets
 * (exit code, after sysexits.h).
 */
export const REFUSALS = {
  'bad-input': { status: 400, exit: 65 },
  'not-signed-in': { status: 401, exit: 77 },
  'not-allowed': { status: 403, exit: 77 },
  'not-found': { status: 404, exit: 66 },
  conflict: { status: 409, exit: 75 },
  'too-large': { status: 413, exit: 65 },
  'cannot-read': { status: 422, exit: 65 },
  'needs-answer': { status: 422, exit: 65 },
  'too-many': { status: 429, exit: 75 },
  unavailable: { status: 503, exit: 69 },
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** Where in the input the trouble is; every part that is known is given. */
export type RefusalDetails = {
  file?: string;
  /** 1-based line of the file, the header being line 1. */
  line?: number;
  column?: string;
  field?: string;
  [more: string]: unknown;
};

/** A refusal is an answer, not a crash: its message is one sentence that says what, where and what to do. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
  constructor(code: RefusalCode, message: string, details: RefusalDetails = {}, cause?: unknown) {
    super(message, { cause });
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
