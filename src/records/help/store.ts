import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import { asWholes } from '../../platform/db/as-wholes.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId } from '../people/types.ts';
import { HELP_FACTORS, type HelpCell, type HelpFacts } from './types.ts';

/** Columns of evidence_case in the order of HELP_FACTORS. */
const LEVELS = ['client_id', 'category_id', 'queue_id', 'priority', 'band', 'difficulty'];

/**
 * Who helped whom in so many months before the newest ticket that somebody resolved for another: three queries, whatever
 * the number of tickets. The end is looked for among those tickets alone, because they have an index.
 */
export async function readHelpFacts(db: Db, months: number): Promise<HelpFacts> {
  const { rows } = await sql<{ until: Instant | null; since: Instant | null; hasTickets: boolean }>`
    select until, until - make_interval(months => ${Math.round(months)}::int) as since,
      exists (select from ticket) as "hasTickets"
    from (select max(resolved_at) as until from ticket where handed_by_id is not null) as newest`.execute(db);
  const { until, since, hasTickets } = rows[0]!;
  if (until === null || since === null) return { until: null, hasTickets, cells: [], own: new Map() };
  return { until, hasTickets, cells: await readCells(db, since), own: await countOwn(db, since) };
}

async function readCells(db: Db, since: Instant): Promise<HelpCell[]> {
  const levels = sql.raw(LEVELS.map((column) => `c.${column}`).join(', '));
  // One value instead of many rows: the driver would make an object of each.
  const query = sql<{ cells: (number | null)[][] | null }>`
    select json_agg(cell) as cells from (
      select json_build_array(t.handed_by_id, t.resolver_id, count(*), ${levels}) as cell
      from ticket t left join evidence_case c on c.ticket_id = t.ticket_id
      where t.handed_by_id is not null and t.resolver_id is not null and t.resolved_at > ${timestamp(since)}
        and t.handed_by_id <> t.resolver_id
      group by t.handed_by_id, t.resolver_id, ${levels}
      order by t.handed_by_id, t.resolver_id, ${levels}) as cells`;
  const { rows } = await asWholes(db, () => query.execute(db));
  return (rows[0]!.cells ?? []).map(([from, to, n, ...given]) => ({
    from: from as PersonId,
    to: to as PersonId,
    n: n!,
    levels: given.length === HELP_FACTORS.length && given.every((level) => level !== null) ? given : null,
  }));
}

async function countOwn(db: Db, since: Instant): Promise<Map<PersonId, number>> {
  const rows = await db
    .selectFrom('ticket')
    .select(['first_assignee_id', ({ fn }) => fn.countAll<number>().as('n')])
    .where('first_assignee_id', 'is not', null)
    .where('resolved_at', '>', timestamp(since))
    .groupBy('first_assignee_id')
    .execute();
  return new Map(rows.map((row) => [row.first_assignee_id as PersonId, row.n]));
}
