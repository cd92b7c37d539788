import { ZodError } from 'zod';
import { REFUSALS, Refusal, type RefusalCode, type RefusalDetails } from '../../base/errors.ts';

export type ErrorAnswer = {
  status: number;
  body: { code: RefusalCode | 'bug'; message: string; details: RefusalDetails };
};

/** What a browser is told of anything that was thrown: a refusal's own sentence, or that it is our fault. */
export function errorAnswer(error: unknown): ErrorAnswer {
  const refusal = asRefusal(error);
  if (refusal)
    return {
      status: REFUSALS[refusal.code].status,
      body: { code: refusal.code, message: refusal.message, details: refusal.details },
    };
  return {
    status: 500,
    body: {
      code: 'bug',
      message: 'Something went wrong on our side and nothing was changed. Try again; if it stays, report it.',
      details: {},
    },
  };
}

const BROKEN_UPLOAD =
  /^(Multipart: |Unexpected end of (multipart|form)|Part terminated|Malformed part|Malformed content)/;

function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError) return badInput(error);
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (statusCode === 413 || code === 'FST_REQ_FILE_TOO_LARGE')
    return new Refusal('too-large', 'This is larger than Evenkeel takes: 2 MiB for a request, 2 GiB for a file.');
  if (statusCode === 429)
    return new Refusal('too-many', 'That was a lot of requests in a minute: wait a moment and try again.');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Refusal('bad-input', 'The request could not be read: send JSON as the API describes it.');
  // What reads uploads says so in words alone.
  if (error instanceof Error && BROKEN_UPLOAD.test(error.message))
    return new Refusal('bad-input', 'The file did not come through whole: send it again.', { field: 'file' });
  // PostgreSQL's own refusals of a value: a character it can't hold, a number out of range, a text too long.
  if (code !== undefined && /^(22|23)/.test(code))
    return new Refusal(
      'bad-input',
      "One of the values can't be stored as it is: shorten it, or remove unusual characters.",
    );
  // A statement that took too long (src/start.ts), ended by the database.
  if (code === '57014')
    return new Refusal(
      'unavailable',
      'This took longer than a minute, so it was stopped and nothing was changed: try again later.',
      {},
      error,
    );
  // Row-level security's own no: the database holds the line even where nothing above it did.
  if (code === '42501')
    return new Refusal('not-allowed', "Your role doesn't include this change, so nothing was changed.", {}, error);
  return undefined;
}

function badInput(error: ZodError): Refusal {
  const issue = error.issues[0]!;
  const field = issue.path.join('.');
  return new Refusal('bad-input', field ? `${field}: ${issue.message}` : issue.message, { field });
}
