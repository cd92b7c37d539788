import { Refusal } from '../../base/errors.ts';
import type { Instant } from '../../base/time.ts';
import type { DoorContext } from '../context.ts';
import { countAttempts, deleteAttempts, deleteAttemptsOf, insertAttempt, lockKey } from './guard.store.ts';
import { ATTEMPTS_COUNT_MS, lockedUntil, NETWORK_FAILURES, NETWORK_WINDOW_MS, networkOf, waitInWords } from './lock.ts';

const MINUTE = 60_000;

/** One try at an address, counted as failed until it is said that it wasn't. */
export type Attempt = {
  /** If this one fails, the address has to wait from now on. */
  locks: boolean;
  /** There was no other at this address in the minute before. */
  isFirst: boolean;
  /** It was right: earlier failures of this address are forgotten. */
  succeeded(): Promise<void>;
  /** It was right, but not the last step: it doesn't count, and neither are earlier failures forgotten. */
  takeBack(): Promise<void>;
};

/**
 * Lets somebody try a password or code for an address, or refuses because there were too many failures. Works alike for
 * addresses that nobody has.
 */
export async function claimAttempt(
  ctx: Pick<DoorContext, 'database' | 'secrets' | 'now' | 'ip'>,
  email: string,
): Promise<Attempt> {
  const now = ctx.now();
  const network = ctx.secrets.sign(networkOf(ctx.ip), 'attempts of a network');
  const address = ctx.secrets.sign(email.toLowerCase(), 'attempts at an address');
  const since = (ms: number) => (now - ms) as Instant;
  const { ids, locks, isFirst } = await ctx.database.transactAsInstall('sign-in', async (db) => {
    await lockKey(db, network);
    const here = await countAttempts(db, network, since(NETWORK_WINDOW_MS));
    if (here.count >= NETWORK_FAILURES)
      throw new Refusal('too-many', 'There were too many wrong tries from your network: try again in 15 minutes.');
    await lockKey(db, address);
    const earlier = await countAttempts(db, address, since(ATTEMPTS_COUNT_MS));
    const until = lockedUntil(earlier, now);
    if (until !== undefined)
      throw new Refusal(
        'too-many',
        `There were too many wrong tries for this address: try again ${waitInWords(until, now)}.`,
      );
    const ids = [await insertAttempt(db, network, now), await insertAttempt(db, address, now)];
    const isFirst = earlier.last === null || now - earlier.last >= MINUTE;
    return { ids, isFirst, locks: lockedUntil({ count: earlier.count + 1, last: now }, now) !== undefined };
  });
  const install = <T>(work: Parameters<typeof ctx.database.transactAsInstall<T>>[1]) =>
    ctx.database.transactAsInstall('sign-in', work);
  return {
    locks,
    isFirst,
    takeBack: () => install((db) => deleteAttempts(db, ids)),
    succeeded: () =>
      install(async (db) => {
        await deleteAttempts(db, ids);
        await deleteAttemptsOf(db, address);
      }),
  };
}
