import { sql } from 'kysely';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId } from '../people/types.ts';
import { CASE_LEVELS } from './panel.store.ts';
import type { PeriodCell, Periods } from './periods.ts';
import { END_OUTCOMES } from './types.ts';

const COLUMNS = sql.raw(CASE_LEVELS.map(([, column]) => `c.${column}`).join(', '));

/**
 * Everybody's comparable tickets of two periods, by when they were first resolved, for each of several outcomes in one
 * query: `periods[i]` has its cells at i. In the program's standing: cut to what the reader sees.
 */
export async function readPeriods(db: Db, periods: readonly Periods[]): Promise<PeriodCell[][]> {
  const found: PeriodCell[][] = periods.map(() => []);
  if (periods.length === 0) return found;
  const list = (of: (one: Periods) => string) => periods.map(of);
  const ends = sql.join(END_OUTCOMES);
  const y = sql`case s.outcome when 'kept' then c.kept::int when 'lasted' then c.lasted::int when 'satisfied' then c.satisfied::int else c.y end`;
  // One value instead of thousands of rows: the driver would make an object of each.
  const { rows } = await sql<{ cells: number[][] | null }>`
    select json_agg(json_build_array(at, technician, side, n, sum, levels)) as cells from (
      select s.at, c.technician_id as technician, (t.resolved_at::date >= s.after_from)::int as side, count(*) as n,
        sum(${y}) as sum, json_build_array(${COLUMNS}) as levels
      from unnest(${list(({ outcome }) => outcome)}::text[], ${list(({ before }) => before.from)}::date[],
          ${list(({ before }) => before.to)}::date[], ${list(({ after }) => after.from)}::date[],
          ${list(({ after }) => after.to)}::date[])
        with ordinality as s (outcome, before_from, before_to, after_from, after_to, at)
      join ticket t on t.resolved_at >= s.before_from and t.resolved_at < s.after_to
        and (t.resolved_at < s.before_to or t.resolved_at >= s.after_from)
      join evidence_case c on c.ticket_id = t.ticket_id and (c.outcome = s.outcome or s.outcome in (${ends}))
      where ${y} is not null
      group by 1, 2, 3, ${COLUMNS}) as cell`.execute(db);
  for (const [at, personId, side, n, sum, levels] of (rows[0]!.cells ?? []) as unknown as Cell[])
    found[at - 1]!.push({
      personId,
      side: side === 1 ? 'after' : 'before',
      n,
      sum,
      levels: Object.fromEntries(CASE_LEVELS.map(([factor], i) => [factor, levels[i]!])),
    });
  return found;
}

type Cell = [at: number, personId: PersonId, side: number, n: number, sum: number, levels: number[]];
