import { sql } from 'kysely';
import type { Db } from '../../platform/db/connect.ts';
import type { Outcome } from './types.ts';

/** Columns of evidence_case in the order of EVIDENCE_FACTORS. */
const LEVELS = ['technician_id', 'client_id', 'category_id', 'queue_id', 'priority', 'hour'];

/**
 * The signed sums of case_delta for all 21 pairs of factors. One grouping a pair is seven times as fast as laying every
 * case out in 21 rows first.
 */
const SIGNED_PAIRS = LEVELS.flatMap((a, i) =>
  LEVELS.slice(i).map((b, j) =>
    j === 0
      ? `select outcome, ${i + 1}, ${a}::bigint, ${i + 1}, ${a}::bigint, sum(sign), sum(sign * y) from case_delta group by outcome, ${a}`
      : `select outcome, ${i + 1}, ${a}::bigint, ${i + j + 1}, ${b}::bigint, sum(sign), 0 from case_delta group by outcome, ${a}, ${b}`,
  ),
).join(' union all ');

/** How many tickets have both of two levels of two factors; `sumY` is given where both are the same level. */
export type CrossEntry = { factorA: number; levelA: number; factorB: number; levelB: number; n: number; sumY: number };

/** The sums over all comparable tickets of one outcome. y is the log of minutes (at least 1). */
export type EvidenceSums = {
  outcome: Outcome;
  n: number;
  sumY: number;
  sumYY: number;
  /** Goes up with every change of the sums. */
  dataVersion: number;
  entries: CrossEntry[];
};

/** The sums of one outcome; undefined when no ticket ever had it. Its cost does not grow with tickets. */
export async function readCrossEntries(db: Db, outcome: Outcome): Promise<EvidenceSums | undefined> {
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

/**
 * Compares what stands in evidence_case with what the tickets say now, and brings the difference into the sums: old rows
 * out, new rows in, one signed statement each. Nothing changed: nothing is written and the version stays.
 */
async function refreshCases(db: Db, tickets: ReturnType<typeof sql>): Promise<number> {
  await sql`
    create temporary table case_delta on commit drop as
    with chosen as (select distinct ticket_id from (${tickets}) as given),
    old as (select c.ticket_id, c.outcome, c.y, ${columnsOf('c')} from evidence_case c join chosen using (ticket_id)),
    fresh as (
      select t.ticket_id,
        case when t.minutes_worked is not null then 'minutes-worked' else 'queue-minutes' end as outcome,
        ln(greatest(1, coalesce(t.minutes_worked, t.queue_minutes))) as y,
        t.first_assignee_id as technician_id, coalesce(t.client_id, 0) as client_id, coalesce(t.category_id, 0) as category_id,
        coalesce(t.first_team_id, 0) as queue_id, coalesce(t.priority, 0)::smallint as priority,
        extract(hour from t.opened_at at time zone 'UTC')::smallint as hour
      from ticket t join chosen using (ticket_id) join person p on p.person_id = t.first_assignee_id
      where p.work = 'product' and t.resolved_at is not null and coalesce(t.minutes_worked, t.queue_minutes) is not null)
    select -1 as sign, gone.* from (select * from old except select * from fresh) as gone
    union all
    select 1, come.* from (select * from fresh except select * from old) as come`.execute(db);
  const { rows } = await sql<{ changed: number }>`select count(distinct ticket_id) as changed from case_delta`.execute(
    db,
  );
  const changed = rows[0]!.changed;
  if (changed > 0) await applyDelta(db);
  await sql`drop table case_delta`.execute(db);
  return changed;
}

const columnsOf = (alias: string) => sql.raw(LEVELS.map((level) => `${alias}.${level}`).join(', '));

async function applyDelta(db: Db): Promise<void> {
  await sql`analyze case_delta`.execute(db);
  await sql`delete from evidence_case using case_delta d where evidence_case.ticket_id = d.ticket_id and d.sign < 0`.execute(
    db,
  );
  await sql`
    insert into evidence_case (ticket_id, outcome, y, ${sql.raw(LEVELS.join(', '))})
    select d.ticket_id, d.outcome, d.y, ${columnsOf('d')} from case_delta d where d.sign > 0`.execute(db);
  await sql`
    insert into evidence_cross (outcome, factor_a, level_a, factor_b, level_b, n, sum_y)
    ${sql.raw(SIGNED_PAIRS)}
    on conflict (org_id, outcome, factor_a, level_a, factor_b, level_b)
      do update set n = evidence_cross.n + excluded.n, sum_y = evidence_cross.sum_y + excluded.sum_y`.execute(db);
  await sql`delete from evidence_cross where n = 0`.execute(db);
  await sql`
    insert into evidence_total (outcome, n, sum_y, sum_yy, data_version)
    select outcome, sum(sign), sum(sign * d.y), sum(sign * d.y * d.y), 1 from case_delta d group by outcome
    on conflict (org_id, outcome) do update set n = evidence_total.n + excluded.n, sum_y = evidence_total.sum_y + excluded.sum_y,
      sum_yy = evidence_total.sum_yy + excluded.sum_yy, data_version = evidence_total.data_version + 1`.execute(db);
}
