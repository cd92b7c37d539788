import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId, TeamId } from '../people/types.ts';
import type { CameOf, Measure, TeamAim, TeamTarget, TypedMeasure } from './types.ts';

/** Aims of every team, the newest quarter first. */
export async function readAims(db: Db): Promise<TeamAim[]> {
  const rows = await db.selectFrom('team_aim').selectAll().orderBy('quarter', 'desc').orderBy('team_id').execute();
  return rows.map((row) => ({
    teamId: row.team_id as TeamId,
    quarter: row.quarter as Day,
    text: row.text,
    ownerId: row.owner_id as PersonId | null,
    cameOf: row.came_of as CameOf | null,
  }));
}

/** Targets of every team, those that hold now first, then the last ended. */
export async function readTargets(db: Db): Promise<TeamTarget[]> {
  const rows = await db
    .selectFrom('team_target')
    .selectAll()
    .orderBy(sql`ended_on desc nulls first`)
    .orderBy('team_id')
    .orderBy('place')
    .execute();
  return rows.map((row) => ({
    teamId: row.team_id as TeamId,
    place: row.place as 1 | 2,
    measure: row.measure as Measure,
    value: row.value,
    withinHours: row.within_hours,
    words: row.words,
    fromDay: row.from_day as Day,
    endedOn: row.ended_on as Day | null,
  }));
}

/** What was typed of teams, the newest month first. */
export async function readTyped(db: Db): Promise<TypedMeasure[]> {
  const rows = await db.selectFrom('team_measure').selectAll().orderBy('month', 'desc').orderBy('team_id').execute();
  return rows.map((row) => ({
    teamId: row.team_id as TeamId,
    measure: row.measure as Measure,
    month: row.month as Day,
    value: row.value,
    of: row.of_count,
  }));
}

/** Keeps the aim of a quarter, in the place of what was said for it before. */
export async function saveAim(db: Db, { teamId, quarter, text, ownerId }: Omit<TeamAim, 'cameOf'>): Promise<void> {
  await db
    .insertInto('team_aim')
    .values({ team_id: teamId, quarter, text, owner_id: ownerId })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'team_id', 'quarter']).doUpdateSet({ text, owner_id: ownerId }),
    )
    .execute();
}

/** Keeps what came of the aim of a quarter; false: there is none. */
export async function saveCameOf(db: Db, teamId: TeamId, quarter: Day, cameOf: CameOf): Promise<boolean> {
  const rows = await db
    .updateTable('team_aim')
    .set({ came_of: cameOf })
    .where('team_id', '=', teamId)
    .where('quarter', '=', quarter)
    .returning('team_id')
    .execute();
  return rows.length > 0;
}

/** Locks a team's row until the transaction ends: two who set a target at once take different places. */
export async function lockTargets(db: Db, teamId: TeamId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('evenkeel targets ' || app_org() || ' ' || ${teamId}::text, 0))`.execute(
    db,
  );
}

/** Begins a target; one about the same that was set before ends on that day, or goes where it began on it. */
export async function saveTarget(db: Db, target: Omit<TeamTarget, 'endedOn'>): Promise<void> {
  const { teamId, place, measure, value, withinHours, words, fromDay } = target;
  await endTarget(db, teamId, measure, fromDay);
  const row = { team_id: teamId, place, measure, value, within_hours: withinHours, words, from_day: fromDay };
  await db.insertInto('team_target').values(row).execute();
}

/** Ends a target, which stays in the history unless it was set on the same day; false: there is none. */
export async function endTarget(db: Db, teamId: TeamId, measure: Measure, day: Day): Promise<boolean> {
  const gone = await db
    .deleteFrom('team_target')
    .where('team_id', '=', teamId)
    .where('measure', '=', measure)
    .where('ended_on', 'is', null)
    .where('from_day', '>=', day)
    .returning('target_id')
    .execute();
  const ended = await db
    .updateTable('team_target')
    .set({ ended_on: day })
    .where('team_id', '=', teamId)
    .where('measure', '=', measure)
    .where('ended_on', 'is', null)
    .returning('target_id')
    .execute();
  return gone.length + ended.length > 0;
}

/** Keeps what was typed for a month, in the place of what was typed for it before. */
export async function saveTyped(db: Db, { teamId, measure, month, value, of }: TypedMeasure): Promise<void> {
  await db
    .insertInto('team_measure')
    .values({ team_id: teamId, measure, month, value, of_count: of })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'team_id', 'measure', 'month']).doUpdateSet({ value, of_count: of }),
    )
    .execute();
}

/** Teams that the actor leads: whose seat they hold. */
export async function readLeads(db: Db): Promise<TeamId[]> {
  const { rows } = await sql<{ ids: number[] }>`select app_leads() as ids`.execute(db);
  return rows[0]!.ids as TeamId[];
}
