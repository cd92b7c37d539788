import { sql } from 'kysely';
import type { Db } from './connect.ts';

/** From this many rows on it pays at once: a day's tickets stay far below, and more take longer to bring in. */
const MANY_ROWS = 1000;

type BigTable = 'ticket' | 'ticket_event' | 'evidence_case';

/**
 * Tells the planner how these tables are now, where many rows were written: what it does by itself comes a minute after
 * the transaction, and the same transaction goes on to join them. The tables in one order everywhere, because each stays
 * locked against the same until the transaction ends.
 */
export async function renewStatistics(db: Db, written: number, tables: readonly BigTable[]): Promise<void> {
  if (written < MANY_ROWS) return;
  for (const table of tables) await sql`select renew_statistics(${table}::regclass)`.execute(db);
}
