import { sql } from 'kysely';
import type { Db } from '../../platform/db/connect.ts';
import { type CopyValue, copyInto } from '../../platform/db/copy.ts';

/** A ticket as it goes into the database; database numbers for names. Null: the file doesn't say. */
export type StagedTicket = {
  /** Place in the file; of two rows of one ticket the later one counts. */
  place: number;
  externalId: string;
  openedAt: number;
  resolvedAt: number | null;
  firstAssigneeId: number | null;
  firstAssignedAt: number | null;
  firstTeamId: number | null;
  clientId: number | null;
  categoryId: number | null;
  priority: number | null;
  triageDifficulty: number | null;
  triageAt: number | null;
  minutesWorked: number | null;
  queueMinutes: number | null;
  startedUnassigned: boolean | null;
  handoffs: number | null;
  reopenCount: number | null;
  escalated: boolean | null;
  satisfaction: number | null;
  /** Who had it when it was first resolved, where not the first assignee, and who had it before them. */
  resolverId: number | null;
  handedById: number | null;
};

const TICKET_COLUMNS = [
  'place',
  'external_id',
  'opened_at',
  'resolved_at',
  'first_assignee_id',
  'first_assigned_at',
  'first_team_id',
  'client_id',
  'category_id',
  'priority',
  'triage_difficulty',
  'triage_at',
  'minutes_worked',
  'queue_minutes',
  'started_unassigned',
  'handoffs',
  'reopen_count',
  'escalated',
  'satisfaction',
  'resolver_id',
  'handed_by_id',
]; // prettier-ignore

/** Opens the temporary tables of an import; they go with the transaction. Times are milliseconds since 1970. */
export async function openStaging(db: Db): Promise<void> {
  await sql`create temporary table staged_ticket (
    place bigint not null, external_id text not null, opened_at float8 not null, resolved_at float8,
    first_assignee_id bigint, first_assigned_at float8, first_team_id bigint, client_id bigint, category_id bigint,
    priority smallint, triage_difficulty smallint, triage_at float8, minutes_worked float8, queue_minutes float8, started_unassigned boolean,
    handoffs integer, reopen_count integer, escalated boolean, satisfaction real, resolver_id bigint, handed_by_id bigint) on commit drop`.execute(
    db,
  );
  await sql`create temporary table staged_event (place bigint not null, seq integer not null, at float8 not null, status text,
    person_id bigint, team_id bigint) on commit drop`.execute(db);
  await sql`create temporary table touched_ticket (ticket_id bigint not null, added boolean not null) on commit drop`.execute(
    db,
  );
}

/** Brings tickets into the staging table; may be called again and again. */
export async function stageTickets(db: Db, tickets: Iterable<StagedTicket>): Promise<void> {
  await copyInto(db, 'staged_ticket', TICKET_COLUMNS, ticketRows(tickets));
}

function* ticketRows(tickets: Iterable<StagedTicket>): Generator<CopyValue[]> {
  for (const t of tickets) {
    yield [
      t.place,
      t.externalId,
      t.openedAt,
      t.resolvedAt,
      t.firstAssigneeId,
      t.firstAssignedAt,
      t.firstTeamId,
      t.clientId,
      t.categoryId,
      t.priority,
      t.triageDifficulty,
      t.triageAt,
      t.minutesWorked,
      t.queueMinutes,
      t.startedUnassigned,
      t.handoffs,
      t.reopenCount,
      t.escalated,
      t.satisfaction,
      t.resolverId,
      t.handedById,
    ]; // prettier-ignore
  }
}

/** A change of a ticket: the ticket's place, number in its story, time, status, person and team after it. */
export type StagedEvent = readonly [
  place: number,
  seq: number,
  at: number,
  status: string,
  personId: number | null,
  teamId: number | null,
];

/** Brings events into the staging table. */
export async function stageEvents(db: Db, events: Iterable<StagedEvent>): Promise<void> {
  await copyInto(db, 'staged_event', ['place', 'seq', 'at', 'status', 'person_id', 'team_id'], events);
}
