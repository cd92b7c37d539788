import type { Instant } from '../../base/time.ts';
import type { Database } from '../db/connect.ts';
import { hashOf, newSecret } from './secrets.ts';
import { insertSession, insertToken, type OpenSession, readFirmAccess, readSession, useToken } from './store.ts';

/** Who acts on a start without accounts: whoever can read the terminal that Evenkeel was started from. */
export const SERVER_HOLDER = 'owner';

const HOUR = 3_600_000;
const TOKEN_HOURS = 24;
export const SESSION_DAYS = 30;

const later = (now: Instant, hours: number) => (now + hours * HOUR) as Instant;

/** Makes a one-time sign-in token for an actor; good for a day, for one use. */
export async function issueToken(database: Database, actor: string, now: Instant): Promise<string> {
  const token = newSecret();
  await database.transactAsInstall('sign-in', (db) => insertToken(db, hashOf(token), actor, later(now, TOKEN_HOURS)));
  return token;
}

/** Turns a one-time token into a session that begins in the actor's newest firm; undefined when the token is spent. */
export async function enter(database: Database, token: string, now: Instant): Promise<string | undefined> {
  return database.transactAsInstall('sign-in', async (db) => {
    const actor = await useToken(db, hashOf(token), now);
    if (actor === undefined) return undefined;
    const secret = newSecret();
    const firms = await readFirmAccess(db, actor);
    await insertSession(
      db,
      { sessionHash: hashOf(secret), actor, orgId: firms.at(-1)?.orgId ?? null },
      later(now, SESSION_DAYS * 24),
    );
    return secret;
  });
}

/** The session behind a cookie; undefined when there is none. */
export async function findSession(
  database: Database,
  secret: string | undefined,
  now: Instant,
): Promise<OpenSession | undefined> {
  if (!secret) return undefined;
  return database.transactAsInstall('sign-in', (db) => readSession(db, hashOf(secret), now));
}
