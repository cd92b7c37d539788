import { type RawBuilder, sql } from 'kysely';
import { renewStatistics } from '../../platform/db/bulk.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId } from '../people/types.ts';
import { readPlaybook } from '../playbook/store.ts';
import { END_OUTCOMES, type EndOutcome, type MinutesOutcome } from './types.ts';

/** Columns of evidence_case in the order of EVIDENCE_FACTORS. */
const LEVELS = ['technician_id', 'client_id', 'category_id', 'queue_id', 'priority', 'hour', 'difficulty'];

/**
 * The signed sums of case_delta for all 28 pairs of factors. One grouping a pair is seven times as fast as laying every
 * case out in 28 rows first.
 */
const SIGNED_PAIRS = LEVELS.flatMap((a, i) =>
  LEVELS.slice(i).map((b, j) =>
    j === 0
      ? `select outcome, ${i + 1}, ${a}::bigint, ${i + 1}, ${a}::bigint, sum(sign), sum(sign * y) from minutes_delta group by outcome, ${a}`
      : `select outcome, ${i + 1}, ${a}::bigint, ${i + j + 1}, ${b}::bigint, sum(sign), 0 from minutes_delta group by outcome, ${a}, ${b}`,
  ),
).join(' union all ');

/** How many tickets have both of two levels of two factors; `sumY` is given where both are the same level. */
export type CrossEntry = { factorA: number; levelA: number; factorB: number; levelB: number; n: number; sumY: number };

/** The sums over all comparable tickets of one outcome. y is the log of minutes (at least 1). */
export type EvidenceSums = {
  outcome: MinutesOutcome;
  n: number;
  sumY: number;
  sumYY: number;
  /** Goes up with every change of the sums. */
  dataVersion: number;
  entries: CrossEntry[];
};

/** The sums of one outcome of minutes; undefined when no ticket ever had it. Its cost does not grow with tickets. */
export async function readCrossEntries(db: Db, outcome: MinutesOutcome): Promise<EvidenceSums | undefined> {
  const total = await db.selectFrom('evidence_total').selectAll().where('outcome', '=', outcome).executeTakeFirst();
  if (!total) return undefined;
  // One value instead of tens of thousands of rows: the driver would make an object of each.
  const { rows } = await sql<{ entries: [number, number, number, number, number, number][] | null }>`
    select json_agg(json_build_array(factor_a, level_a, factor_b, level_b, n, sum_y)) as entries
    from evidence_cross where outcome = ${outcome}`.execute(db);
  const entries = (rows[0]!.entries ?? []).map(([factorA, levelA, factorB, levelB, n, sumY]) => ({
    factorA,
    levelA,
    factorB,
    levelB,
    n,
    sumY,
  }));
  return { outcome, n: total.n, sumY: total.sum_y, sumYY: total.sum_yy, dataVersion: total.data_version, entries };
}

/** Takes the tickets in the temporary table touched_ticket into the sums as they are now. Returns how many cases changed. */
export async function refreshTouchedCases(db: Db): Promise<number> {
  await sql`analyze touched_ticket`.execute(db);
  return refreshCases(db, sql`select ticket_id from touched_ticket`);
}

/** Takes the tickets of these people into the sums as they are now: for when somebody's work changes. */
export async function refreshCasesOf(db: Db, personIds: readonly number[]): Promise<number> {
  return refreshCases(db, sql`select ticket_id from ticket where first_assignee_id = any(${personIds}::bigint[])`);
}

/** Makes all cases anew where the playbook's hours or its bar for a satisfied client have changed since they were made. */
export async function bringCasesUpToDate(db: Db): Promise<void> {
  await refreshCases(db, sql`select ticket_id from ticket where false`);
}

/** Playbook values that a case depends on. */
type MadeWith = { day_starts: number; day_ends: number; satisfied_from: number };

async function readMadeWith(db: Db): Promise<{ now: MadeWith; changed: boolean }> {
  const playbook = await readPlaybook(db);
  const now = {
    day_starts: playbook['tickets.day-starts'],
    day_ends: playbook['tickets.day-ends'],
    satisfied_from: playbook['tickets.satisfied-from'],
  };
  const before = await db.selectFrom('evidence_made_with').selectAll().executeTakeFirst();
  const keys = Object.keys(now) as (keyof MadeWith)[];
  return { now, changed: before === undefined || keys.some((key) => before[key] !== now[key]) };
}

