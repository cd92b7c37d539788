import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { Triage, WaitingTicket } from './contract.ts';

/** Tickets shown of each kind at once. */
const MOST = 200;

/** Written as the partial index ticket_open is, which then finds them however many tickets there are. */
const OPEN = sql`t.first_assignee_id is null and t.resolved_at is null`;

/** Open tickets that nobody has, the oldest first: those whose difficulty was said, or those where it wasn't. */
export async function listWaiting(db: Db, which: 'waiting' | 'said'): Promise<WaitingTicket[]> {
  const { rows } = await sql<WaitingTicket>`
    select t.ticket_id as "ticketId", t.external_id as number, t.opened_at as "openedAt", client.name as client,
      category.name as area, t.priority, t.triage_difficulty as difficulty
    from ticket t left join client using (client_id) left join category using (category_id)
    where ${OPEN} and t.triage_difficulty is ${which === 'said' ? sql`not null` : sql`null`}
    order by t.opened_at, t.ticket_id limit ${MOST}`.execute(db);
  return rows;
}

/** How many open tickets nobody has, with and without a difficulty. */
export async function countWaiting(db: Db): Promise<Triage['counts']> {
  const { rows } = await sql<Triage['counts']>`
    select count(*) filter (where t.triage_difficulty is null) as waiting, count(t.triage_difficulty) as said
    from ticket t where ${OPEN}`.execute(db);
  return rows[0]!;
}

/** When the newest file of tickets was brought in; null: none was. */
export async function readNewestFile(db: Db): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`
    select max(finished_at) as at from import_run where kind = 'tickets' and state = 'done'`.execute(db);
  return rows[0]!.at;
}

/** Keeps how hard a ticket looks and when that was said; false where somebody has it by now, or there is none. */
export async function saveDifficulty(
  db: Db,
  ticketId: number,
  difficulty: number | null,
  at: Instant,
): Promise<boolean> {
  const { rows } = await sql`
    update ticket t set triage_difficulty = ${difficulty}::smallint,
      triage_at = case when ${difficulty}::smallint is null then null else ${timestamp(at)} end
    where t.ticket_id = ${ticketId} and ${OPEN} returning t.ticket_id`.execute(db);
  return rows.length > 0;
}

/** The number of a ticket in its system; undefined where there is none. */
export async function readNumber(db: Db, ticketId: number): Promise<string | undefined> {
  const { rows } = await sql<{ number: string }>`
    select external_id as number from ticket where ticket_id = ${ticketId}`.execute(db);
  return rows[0]?.number;
}
