import { sql } from 'kysely';
import type { Db } from '../../platform/db/connect.ts';
import type { EventRow, TicketRow } from './ticket-rows.ts';

/** Tickets shown at once in the panel. */
const TICKETS_A_PAGE = 50;

const TICKET = sql`
  t.ticket_id as "ticketId", t.external_id as "externalId", t.opened_at as "openedAt", t.resolved_at as "resolvedAt",
  client.name as client, category.name as area, team.name as team, t.priority,
  coalesce(t.minutes_worked, t.queue_minutes) as minutes, c.outcome, t.handoffs, t.escalated, t.reopen_count as "reopenCount",
  c.satisfied, case when t.triage_at <= t.first_assigned_at then t.triage_difficulty end as difficulty,
  t.first_assignee_id as "firstAssigneeId"
  from ticket t
  left join evidence_case c on c.ticket_id = t.ticket_id
  left join client on client.client_id = t.client_id
  left join category on category.category_id = t.category_id
  left join team on team.team_id = t.first_team_id`;

/** Tickets whose first assignee was this person, newest first, one page of them. */
export async function readTicketsOf(
  db: Db,
  personId: number,
  offset: number,
): Promise<{ rows: TicketRow[]; total: number; offset: number }> {
  const { rows } = await sql<TicketRow>`select ${TICKET} where t.first_assignee_id = ${personId}
    order by t.opened_at desc, t.ticket_id desc limit ${TICKETS_A_PAGE} offset ${offset}`.execute(db);
  const counted = await sql<{
    n: number;
  }>`select count(*) as n from ticket where first_assignee_id = ${personId}`.execute(db);
  return { rows, total: counted.rows[0]!.n, offset };
}

/** One ticket with its history; undefined when there is none. */
export async function readTicket(
  db: Db,
  ticketId: number,
): Promise<{ ticket: TicketRow; events: EventRow[] } | undefined> {
  const { rows } = await sql<TicketRow>`select ${TICKET} where t.ticket_id = ${ticketId}`.execute(db);
  const ticket = rows[0];
  if (!ticket) return undefined;
  const events = await sql<EventRow>`
    select e.at, e.status, e.person_id as "personId", person.name as person, team.name as team from ticket_event e
    left join person on person.person_id = e.person_id left join team on team.team_id = e.team_id
    where e.ticket_id = ${ticketId} order by e.seq`.execute(db);
  return { ticket, events: events.rows };
}