/**
 * Compares what stands in evidence_case with what the tickets say now, and brings the difference into the sums: old rows
 * out, new rows in, one signed statement each. Nothing changed: nothing is written and the version stays.
 */
async function refreshCases(db: Db, tickets: RawBuilder<unknown>): Promise<number> {
  const { now, changed: all } = await readMadeWith(db);
  await sql`
    create temporary table case_delta on commit drop as
    with chosen as (select distinct ticket_id from (${all ? sql`select ticket_id from ticket` : tickets}) as given),
    old as (select ${columnsOf('c')} from evidence_case c join chosen using (ticket_id)),
    fresh as (${freshCases(now)})
    select -1 as sign, gone.* from (select * from old except select * from fresh) as gone
    union all
    select 1, come.* from (select * from fresh except select * from old) as come`.execute(db);
  const { rows } = await sql<{ changed: number }>`select count(distinct ticket_id) as changed from case_delta`.execute(
    db,
  );
  const changed = rows[0]!.changed;
  if (changed > 0) await applyDelta(db);
  await renewStatistics(db, changed, ['evidence_case']);
  await sql`drop table case_delta`.execute(db);
  if (all)
    await db
      .insertInto('evidence_made_with')
      .values(now)
      .onConflict((on) => on.column('org_id').doUpdateSet(now))
      .execute();
  return changed;
}

const CASE_COLUMNS = ['ticket_id', 'outcome', 'y', ...LEVELS, 'band', 'kept', 'lasted', 'satisfied'];
const columnsOf = (alias: string) => sql.raw(CASE_COLUMNS.map((column) => `${alias}.${column}`).join(', '));

/** What the chosen tickets say now: every resolved one whose first assignee works hands-on, in the order of CASE_COLUMNS. */
function freshCases({ day_starts, day_ends, satisfied_from }: MadeWith): RawBuilder<unknown> {
  return sql`
    select t.ticket_id,
      case when t.minutes_worked is not null then 'minutes-worked' when t.queue_minutes is not null then 'queue-minutes' end as outcome,
      case when coalesce(t.minutes_worked, t.queue_minutes) is not null
        then ln(greatest(1, coalesce(t.minutes_worked, t.queue_minutes))) end as y,
      t.first_assignee_id as technician_id, coalesce(t.client_id, 0) as client_id, coalesce(t.category_id, 0) as category_id,
      coalesce(t.first_team_id, 0) as queue_id, coalesce(t.priority, 0)::smallint as priority, hour::smallint as hour,
      -- Set later, it may be the outcome's own doing.
      (case when t.triage_at <= t.first_assigned_at then coalesce(t.triage_difficulty, 0) else 0 end)::smallint as difficulty,
      (case when hour < ${day_starts}::float8 then 0 when hour >= ${day_ends}::float8 then 3
        when hour < (${day_starts}::float8 + ${day_ends}::float8) / 2 then 1 else 2 end)::smallint as band,
      not t.escalated as kept, t.reopen_count = 0 as lasted, t.satisfaction >= ${satisfied_from}::float8 as satisfied
    from ticket t join chosen using (ticket_id) join person p on p.person_id = t.first_assignee_id
    cross join lateral (select extract(hour from t.opened_at at time zone 'UTC')) as opened (hour)
    where p.work = 'product' and t.resolved_at is not null`;
}

async function applyDelta(db: Db): Promise<void> {
  await sql`analyze case_delta`.execute(db);
  await sql`delete from evidence_case using case_delta d where evidence_case.ticket_id = d.ticket_id and d.sign < 0`.execute(
    db,
  );
  await sql`insert into evidence_case (${sql.raw(CASE_COLUMNS.join(', '))})
    select ${columnsOf('d')} from case_delta d where d.sign > 0`.execute(db);
  await addToCross(db);
  await addToCells(db);
  await addToTotals(db);
}

async function addToCross(db: Db): Promise<void> {
  await sql`
    with minutes_delta as materialized (select * from case_delta where outcome is not null)
    insert into evidence_cross (outcome, factor_a, level_a, factor_b, level_b, n, sum_y)
    ${sql.raw(SIGNED_PAIRS)}
    on conflict (org_id, outcome, factor_a, level_a, factor_b, level_b)
      do update set n = evidence_cross.n + excluded.n, sum_y = evidence_cross.sum_y + excluded.sum_y`.execute(db);
  await sql`delete from evidence_cross where n = 0`.execute(db);
}

