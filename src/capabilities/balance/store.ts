import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { KeptStep } from './kept-step.ts';

export async function readKeptSteps(db: Db): Promise<KeptStep[]> {
  const rows = await db.selectFrom('next_step').selectAll().orderBy('changed_at', 'desc').limit(1000).execute();
  return rows.map((row) => ({
    key: row.step_key,
    ownerId: row.owner_id as PersonId | null,
    due: row.due_day as Day | null,
    outcome: row.outcome as KeptStep['outcome'],
    result: row.result,
    evidenceKey: row.evidence_key,
    text: row.text,
    changedAt: row.changed_at,
  }));
}

/** Keeps what was said about a step; what is not given stays as it was. */
export async function saveStep(db: Db, step: Omit<KeptStep, 'changedAt'> & { changedBy: string }): Promise<void> {
  const row = {
    step_key: step.key,
    owner_id: step.ownerId,
    due_day: step.due,
    outcome: step.outcome,
    result: step.result,
    evidence_key: step.evidenceKey,
    text: step.text,
    changed_by: step.changedBy,
  };
  await db
    .insertInto('next_step')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'step_key']).doUpdateSet({
        ...row,
        owner_id: sql`coalesce(excluded.owner_id, next_step.owner_id)`,
        due_day: sql`coalesce(excluded.due_day, next_step.due_day)`,
        changed_at: sql`now()`,
      }),
    )
    .execute();
}
