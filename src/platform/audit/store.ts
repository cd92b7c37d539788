import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../db/connect.ts';
import { timestamp } from '../db/values.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { type AuditLine, type Head, hashLine, NEW_KEY } from './chain.ts';

/** What is to be written down; actor and standing are those of the transaction. */
export type AuditNote = {
  action: string;
  people?: readonly number[];
  details?: Record<string, string | number>;
  /** Nothing was changed, somebody only looked: the same look is written down once an hour. */
  look?: boolean;
};

const HOUR = 3_600_000;

/**
 * Adds one line to the log of this transaction's firm. Holds the end of the chain until the transaction ends, so call it
 * last. `orgId`, `actor` and `standing` are handed in as the transaction carries them.
 */
export async function appendAudit(
  db: Db,
  secrets: Secrets,
  by: { orgId: number; actor: string; standing: string },
  note: AuditNote,
  at: Instant,
): Promise<void> {
  const people = [...new Set(note.people ?? [])].sort((one, other) => one - other);
  const json = JSON.stringify(note.details ?? {});
  if (note.look && (await hasLooked(db, note.action, people, json, (at - HOUR) as Instant))) return;
  const { details, ...head } = await lockHead(db, json);
  const line = {
    orgId: by.orgId,
    seq: head.seq + 1,
    at,
    actor: by.actor,
    standing: by.standing,
    action: note.action,
    people: `{${people.join(',')}}`,
    details,
    previousHash: head.hash,
  };
  const hash = hashLine(secrets, line);
  const row = {
    seq: line.seq,
    at: timestamp(at),
    actor: line.actor,
    standing: line.standing,
    action: line.action,
    people,
    details,
    previous_hash: line.previousHash,
    hash,
  };
  await db
    .with('line', (inside) => inside.insertInto('audit_entry').values(row))
    .updateTable('audit_head')
    .set({ seq: line.seq, hash })
    .execute();
}

async function hasLooked(db: Db, action: string, people: number[], json: string, since: Instant): Promise<boolean> {
  const { rows } = await sql<{ looked: boolean }>`
    select app_looked(${action}, ${people}::bigint[], ${json}::jsonb, ${timestamp(since)}) as looked`.execute(db);
  return rows[0]!.looked;
}

/** The end of the chain, held until the transaction ends, and the details as this database writes them. */
async function lockHead(db: Db, json: string): Promise<Head & { details: string }> {
  const lock = sql<
    Head & { details: string }
  >`select seq, hash, ${json}::jsonb::text as details from audit_head for update`;
  const found = (await lock.execute(db)).rows[0];
  if (found) return found;
  await db
    .insertInto('audit_head')
    .values({ seq: 0, hash: '' })
    .onConflict((one) => one.doNothing())
    .execute();
  return (await lock.execute(db)).rows[0]!;
}

/** The end of the firm's chain; undefined: nothing was ever written. */
export async function readHead(db: Db): Promise<Head | undefined> {
  return db.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst();
}

/** Where the chain ends by its own account, and the highest line there is, both at one moment. */
export async function readEnds(db: Db): Promise<{ head: Head | undefined; last: number }> {
  const { rows } = await sql<{ seq: number | null; hash: string | null; last: number }>`
    select head.seq, head.hash, coalesce((select max(seq) from audit_entry where org_id = app_org()), 0) as last
    from (select 1) one left join audit_head head on true`.execute(db);
  const { seq, hash, last } = rows[0]!;
  return { head: seq === null || hash === null ? undefined : { seq, hash }, last };
}

/** The hash of one line; undefined: there is no such line, or not for this actor. */
export async function readHash(db: Db, seq: number): Promise<string | undefined> {
  const row = await db.selectFrom('audit_entry').select('hash').where('seq', '=', seq).executeTakeFirst();
  return row?.hash;
}

/** The firms of the install, also one that nobody may open any more, and which are samples. Not inside a firm. */
export async function listFirms(db: Db): Promise<{ orgId: number; sample: boolean }[]> {
  const { rows } = await sql<{ org_id: number; sample: boolean }>`select org_id, sample from app_firms()`.execute(db);
  return rows.map((row) => ({ orgId: row.org_id, sample: row.sample }));
}

/** The number of the line by which this firm's log went on under another key last; undefined: it never did. */
export async function readNewKey(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom('audit_entry')
    .select('seq')
    .where('action', '=', NEW_KEY)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq;
}

const BATCH = 2000;

/** The lines of the firm after one of them, in order, a batch at a time. */
export async function* readChain(db: Db, after = 0): AsyncGenerator<AuditLine> {
  let from = after;
  for (;;) {
    const { rows } = await sql<AuditLine>`
      select org_id as "orgId", seq, (extract(epoch from at) * 1000)::float8 as at, actor, standing, action,
             people::text as people, details::text as details, previous_hash as "previousHash", hash
      from audit_entry where org_id = app_org() and seq > ${from} order by seq limit ${BATCH}`.execute(db);
    yield* rows;
    if (rows.length < BATCH) return;
    from = rows.at(-1)!.seq;
  }
}
