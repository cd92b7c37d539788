import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import {
  CELL_FACTORS,
  END_OUTCOMES,
  type EndOutcome,
  EVIDENCE_FACTORS,
  type EvidenceFactor,
  type MinutesOutcome,
} from './types.ts';

type Level = { level: number; own: number; all: number };

/** How many tickets of a person, and of everybody, have each level of each factor; `sum`: of y over them. */
export type TicketMixCounts = {
  own: { n: number; sum: number };
  all: { n: number; sum: number };
  factors: Partial<Record<Exclude<EvidenceFactor, 'technician'>, Level[]>>;
};

const isEnd = (outcome: MinutesOutcome | EndOutcome): outcome is EndOutcome =>
  (END_OUTCOMES as readonly string[]).includes(outcome);

/** Counts of a person's comparable tickets beside everybody's. Read from sums and cells: no ticket is touched. */
export async function readTicketMix(
  db: Db,
  outcome: MinutesOutcome | EndOutcome,
  personId: number,
): Promise<TicketMixCounts> {
  const names = isEnd(outcome) ? CELL_FACTORS : EVIDENCE_FACTORS;
  const counts: TicketMixCounts = { own: { n: 0, sum: 0 }, all: { n: 0, sum: 0 }, factors: {} };
  for (const { factor, level, own, ownSum, all, allSum } of await countLevels(db, outcome, personId)) {
    const name = names[factor - 1]!;
    if (name === 'technician') {
      counts.own = { n: counts.own.n + own, sum: counts.own.sum + ownSum };
      counts.all = { n: counts.all.n + all, sum: counts.all.sum + allSum };
    } else {
      counts.factors[name] ??= [];
      counts.factors[name].push({ level, own, all });
    }
  }
  return counts;
}

type LevelRow = { factor: number; level: number; own: number; ownSum: number; all: number; allSum: number };

async function countLevels(db: Db, outcome: MinutesOutcome | EndOutcome, personId: number): Promise<LevelRow[]> {
  const { rows } = await (isEnd(outcome) ? cellLevels(outcome, personId) : crossLevels(outcome, personId)).execute(db);
  return rows;
}

function crossLevels(outcome: MinutesOutcome, personId: number): RawBuilder<LevelRow> {
  return sql<LevelRow>`
    select f.factor_b as factor, f.level_b as level, coalesce(p.n, 0) as own, coalesce(p.sum_y, 0) as "ownSum",
      f.n as "all", f.sum_y as "allSum"
    from evidence_cross f
    left join evidence_cross p on p.outcome = f.outcome and p.factor_a = 1 and p.level_a = ${personId}
      and p.factor_b = f.factor_b and p.level_b = f.level_b
    where f.outcome = ${outcome} and f.factor_a = f.factor_b and f.level_a = f.level_b
    order by 1, 2`;
}

/** Columns of evidence_cell in the order of CELL_FACTORS. */
const CELL = ['technician_id', 'client_id', 'category_id', 'queue_id', 'priority', 'band', 'difficulty'];
const SETS = sql.raw(CELL.map((column) => `(${column})`).join(', '));
const LEVEL = sql.raw(CELL.map((column) => `${column}::bigint`).join(', '));
const WHICH = sql.raw(CELL.map((column, i) => `when grouping(${column}) = 0 then ${i + 1}`).join(' '));

function cellLevels(outcome: EndOutcome, personId: number): RawBuilder<LevelRow> {
  const of = sql.ref(`${outcome}_of`);
  const went = sql.ref(outcome);
  const own = sql`filter (where technician_id = ${personId})`;
  return sql<LevelRow>`
    select case ${WHICH} end as factor, coalesce(${LEVEL}) as level, coalesce(sum(${of}) ${own}, 0) as own,
      coalesce(sum(${went}) ${own}, 0) as "ownSum", sum(${of}) as "all", sum(${went}) as "allSum"
    from evidence_cell where ${of} > 0 group by grouping sets (${SETS}) order by 1, 2`;
}

/** One ticket of a person as it was compared; y as the models have it: log minutes, or 1 where it ended well and 0 where not. */
export type CaseRow = { ticketId: number; y: number; levels: Partial<Record<EvidenceFactor, number>> };

/** What tickets are compared by, and the column of evidence_case that holds it. */
export const CASE_LEVELS: readonly [Exclude<EvidenceFactor, 'technician'>, string][] = [
  ['client', 'client_id'],
  ['category', 'category_id'],
  ['queue', 'queue_id'],
  ['priority', 'priority'],
  ['hour', 'hour'],
  ['band', 'band'],
  ['difficulty', 'difficulty'],
];

/** A person's comparable tickets, the newest `most` of them, in one query. */
export async function readCasesOf(
  db: Db,
  outcome: MinutesOutcome | EndOutcome,
  personId: number,
  most: number,
): Promise<CaseRow[]> {
  const columns = sql.raw(CASE_LEVELS.map(([, column]) => column).join(', '));
  const y = isEnd(outcome) ? sql`${sql.ref(outcome)}::int` : sql`y`;
  const can = isEnd(outcome) ? sql`${sql.ref(outcome)} is not null` : sql`outcome = ${outcome}`;
  // One value instead of thousands of rows: the driver would make an object of each.
  const { rows } = await sql<{ cases: number[][] | null }>`
    select json_agg(json_build_array(ticket_id, y, ${columns})) as cases from (
      select ticket_id, ${y} as y, ${columns} from evidence_case
      where technician_id = ${personId} and ${can} order by ticket_id desc limit ${most}) as own`.execute(db);
  return (rows[0]!.cases ?? []).map(([ticketId, value, ...levels]) => ({
    ticketId: ticketId!,
    y: value!,
    levels: Object.fromEntries(CASE_LEVELS.map(([factor], i) => [factor, levels[i]!])),
  }));
}

/** What a ticket is called, and what it was about. */
export type TicketName = {
  ticketId: number;
  externalId: string;
  openedAt: Instant;
  client: string | null;
  area: string | null;
};

/** The names of a few tickets, by their number. */
export async function readTicketNames(db: Db, ticketIds: readonly number[]): Promise<Map<number, TicketName>> {
  const { rows } = await sql<TicketName>`
    select t.ticket_id as "ticketId", t.external_id as "externalId", t.opened_at as "openedAt", client.name as client,
      category.name as area
    from ticket t
    left join client on client.client_id = t.client_id
    left join category on category.category_id = t.category_id
    where t.ticket_id = any(${ticketIds}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.ticketId, row]));
}

/** Names of clients, areas and queues among a few levels, by `factor/level`. */
export async function readLevelNames(
  db: Db,
  levels: readonly { factor: string; level: number }[],
): Promise<Map<string, string>> {
  const of = (factor: EvidenceFactor) => levels.flatMap((one) => (one.factor === factor ? [one.level] : []));
  const { rows } = await sql<{ key: string; name: string }>`
    select 'client/' || client_id as key, name from client where client_id = any(${of('client')}::bigint[])
    union all select 'category/' || category_id, name from category where category_id = any(${of('category')}::bigint[])
    union all select 'queue/' || team_id, name from team where team_id = any(${of('queue')}::bigint[])`.execute(db);
  return new Map(rows.map(({ key, name }) => [key, name]));
}
