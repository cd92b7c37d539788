import type { Instant } from '../../base/time.ts';
import type { DoorContext } from '../context.ts';
import type { Database } from '../db/connect.ts';
import { readAccountById } from './account.store.ts';
import { hashOf, newSecret } from './secrets.ts';
import { touchSession } from './session.store.ts';
import { beginSession } from './sessions.ts';
import { insertToken, type OpenSession, readSession, type TokenFor, useToken } from './store.ts';

/** Who acts on a start without accounts: whoever can read the terminal that Evenkeel was started from. */
export const SERVER_HOLDER = 'owner';

const MINUTE = 60_000;
/** The printed address is good for an hour: it stands in a log as long as the log is kept. */
const TOKEN_MINUTES = 60;
/** Whoever acts for somebody signs in again for the next day's work. */
const ACTING_DAYS = 0.5;

/** Makes a one-time sign-in token for an actor, for one use; `actingBy`: who signs in in that actor's name. */
export async function issueToken(
  database: Database,
  actor: string,
  now: Instant,
  { minutes = TOKEN_MINUTES, actingBy = null }: { minutes?: number; actingBy?: string | null } = {},
): Promise<string> {
  const token = newSecret();
  const until = (now + minutes * MINUTE) as Instant;
  await database.transactAsInstall('sign-in', (db) => insertToken(db, hashOf(token), { actor, actingBy }, until));
  return token;
}

/** Turns a one-time token into a session of its actor; false when the token is spent. */
export async function enter(ctx: DoorContext, token: string): Promise<boolean> {
  const begun = await beginSession(ctx, async (db) => {
    const whom = await useToken(db, hashOf(token), ctx.now());
    if (whom === undefined) return undefined;
    const accountId = accountOf(whom);
    // An account that has ended since.
    if (accountId !== null && (await readAccountById(db, accountId)) === undefined) return undefined;
    if (whom.actingBy === null) return { actor: whom.actor, accountId, method: 'address' };
    return { actor: whom.actor, accountId, method: 'acting', actingBy: whom.actingBy, days: ACTING_DAYS };
  });
  return begun !== undefined;
}

const accountOf = ({ actor }: TokenFor): number | null => {
  const number = /^account:(\d+)$/.exec(actor)?.[1];
  return number === undefined ? null : Number(number);
};

/** The session behind a cookie; undefined when there is none. Notes at most once a minute that it is in use. */
export async function findSession(
  database: Database,
  secret: string | undefined,
  now: Instant,
): Promise<OpenSession | undefined> {
  if (!secret) return undefined;
  return database.transactAsInstall('sign-in', async (db) => {
    const session = await readSession(db, hashOf(secret), now);
    if (session && now - session.seenAt >= MINUTE) await touchSession(db, session.sessionId, now);
    return session;
  });
}
