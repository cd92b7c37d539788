import { sql } from 'kysely';
import type { Db } from '../../platform/db/connect.ts';
import { copyInto } from '../../platform/db/copy.ts';
import { addLogRow, type EventLog } from './event-log.ts';

type EarlierEvent = {
  external_id: string;
  at: number;
  status: string | null;
  person_id: number | null;
  person: string | null;
  team: string | null;
  client: string | null;
  category: string | null;
  priority: number | null;
  opened_at: number;
};

/**
 * Adds to a log what the firm knew before of the same tickets, from before the file's first and after its last event of
 * each: an export of one month then continues a ticket's story and an older export doesn't cut it short, while inside of
 * its own time the file is right. `called`: how the file calls people whom the firm knows under another name by now.
 */
export async function addEarlierEvents(
  db: Db,
  system: string,
  log: EventLog,
  called: ReadonlyMap<number, string> = new Map(),
): Promise<void> {
  const known = await sql`select from ticket where source = ${system} limit 1`.execute(db);
  if (known.rows.length === 0) return;
  await sql`create temporary table log_window (external_id text, first_at float8, last_at float8) on commit drop`.execute(
    db,
  );
  await copyInto(db, 'log_window', ['external_id', 'first_at', 'last_at'], windows(log));
  await sql`analyze log_window`.execute(db);
  const { rows } = await sql<EarlierEvent>`
    select t.external_id, e.at, e.status, e.person_id, p.name as person, m.name as team, c.name as client, a.name as category,
           t.priority, t.opened_at
    from log_window w join ticket t on t.source = ${system} and t.external_id = w.external_id
    join ticket_event e on e.ticket_id = t.ticket_id
      and (e.at < to_timestamp(w.first_at / 1000) or e.at > to_timestamp(w.last_at / 1000))
    left join person p on p.person_id = e.person_id left join team m on m.team_id = e.team_id
    left join client c on c.client_id = t.client_id left join category a on a.category_id = t.category_id
    order by t.ticket_id, e.seq`.execute(db);
  for (const [i, row] of rows.entries()) {
    addEarlier(log, { ...row, person: called.get(row.person_id ?? 0) ?? row.person }, i + 1);
  }
}

function* windows(log: EventLog): Generator<[string, number, number]> {
  const count = log.tickets.list.length;
  const first = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < log.rows; row++) {
    const ticket = log.integers.ticket[row]!;
    first[ticket] = Math.min(first[ticket]!, log.at[row]!);
    last[ticket] = Math.max(last[ticket]!, log.at[row]!);
  }
  for (let ticket = 0; ticket < count; ticket++) yield [log.tickets.list[ticket]!, first[ticket]!, last[ticket]!];
}

/** `order` keeps what happened in the same minute in the order in which it was stored. */
function addEarlier(log: EventLog, row: EarlierEvent, order: number): void {
  addLogRow(log, {
    ticket: row.external_id,
    at: row.at,
    order,
    status: log.statuses.placeOf(row.status ?? ''),
    person: log.people.placeOf(row.person),
    team: log.teams.placeOf(row.team),
    client: log.clients.placeOf(row.client),
    category: log.categories.placeOf(row.category),
    priority: row.priority ?? 0,
    openedAt: row.opened_at,
    reopened: 0,
  });
}