/** Columns that make a cell, in the order of CELL_FACTORS. */
const CELL = ['technician_id', 'client_id', 'category_id', 'queue_id', 'priority', 'band', 'difficulty'];
/** For each way of ending, how many tickets can tell, and how many went well. */
const COUNTS = END_OUTCOMES.flatMap((end) => [
  { column: `${end}_of`, sum: `coalesce(sum(sign) filter (where ${end} is not null), 0)` },
  { column: end, sum: `coalesce(sum(sign) filter (where ${end}), 0)` },
]);

async function addToCells(db: Db): Promise<void> {
  const cell = sql.raw(CELL.join(', '));
  const add = COUNTS.map(({ column }) => `${column} = evidence_cell.${column} + excluded.${column}`);
  await sql`
    insert into evidence_cell (${cell}, ${sql.raw(COUNTS.map(({ column }) => column).join(', '))})
    select ${cell}, ${sql.raw(COUNTS.map(({ sum }) => sum).join(', '))} from case_delta
    where kept is not null or lasted is not null or satisfied is not null group by ${cell}
    on conflict (org_id, ${cell}) do update set ${sql.raw(add.join(', '))}`.execute(db);
  await sql`
    delete from evidence_cell c using (select distinct ${cell} from case_delta where sign < 0) as d
    where ${sql.raw(CELL.map((column) => `c.${column} = d.${column}`).join(' and '))}
      and c.kept_of = 0 and c.lasted_of = 0 and c.satisfied_of = 0`.execute(db);
}

async function addToTotals(db: Db): Promise<void> {
  const ends = END_OUTCOMES.map(
    (
      end,
    ) => `select '${end}', sum(sign), coalesce(sum(sign) filter (where ${end}), 0), coalesce(sum(sign) filter (where ${end}), 0)
      from case_delta where ${end} is not null having count(*) > 0`,
  );
  await sql`
    insert into evidence_total (outcome, n, sum_y, sum_yy, data_version)
    select outcome, n, sum_y, sum_yy, 1 from (
      select outcome, sum(sign), sum(sign * y), sum(sign * y * y) from case_delta where outcome is not null group by outcome
      union all ${sql.raw(ends.join(' union all '))}) as changed (outcome, n, sum_y, sum_yy)
    on conflict (org_id, outcome) do update set n = evidence_total.n + excluded.n, sum_y = evidence_total.sum_y + excluded.sum_y,
      sum_yy = evidence_total.sum_yy + excluded.sum_yy, data_version = evidence_total.data_version + 1`.execute(db);
}

/** One cell: its levels in the order of CELL_FACTORS, tickets that can tell, and those that went well. */
export type CellCount = { levels: number[]; trials: number; successes: number };

/** The cells of one way of ending and the version of its counts; undefined when no ticket ever could tell it. */
export async function readCells(
  db: Db,
  outcome: EndOutcome,
): Promise<{ dataVersion: number; cells: CellCount[] } | undefined> {
  const total = await db
    .selectFrom('evidence_total')
    .select('data_version')
    .where('outcome', '=', outcome)
    .executeTakeFirst();
  if (!total) return undefined;
  const of = sql.ref(`${outcome}_of`);
  const { rows } = await sql<{ cells: number[][] | null }>`
    select json_agg(json_build_array(${sql.raw(CELL.join(', '))}, ${of}, ${sql.ref(outcome)})) as cells
    from evidence_cell where ${of} > 0`.execute(db);
  const cells = (rows[0]!.cells ?? []).map((cell) => ({
    levels: cell.slice(0, CELL.length),
    trials: cell[CELL.length]!,
    successes: cell[CELL.length + 1]!,
  }));
  return { dataVersion: total.data_version, cells };
}

/** How many tickets of each area each person brought to an end: kept where that can be told, else resolved for good. */
export async function readAreaCounts(
  db: Db,
): Promise<{ dataVersion: number; counts: { personId: PersonId; tickets: number }[] }> {
  const { rows } = await sql<{ personId: PersonId; tickets: number }>`
    with known as (select exists (select from evidence_cell where kept_of > 0) as kept)
    select technician_id as "personId", sum(case when known.kept then c.kept else c.lasted end) as tickets
    from evidence_cell c cross join known where category_id <> 0 group by technician_id, category_id order by 1, category_id`.execute(
    db,
  );
  const total = await db
    .selectFrom('evidence_total')
    .select('data_version')
    .where('outcome', '=', 'lasted')
    .executeTakeFirst();
  return { dataVersion: total?.data_version ?? 0, counts: rows };
}
