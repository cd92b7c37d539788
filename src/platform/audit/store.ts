import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../db/connect.ts';
import { timestamp } from '../db/values.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { type AuditLine, type Head, hashLine } from './chain.ts';

/** What is to be written down; actor and standing are those of the transaction. */
export type AuditNote = {
  action: string;
  people?: readonly number[];
  details?: Record<string, string | number>;
};

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
  const head = await lockHead(db);
  const line = {
    ...by,
    seq: head.seq + 1,
    at,
    action: note.action,
    people: [...new Set(note.people ?? [])].sort((one, other) => one - other),
    details: note.details ?? {},
    previousHash: head.hash,
  };
  const hash = hashLine(secrets, line);
  await db
    .insertInto('audit_entry')
    .values({
      seq: line.seq,
      at: timestamp(at),
      actor: line.actor,
      standing: line.standing,
      action: line.action,
      people: line.people,
      details: JSON.stringify(line.details),
      previous_hash: line.previousHash,
      hash,
    })
    .execute();
  await db.updateTable('audit_head').set({ seq: line.seq, hash }).execute();
}

async function lockHead(db: Db): Promise<Head> {
  const found = await db.selectFrom('audit_head').select(['seq', 'hash']).forUpdate().executeTakeFirst();
  if (found) return found;
  await db
    .insertInto('audit_head')
    .values({ seq: 0, hash: '' })
    .onConflict((one) => one.doNothing())
    .execute();
  return db.selectFrom('audit_head').select(['seq', 'hash']).forUpdate().executeTakeFirstOrThrow();
}

/** The end of the firm's chain; undefined: nothing was ever written. */
export async function readHead(db: Db): Promise<Head | undefined> {
  return db.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst();
}

type Row = {
  org_id: number;
  seq: number;
  at: Instant;
  actor: string;
  standing: string;
  action: string;
  people: number[];
  details: Record<string, string | number>;
  previous_hash: string;
  hash: string;
};

const BATCH = 2000;

/** Every line of the firm in order, a batch at a time. */
export async function* readChain(db: Db): AsyncGenerator<AuditLine> {
  let after = 0;
  for (;;) {
    const { rows } = await sql<Row>`select * from audit_entry where seq > ${after} order by seq limit ${BATCH}`.execute(
      db,
    );
    for (const row of rows) yield asLine(row);
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.seq;
  }
}

function asLine(row: Row): AuditLine {
  const { org_id: orgId, previous_hash: previousHash, ...rest } = row;
  return { orgId, previousHash, ...rest };
}
