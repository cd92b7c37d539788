import { sql } from 'kysely';
import type { Db } from '../../platform/db/connect.ts';

/** Where a ticket opens in the firm's ticket system, with {number} in it; null: not said. */
export async function readTicketAddress(db: Db): Promise<string | null> {
  const row = await db.selectFrom('ticket_address').select('pattern').executeTakeFirst();
  return row?.pattern ?? null;
}

/** Keeps it; null: takes it away. */
export async function saveTicketAddress(db: Db, pattern: string | null): Promise<void> {
  await db.deleteFrom('ticket_address').execute();
  if (pattern !== null) await db.insertInto('ticket_address').values({ pattern }).execute();
}

/** The numbers under which the ticket system knows tickets. */
export async function readTicketNumbers(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: number; number: string }>`
    select ticket_id as id, external_id as number from ticket where ticket_id = any(${ids}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, number }) => [id, number]));
}
