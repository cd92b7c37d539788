import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { SeatId } from '../people/types.ts';
import type { GrowthFacts, KeptScenario, LeaversKept, MeasuredNote, PlanRow, SeatOfGrowth } from './types.ts';

/** What the firm has told; nothing told: all null. */
export async function readGrowthFacts(db: Db): Promise<GrowthFacts> {
  const row = await db.selectFrom('growth_firm').selectAll().executeTakeFirst();
  const { leavers, leavers_years: years } = row ?? { leavers: null, leavers_years: null };
  return {
    founded: row?.founded ?? null,
    endpoints: row?.endpoints ?? null,
    coordinators: row?.coordinators ?? null,
    managers: row?.managers ?? null,
    left: leavers === null || years === null ? null : { leavers, years },
  };
}

/** Keeps what the firm has told, in the place of what it told before. */
export async function saveGrowthFacts(db: Db, { left, ...facts }: GrowthFacts): Promise<void> {
  const row = { ...facts, leavers: left?.leavers ?? null, leavers_years: left?.years ?? null };
  await db
    .insertInto('growth_firm')
    .values(row)
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet(row))
    .execute();
}

/**
 * What the list of people tells of leaving until a day: who left, and for how long everybody was there, since the firm is
 * kept here, or since the first who is known to have left where that is earlier (who doesn't count: they only say that
 * leaving was noted by then). Service accounts are nobody.
 */
export async function readLeavers(db: Db, day: Day): Promise<LeaversKept> {
  const { rows } = await sql<LeaversKept>`
    with since as (
      select least((select created_at::date from firm), min(left_on) filter (where left_on <= ${day}::date)) as day
      from person where work <> 'service-account')
    select count(*) filter (where left_on > since.day and left_on <= ${day}::date) as leavers,
      coalesce(sum(greatest(0, least(coalesce(left_on, ${day}::date), ${day}::date)
        - greatest(coalesce(started_on, since.day), since.day))), 0) / 365.25 as "personYears"
    from person cross join since where work <> 'service-account'`.execute(db);
  return rows[0]!;
}

/** An assumption as it is kept: its number, or its number with what it was measured from. */
type KeptAssumptions = Record<string, number | ({ value: number } & MeasuredNote)>;

/** All scenarios, the main one first, then in the order in which they were made. */
export async function readScenarios(db: Db): Promise<KeptScenario[]> {
  const { rows } = await sql<Omit<KeptScenario, 'assumptions' | 'measured'> & { kept: KeptAssumptions }>`
    select s.scenario_id as "scenarioId", s.name, s.is_main as "isMain", s.policy, s.phone, s.assumptions as kept,
      (select count(*) from plan_month m where m.scenario_id = s.scenario_id) as months
    from scenario s order by s.is_main desc, s.scenario_id`.execute(db);
  return rows.map(({ kept, ...row }) => {
    const all = Object.entries(kept);
    return {
      ...row,
      assumptions: Object.fromEntries(all.map(([key, one]) => [key, typeof one === 'number' ? one : one.value])),
      measured: Object.fromEntries(all.flatMap(([key, one]) => (typeof one === 'number' ? [] : [[key, noteOf(one)]]))),
    };
  });
}

const noteOf = ({ value: _, ...note }: { value: number } & MeasuredNote): MeasuredNote => note;

function keptOf({ assumptions, measured }: Pick<KeptScenario, 'assumptions' | 'measured'>): KeptAssumptions {
  const all = Object.entries(assumptions);
  return Object.fromEntries(all.map(([key, value]) => [key, measured[key] ? { value, ...measured[key] } : value]));
}

/** The main scenario, made where there is none yet. */
export async function addMainScenario(db: Db, name: string): Promise<void> {
  await sql`insert into scenario (name, is_main) select ${name}, true
            where not exists (select from scenario) on conflict do nothing`.execute(db);
}

/** What is kept of a scenario beside its months. */
export type ScenarioFields = Pick<KeptScenario, 'name' | 'policy' | 'phone' | 'assumptions' | 'measured'>;

const rowOf = ({ name, policy, phone, ...rest }: ScenarioFields) => ({
  name,
  policy,
  phone,
  assumptions: keptOf(rest),
});

export async function insertScenario(db: Db, fields: ScenarioFields): Promise<number> {
  const row = await db.insertInto('scenario').values(rowOf(fields)).returning('scenario_id').executeTakeFirstOrThrow();
  return row.scenario_id;
}

/** Changes a scenario; false when there is none with that number in this firm. */
export async function updateScenario(db: Db, scenarioId: number, fields: ScenarioFields): Promise<boolean> {
  const result = await db
    .updateTable('scenario')
    .set(rowOf(fields))
    .where('scenario_id', '=', scenarioId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Makes a scenario the main one. */
export async function setMainScenario(db: Db, scenarioId: number): Promise<void> {
  await db.updateTable('scenario').set({ is_main: false }).where('is_main', '=', true).execute();
  await db.updateTable('scenario').set({ is_main: true }).where('scenario_id', '=', scenarioId).execute();
}

/** Deletes a scenario with its months; false when there is none with that number, or it is the main one. */
export async function deleteScenario(db: Db, scenarioId: number): Promise<boolean> {
  const result = await db
    .deleteFrom('scenario')
    .where('scenario_id', '=', scenarioId)
    .where('is_main', '=', false)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** The months of a scenario's plan, in order; empty: none are told. */
export async function readPlanRows(db: Db, scenarioId: number): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select to_char(month, 'YYYY-MM') as month, clients, endpoints, hours_per_endpoint as "hoursPerEndpoint", hires,
      leavers, budget
    from plan_month where scenario_id = ${scenarioId} order by plan_month.month`.execute(db);
  return rows;
}

/** Puts months in the place of those that a scenario had. */
export async function savePlanRows(db: Db, scenarioId: number, rows: readonly PlanRow[]): Promise<void> {
  await db.deleteFrom('plan_month').where('scenario_id', '=', scenarioId).execute();
  await sql`
    insert into plan_month (scenario_id, month, clients, endpoints, hours_per_endpoint, hires, leavers, budget)
    select ${scenarioId}, (month || '-01')::date, clients, endpoints, "hoursPerEndpoint", hires, leavers, budget
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (month text, clients float8, endpoints float8,
      "hoursPerEndpoint" float8, hires int, leavers int, budget float8)`.execute(db);
}

/** Which seats were made of what growth brings, as far as they still stand. */
export async function readGrowthSeats(db: Db, day: Day): Promise<SeatOfGrowth[]> {
  const { rows } = await sql<SeatOfGrowth>`
    select g.kind, s.seat_id as "seatId", s.title, s.planned_for as "plannedFor"
    from growth_seat g join seat s using (seat_id)
    where s.closed_on is null or s.closed_on > ${day}::date order by g.kind`.execute(db);
  return rows;
}

/** Notes which seat was made of it. */
export async function saveGrowthSeat(db: Db, kind: string, seatId: SeatId): Promise<void> {
  await db
    .insertInto('growth_seat')
    .values({ kind, seat_id: seatId })
    .onConflict((conflict) => conflict.columns(['org_id', 'kind']).doUpdateSet({ seat_id: seatId }))
    .execute();
}
