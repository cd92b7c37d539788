import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../db/connect.ts';
import { timestamp } from '../db/values.ts';

/** The key of a program as it is found by its hash: which firm, and the one operation that it opens. */
export type FoundToken = { orgId: number; tokenId: number; operation: string };

/** Whose key this is; undefined: nobody's, or an ended one. Not inside a firm. */
export async function findToken(db: Db, hash: string): Promise<FoundToken | undefined> {
  const { rows } = await sql<FoundToken>`
    select org_id as "orgId", token_id as "tokenId", operation from app_token(${hash})`.execute(db);
  return rows[0];
}

/** Notes that a key is in use; false: it was ended a moment ago. */
export async function touchToken(db: Db, tokenId: number, now: Instant): Promise<boolean> {
  const row = await db
    .updateTable('program_token')
    .set({ used_at: timestamp(now) })
    .where('token_id', '=', tokenId)
    .where('ended_at', 'is', null)
    .returning('token_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The keys of programs of this firm, the newest first; of one, only its hash is kept. */
export async function listTokens(
  db: Db,
  operation: string,
): Promise<{ tokenId: number; label: string; madeAt: Instant; usedAt: Instant | null; endedAt: Instant | null }[]> {
  const rows = await db
    .selectFrom('program_token')
    .select(['token_id', 'label', 'made_at', 'used_at', 'ended_at'])
    .where('operation', '=', operation)
    .orderBy('token_id', 'desc')
    .execute();
  return rows.map((row) => ({
    tokenId: row.token_id,
    label: row.label,
    madeAt: row.made_at as Instant,
    usedAt: row.used_at as Instant | null,
    endedAt: row.ended_at as Instant | null,
  }));
}

/** Keeps the hash of a new key. */
export async function insertToken(
  db: Db,
  token: { label: string; operation: string; hash: string; madeBy: string },
  now: Instant,
): Promise<number> {
  const row = await db
    .insertInto('program_token')
    .values({
      label: token.label,
      operation: token.operation,
      token_hash: token.hash,
      made_by: token.madeBy,
      made_at: timestamp(now),
    })
    .returning('token_id')
    .executeTakeFirstOrThrow();
  return row.token_id;
}

/** Ends a key at once; false: there is none of this number that still works. */
export async function endToken(db: Db, tokenId: number, now: Instant): Promise<boolean> {
  const row = await db
    .updateTable('program_token')
    .set({ ended_at: timestamp(now) })
    .where('token_id', '=', tokenId)
    .where('ended_at', 'is', null)
    .returning('token_id')
    .executeTakeFirst();
  return row !== undefined;
}
