import { sql } from 'kysely';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId, TeamId } from '../people/types.ts';
import { EVIDENCE_FACTORS, type Outcome, type TicketEvidence } from './types.ts';

/** The newest fit of each outcome that this firm has, with how many tickets it stands on. */
export async function readFits(
  db: Db,
): Promise<{ outcome: Outcome; dataVersion: number; modelVersion: string; evidence: TicketEvidence }[]> {
  const rows = await db.selectFrom('evidence_fit').selectAll().execute();
  return rows.map((row) => ({
    outcome: row.outcome as Outcome,
    dataVersion: row.data_version,
    modelVersion: row.model_version,
    evidence: row.effects as TicketEvidence,
  }));
}

/** Keeps the fit of an outcome in place of the one before. */
export async function saveFit(
  db: Db,
  outcome: Outcome,
  dataVersion: number,
  modelVersion: string,
  evidence: TicketEvidence,
): Promise<void> {
  const row = { outcome, data_version: dataVersion, model_version: modelVersion, effects: JSON.stringify(evidence) };
  await db
    .insertInto('evidence_fit')
    .values(row)
    .onConflict((conflict) => conflict.columns(['org_id', 'outcome']).doUpdateSet({ ...row, fitted_at: sql`now()` }))
    .execute();
}

/** Comparable resolved tickets of each first assignee, from the sums: its cost does not grow with tickets. */
export function readTicketCounts(db: Db): Promise<Map<PersonId, number>> {
  return countByFactor<PersonId>(db, 'technician');
}

/** Comparable resolved tickets of each team in whose queue they stood at first. */
export function readTeamTicketCounts(db: Db): Promise<Map<TeamId, number>> {
  return countByFactor<TeamId>(db, 'queue');
}

async function countByFactor<Id extends number>(
  db: Db,
  name: (typeof EVIDENCE_FACTORS)[number],
): Promise<Map<Id, number>> {
  const factor = EVIDENCE_FACTORS.indexOf(name) + 1;
  const rows = await db
    .selectFrom('evidence_cross')
    .select(({ fn }) => ['level_a', fn.sum<number>('n').as('n')])
    .where('factor_a', '=', factor)
    .where('factor_b', '=', factor)
    .groupBy('level_a')
    .execute();
  return new Map(rows.map((row) => [row.level_a as Id, row.n]));
}
