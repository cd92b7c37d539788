import type { Refusal } from '../../base/errors.ts';
import type { Instant } from '../../base/time.ts';

/** How a try ended. again: nothing arrived, and it may later; unsure: it may have arrived; failed: it never will. */
export type Outcome =
  | { kind: 'sent' }
  | { kind: 'again'; why: string; notBefore: Instant | null }
  | { kind: 'failed'; why: string }
  | { kind: 'unsure'; why: string };

const MINUTE = 60_000;
/** Minutes until the next try, after the first, the second … : an hour and a half in all, so still in the morning. */
const PAUSES = [1, 5, 20, 60] as const;

/** When something is tried again after so many tries; null: it was tried often enough. */
export function tryAgainAt(tries: number, now: Instant, notBefore: Instant | null): Instant | null {
  const pause = PAUSES[tries - 1];
  if (pause === undefined) return null;
  return Math.max(now + pause * MINUTE, notBefore ?? 0) as Instant;
}

/** What the server at the end of a webhook answered. */
type Answer = { status: number; retryAfter: string | null; host: string; now: Instant };

/** A status says whether the message was taken: only where it surely wasn't and later may be is it sent again. */
export function outcomeOf({ status, retryAfter, host, now }: Answer): Outcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  const said = `${host} answered ${status}`;
  switch (status) {
    case 408:
    case 425:
    case 429:
    case 500:
    case 503:
      return { kind: 'again', why: `${said}: it could not take the message.`, notBefore: readPause(retryAfter, now) };
    // A gateway that gave up waiting: what stands behind it may have gone on.
    case 502:
    case 504:
      return { kind: 'unsure', why: `${said}: what stands behind it may have taken the message all the same.` };
    case 401:
    case 403:
      return { kind: 'failed', why: `${said}: it lets nobody post by this address any more. Make a new one there.` };
    case 404:
    case 410:
      return { kind: 'failed', why: `${said}: this address is gone. Make a new one there.` };
    case 413:
      return { kind: 'failed', why: `${said}: the message is too long for it.` };
    default:
      return { kind: 'failed', why: `${said}: it doesn’t take the message. Is it the address of such a webhook?` };
  }
}

/** Retry-After: seconds, or a date. Null: none, or nothing that could be meant. */
function readPause(text: string | null, now: Instant): Instant | null {
  if (text === null) return null;
  if (/^\d{1,6}$/.test(text.trim())) return (now + Number(text) * 1000) as Instant;
  const at = Date.parse(text);
  return Number.isFinite(at) ? (at as Instant) : null;
}

/** A refusal of our own door to the outside, or of the mail server: its details say whether anything arrived. */
export function outcomeOfRefusal({ code, message, details }: Refusal): Outcome {
  if (details.reached === true)
    return { kind: 'unsure', why: `${message} It may have arrived, so it is not sent again.` };
  if (code === 'unavailable' && details.never !== true) return { kind: 'again', why: message, notBefore: null };
  return { kind: 'failed', why: message };
}
