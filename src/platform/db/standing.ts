import { sql } from 'kysely';
import type { Standing } from '../../base/roles.ts';
import type { Db } from './handle.ts';

/**
 * Does `work` in another standing within the same transaction, then goes back. For what the program has to compute from
 * rows that the actor may not see; what comes out of it is cut to what they may see (`readVisible`). Wait for it before
 * the next query: a transaction has one standing at a time.
 */
export async function standingAs<T>(db: Db, standing: Standing, work: (db: Db) => Promise<T>): Promise<T> {
  const { rows } = await sql<{ standing: string }>`select app_standing() as standing`.execute(db);
  const before = rows[0]!.standing as Standing;
  await setStanding(db, standing);
  try {
    return await work(db);
  } finally {
    // After an error of the database the transaction is lost anyway, and this with it.
    await setStanding(db, before).catch(() => undefined);
  }
}

async function setStanding(db: Db, standing: Standing): Promise<void> {
  // A literal, as every setting here: it is one of a few fixed words.
  await sql.raw(`set local app.standing = '${standing}'`).execute(db);
}

/** Whose numbers the actor of this transaction may see: the one rule, kept in the database (`app_visible`). */
export async function readVisible(db: Db): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ ids: number[] }>`select app_visible() as ids`.execute(db);
  return new Set(rows[0]!.ids.map(Number));
}

/** Which seats the actor of this transaction decides on (`app_decides`). */
export async function readDecided(db: Db): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ ids: number[] }>`select app_decides() as ids`.execute(db);
  return new Set(rows[0]!.ids.map(Number));
}
