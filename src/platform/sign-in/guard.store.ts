import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../db/connect.ts';
import { timestamp } from '../db/values.ts';

/** Lets one attempt at a time decide about a key, until the transaction ends: a hundred at once count as a hundred. */
export async function lockKey(db: Db, keyHash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${keyHash}, 0))`.execute(db);
}

/** How often a key failed since then, and when last. */
export async function countAttempts(
  db: Db,
  keyHash: string,
  since: Instant,
): Promise<{ count: number; last: Instant | null }> {
  const { rows } = await sql<{ count: number; last: Instant | null }>`
    select count(*) as count, max(at) as last from auth.attempt
    where key_hash = ${keyHash} and at > ${timestamp(since)}`.execute(db);
  return rows[0]!;
}

export async function insertAttempt(db: Db, keyHash: string, at: Instant): Promise<number> {
  const row = await db
    .insertInto('auth.attempt')
    .values({ key_hash: keyHash, at: timestamp(at) })
    .returning('attempt_id')
    .executeTakeFirstOrThrow();
  return row.attempt_id;
}

export async function deleteAttempts(db: Db, attemptIds: number[]): Promise<void> {
  await db.deleteFrom('auth.attempt').where('attempt_id', 'in', attemptIds).execute();
}

export async function deleteAttemptsOf(db: Db, keyHash: string): Promise<void> {
  await db.deleteFrom('auth.attempt').where('key_hash', '=', keyHash).execute();
}

export type ChallengeKind = 'passkey-add' | 'passkey-enter' | 'second-factor' | 'provider';

export async function insertChallenge(
  db: Db,
  challenge: { hash: string; kind: ChallengeKind; accountId: number | null; sealed: string },
  expiresAt: Instant,
): Promise<void> {
  await db
    .insertInto('auth.challenge')
    .values({
      challenge_hash: challenge.hash,
      kind: challenge.kind,
      account_id: challenge.accountId,
      secret: challenge.sealed,
      expires_at: timestamp(expiresAt),
    })
    .execute();
}

/** What a challenge was about, without using it up: a second factor may be mistyped. */
export async function readChallenge(
  db: Db,
  hash: string,
  kind: ChallengeKind,
  now: Instant,
): Promise<{ accountId: number | null; sealed: string } | undefined> {
  const row = await db
    .selectFrom('auth.challenge')
    .select(['account_id', 'secret'])
    .where('challenge_hash', '=', hash)
    .where('kind', '=', kind)
    .where('expires_at', '>', timestamp(now))
    .executeTakeFirst();
  return row && { accountId: row.account_id, sealed: row.secret };
}

/** Uses a challenge up; false: somebody else was faster. */
export async function deleteChallenge(db: Db, hash: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('auth.challenge')
    .where('challenge_hash', '=', hash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Clears away what has had its time. */
export async function forgetOld(db: Db, now: Instant, attemptsSince: Instant): Promise<void> {
  const at = timestamp(now);
  await db.deleteFrom('auth.attempt').where('at', '<', timestamp(attemptsSince)).execute();
  await db.deleteFrom('auth.challenge').where('expires_at', '<', at).execute();
  await db.deleteFrom('auth.sign_in_token').where('expires_at', '<', at).execute();
  await sql`delete from auth.session where expires_at < ${at} or seen_at + make_interval(days => idle_days) < ${at}`.execute(
    db,
  );
  await sql`delete from auth.invitation where expires_at < ${at} or used_at is not null`.execute(db);
}
