import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { TeamId } from '../people/types.ts';
import { classOfStatus } from '../work/event-log.ts';
import { type WorkingDay, workingMinutes } from '../work/working-time.ts';
import { type DeskEvent, followHands } from './hands.ts';
import type { AreaRecord, Desk, DeskTicket, Finished, TakenOver } from './types.ts';

/** As of when the desk is read, and how time is counted on it. */
export type DeskView = {
  asOf: Instant;
  /** Like tickets, and what people did, are read from here on. */
  since: Instant;
  /** Who took over what is read from here on. */
  tookOverSince: Instant;
  workingDay: WorkingDay;
  /** Minutes from UTC to the wall clock that the working day means. */
  offsetMinutes: (instant: Instant) => number;
};

/**
 * Everything about tickets that a lead's cards are made of, as it was at an instant: what happened later isn't in it, so
 * that a past day can be replayed. Of a ticket with a log its events tell; of a list when it was opened, first given to
 * somebody and resolved. Seven queries, whatever the number of tickets.
 */
export async function readDesk(db: Db, view: DeskView): Promise<Desk> {
  const cameBack = await findCameBack(db, view);
  const newest = await readNewestChange(db);
  return {
    asOf: view.asOf,
    tickets: await readOpen(db, view, cameBack),
    finished: await readFinished(db, view),
    records: await readRecords(db, view),
    takenOver: await readTakenOver(db, view),
    areas: await readNames(db, 'category'),
    clients: await readNames(db, 'client'),
    hasLater: newest !== null && newest > view.asOf,
  };
}

/** A ticket that was resolved comes back within so many days, if at all. */
const BACK_DAYS = 60;
const DAY_MS = 86_400_000;

/** Tickets that were resolved lately and stand open again after their last event by then. */
async function findCameBack(db: Db, { asOf }: DeskView): Promise<number[]> {
  const { rows } = await sql<{ last: [number, string | null][] | null }>`
    select json_agg(json_build_array(t.ticket_id, e.status) order by t.ticket_id) as last
    from ticket t cross join lateral (
      select status, at from ticket_event e where e.ticket_id = t.ticket_id and e.at <= ${timestamp(asOf)}
      order by e.seq desc limit 1) as e
    where t.resolved_at <= ${timestamp(asOf)} and t.resolved_at > ${timestamp((asOf - BACK_DAYS * DAY_MS) as Instant)}
      and e.at > t.resolved_at`.execute(db);
  return (rows[0]!.last ?? []).filter(([, status]) => classOfStatus(status ?? '') !== 'resolved').map(([id]) => id);
}

type OpenRow = Omit<DeskTicket, 'holderId' | 'heldSince' | 'teamId' | 'changes' | 'waits' | 'minutes'> & {
  assignedAt: Instant | null;
  firstTeamId: TeamId | null;
  events: DeskEvent[] | null;
};

async function readOpen(db: Db, view: DeskView, cameBack: readonly number[]): Promise<DeskTicket[]> {
  const until = timestamp(view.asOf);
  const isGiven = sql`coalesce(t.first_assigned_at, t.opened_at) <= ${until}`;
  const { rows } = await sql<OpenRow>`
    select t.ticket_id as "ticketId", t.external_id as number, t.opened_at as "openedAt", t.category_id as "areaId",
      t.client_id as "clientId", t.priority, case when t.triage_at <= ${until} then t.triage_difficulty end as difficulty,
      case when ${isGiven} then t.first_assignee_id end as "firstId",
      case when ${isGiven} then t.first_assigned_at end as "assignedAt",
      case when ${isGiven} then t.first_team_id end as "firstTeamId",
      coalesce(t.resolved_at <= ${until}, false) as "cameBack",
      (select json_agg(json_build_array(extract(epoch from e.at) * 1000, e.status, e.person_id, e.team_id) order by e.seq)
        from ticket_event e where e.ticket_id = t.ticket_id and e.at <= ${until}) as events
    from ticket t
    where t.opened_at <= ${until} and (t.resolved_at is null or t.resolved_at > ${until})
      or t.ticket_id = any(${cameBack}::bigint[])
    order by t.ticket_id`.execute(db);
  return rows.filter(({ events, cameBack }) => cameBack || !isDone(events)).map((row) => toTicket(row, view));
}

