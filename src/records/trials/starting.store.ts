import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';

/** Firms in which a trial is to begin by a day; a sample's story has a day of its own. Asked by the program outside any firm. */
export async function readStartingFirms(db: Db, today: Day): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select org_id as id from app_starting_trials(${today})`.execute(db);
  return rows.map(({ id }) => id);
}

/** Trials of a firm that both agreed on and that are to begin by a day. */
export async function readStarting(db: Db, today: Day): Promise<number[]> {
  const rows = await db
    .selectFrom('trial')
    .select('trial_id')
    .where('state', '=', 'agreed')
    .where('from_day', '<=', today)
    .orderBy('trial_id')
    .execute();
  return rows.map((row) => row.trial_id);
}

/** Takes a trial that is to begin until the transaction ends; false: it is no more to begin, or somebody else has it. */
export async function takeStarting(db: Db, trialId: number): Promise<boolean> {
  const row = await db
    .selectFrom('trial')
    .select('trial_id')
    .where('trial_id', '=', trialId)
    .where('state', '=', 'agreed')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row !== undefined;
}
