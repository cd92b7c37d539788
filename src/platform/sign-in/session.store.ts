import type { Instant } from '../../base/time.ts';
import type { Db } from '../db/connect.ts';
import { timestamp } from '../db/values.ts';
import type { Method } from './store.ts';

/** A session as its owner sees it. */
export type SessionLine = {
  sessionId: number;
  method: Method;
  createdAt: Instant;
  seenAt: Instant;
  browser: string | null;
  ip: string | null;
};

/** The open sessions of an actor, last used first. */
export async function listSessions(db: Db, actor: string, now: Instant): Promise<SessionLine[]> {
  const rows = await db
    .selectFrom('auth.session')
    .select(['session_id', 'method', 'created_at', 'seen_at', 'browser', 'ip'])
    .where('actor', '=', actor)
    .where('expires_at', '>', timestamp(now))
    .orderBy('seen_at', 'desc')
    .orderBy('session_id')
    .execute();
  return rows.map((row) => ({
    sessionId: row.session_id,
    method: row.method as Method,
    createdAt: row.created_at as Instant,
    seenAt: row.seen_at as Instant,
    browser: row.browser,
    ip: row.ip,
  }));
}

/** Notes that a session is in use. */
export async function touchSession(db: Db, sessionId: number, now: Instant): Promise<void> {
  await db
    .updateTable('auth.session')
    .set({ seen_at: timestamp(now) })
    .where('session_id', '=', sessionId)
    .execute();
}

/** Gives a session another secret, so that a copy of the earlier one is worth nothing; answers with when it ends; undefined: it has ended. */
export async function renewSession(db: Db, sessionId: number, sessionHash: string): Promise<Instant | undefined> {
  const row = await db
    .updateTable('auth.session')
    .set({ session_hash: sessionHash })
    .where('session_id', '=', sessionId)
    .returning('expires_at')
    .executeTakeFirst();
  return row?.expires_at as Instant | undefined;
}

/** Ends one session of an actor; false: they have none of that number. */
export async function endSessionOf(db: Db, actor: string, sessionId: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('auth.session')
    .where('actor', '=', actor)
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends every session of an actor but one. */
export async function endOtherSessionsOf(db: Db, actor: string, keep: number): Promise<void> {
  await db.deleteFrom('auth.session').where('actor', '=', actor).where('session_id', '<>', keep).execute();
}

/** Ends every session of an actor, in whatever firm; `keep`: but this one. */
export async function endAllSessionsOf(db: Db, actor: string, keep: number | null): Promise<void> {
  if (keep !== null) return endOtherSessionsOf(db, actor, keep);
  await db.deleteFrom('auth.session').where('actor', '=', actor).execute();
}

/** Ends the sessions of an actor that work in one firm. */
export async function endSessionsIn(db: Db, actor: string, orgId: number): Promise<void> {
  await db.deleteFrom('auth.session').where('actor', '=', actor).where('org_id', '=', orgId).execute();
}

/** Ends the session with this hash, whoever's it is. */
export async function endSessionBy(db: Db, sessionHash: string): Promise<void> {
  await db.deleteFrom('auth.session').where('session_hash', '=', sessionHash).execute();
}
