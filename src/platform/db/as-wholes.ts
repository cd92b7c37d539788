import { sql } from 'kysely';
import type { Db } from './connect.ts';

/**
 * Reads with large tables joined as wholes. Right after a first import the planner has no statistics yet, takes 100,000 rows
 * for one and would go through them again for each: minutes instead of a second. Where an error ends it, it ends the
 * transaction too, and the setting with it.
 */
export async function asWholes<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await sql`set local enable_nestloop = off`.execute(db);
  const found = await work();
  await sql`set local enable_nestloop = on`.execute(db);
  return found;
}
