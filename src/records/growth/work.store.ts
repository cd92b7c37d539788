import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { TicketMonths } from './types.ts';

type Row = Omit<TicketMonths['rows'][number], 'month'> & { month: string | null; first: Day; last: Day };

/**
 * Closed tickets with their minutes by month (UTC) and by who had them first, from one day until before another: one pass over
 * the tickets, in the program's own standing. What comes of it is told of the firm alone.
 */
export async function readTicketMonths(db: Db, { from, until }: { from: Day; until: Day }): Promise<TicketMonths> {
  const isIn = sql`resolved_at >= ${from}::timestamptz and resolved_at < ${until}::timestamptz`;
  const { rows } = await sql<Row>`
    select case when ${isIn} then to_char(resolved_at at time zone 'UTC', 'YYYY-MM') end as month,
      case when ${isIn} then first_assignee_id end as "personId",
      count(*) as tickets, count(minutes_worked) as "withMinutes", coalesce(sum(minutes_worked), 0) as minutes,
      min(opened_at)::date as first, max(opened_at)::date as last
    from ticket group by 1, 2 order by 1, 2`.execute(db);
  const days = rows.flatMap(({ first, last }) => [first, last]).sort();
  return {
    rows: rows.flatMap(({ month, personId, tickets, withMinutes, minutes }) =>
      month === null ? [] : [{ month, personId, tickets, withMinutes, minutes }],
    ),
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
  };
}