/** Of a log, what the last event by then says counts. */
const isDone = (events: DeskEvent[] | null) => events !== null && followHands(events, null).isResolved === true;

function toTicket({ assignedAt, firstTeamId, events, ...ticket }: OpenRow, view: DeskView): DeskTicket {
  const hands = followHands(events ?? [], assignedAt);
  const told = events !== null;
  return {
    ...ticket,
    holderId: told ? hands.holderId : ticket.firstId,
    heldSince: told ? hands.heldSince : assignedAt,
    teamId: hands.teamId ?? firstTeamId,
    changes: hands.changes,
    waits: hands.waits,
    minutes: minutesBetween(ticket.openedAt, view.asOf, view),
  };
}

function minutesBetween(from: Instant, to: Instant, { workingDay, offsetMinutes }: DeskView): number {
  const start = from / 60_000 + offsetMinutes(from);
  return workingMinutes(start, Math.max(start, to / 60_000 + offsetMinutes(to)), workingDay);
}

async function readFinished(db: Db, view: DeskView): Promise<Finished[]> {
  // One value instead of many rows: the driver would make an object of each.
  const { rows } = await sql<{ all: [number, number, number, number][] | null }>`
    select json_agg(json_build_array(coalesce(category_id, 0), coalesce(priority, 0),
      extract(epoch from opened_at)::bigint, extract(epoch from resolved_at)::bigint) order by ticket_id) as all
    from ticket where resolved_at <= ${timestamp(view.asOf)} and resolved_at > ${timestamp(view.since)}
      and opened_at <= resolved_at`.execute(db);
  return (rows[0]!.all ?? []).map(([areaId, priority, opened, resolved]) => ({
    areaId,
    priority,
    minutes: minutesBetween((opened * 1000) as Instant, (resolved * 1000) as Instant, view),
  }));
}

async function readRecords(db: Db, { asOf, since }: DeskView): Promise<AreaRecord[]> {
  const { rows } = await sql<AreaRecord>`
    select first_assignee_id as "personId", category_id as "areaId", count(*) as of,
      count(*) filter (where not escalated) as kept
    from ticket
    where resolved_at <= ${timestamp(asOf)} and resolved_at > ${timestamp(since)} and escalated is not null
      and first_assignee_id is not null and category_id is not null and first_assigned_at <= resolved_at
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

async function readTakenOver(db: Db, { asOf, tookOverSince }: DeskView): Promise<TakenOver[]> {
  const { rows } = await sql<TakenOver>`
    select resolver_id as "byId", handed_by_id as "fromId", category_id as "areaId", resolved_at as at from ticket
    where handed_by_id is not null and resolver_id is not null and category_id is not null
      and resolved_at <= ${timestamp(asOf)} and resolved_at > ${timestamp(tookOverSince)}
    order by resolved_at, ticket_id`.execute(db);
  return rows;
}

async function readNames(db: Db, table: 'category' | 'client'): Promise<Map<number, string>> {
  const id = sql.ref(`${table}_id`);
  const { rows } = await sql<{ id: number; name: string }>`select ${id} as id, name from ${sql.table(table)}`.execute(
    db,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** When a ticket was opened or resolved last, whatever the clock says; null: there are none. */
export async function readNewestChange(db: Db): Promise<Instant | null> {
  const { rows } = await sql<{ newest: Instant | null }>`
    select greatest(
      (select opened_at from ticket order by opened_at desc limit 1),
      (select resolved_at from ticket where resolved_at is not null order by resolved_at desc limit 1)) as newest`.execute(
    db,
  );
  return rows[0]!.newest;
}
