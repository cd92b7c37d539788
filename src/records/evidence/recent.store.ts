import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId } from '../people/types.ts';
import { classOfStatus } from '../work/event-log.ts';
import { type WorkingDay, workingMinutes } from '../work/working-time.ts';
import type { RecentCase, RecentFactor } from './recent.ts';
import type { MinutesOutcome } from './types.ts';

/** Which tickets are read, and as of when: what happened later isn't in the answer, so that a past day can be replayed. */
export type RecentSpan = {
  /** Of which minutes: those that the fit in force was made of. */
  outcome: MinutesOutcome;
  since: Instant;
  until: Instant;
  /** Most tickets, the last opened or resolved first. */
  limit: number;
  /** Time in a queue counts within it; and minutes from UTC to the wall clock that it means. */
  workingDay: WorkingDay;
  offsetMinutes: (instant: Instant) => number;
};

type Row = Record<RecentFactor, number> & {
  ticketId: number;
  personId: PersonId;
  /** Null: still open then. */
  minutes: number | null;
  /** Minutes booked on an open ticket; null: none are kept. */
  booked: number | null;
  /** An open ticket's events since its first assignment, and the state after each. */
  events: [at: Instant, status: string | null][] | null;
};

/**
 * Tickets opened or resolved in a span, with the levels that evidence_case has, whoever closed them. One that was still
 * open at its end comes with its minutes so far: those booked, or working time in active states. A ticket that nobody's
 * hands were on, or that is kept in other minutes, is left out.
 */
export async function readRecentCases(db: Db, span: RecentSpan): Promise<RecentCase[]> {
  const { since, until, limit } = span;
  const own = span.outcome === 'minutes-worked' ? sql`t.minutes_worked` : sql`t.queue_minutes`;
  // A ticket with minutes of both kinds is compared by those worked, as in evidence_case.
  const kept = span.outcome === 'minutes-worked' ? sql`true` : sql`t.minutes_worked is null`;
  const { rows } = await sql<Row>`
    with recent as (
      select t.*, coalesce(t.resolved_at > ${timestamp(until)}, true) as open from ticket t
      join person p on p.person_id = t.first_assignee_id and p.work = 'product'
      where greatest(t.opened_at, t.resolved_at) >= ${timestamp(since)} and t.opened_at <= ${timestamp(until)}
        and coalesce(t.first_assigned_at, t.opened_at) <= ${timestamp(until)} and ${kept}
        and (t.resolved_at is null or ${own} is not null)
      order by least(t.resolved_at, ${timestamp(until)}) desc, t.opened_at desc, t.ticket_id desc
      limit ${limit})
    select t.ticket_id as "ticketId", t.first_assignee_id as "personId", coalesce(t.client_id, 0) as client,
      coalesce(t.category_id, 0) as category, coalesce(t.first_team_id, 0) as queue, coalesce(t.priority, 0) as priority,
      extract(hour from t.opened_at at time zone 'UTC')::int as hour,
      case when t.triage_at <= t.first_assigned_at then coalesce(t.triage_difficulty, 0) else 0 end as difficulty,
      case when not open then ${own} end as minutes,
      -- Of a ticket that was resolved later it isn't known what was booked by then.
      case when t.resolved_at is null then t.minutes_worked end as booked,
      case when open then coalesce((
        select json_agg(json_build_array(extract(epoch from e.at) * 1000, e.status) order by e.seq) from ticket_event e
        where e.ticket_id = t.ticket_id and e.at >= t.first_assigned_at and e.at <= ${timestamp(until)}),
        -- A list tells no story: there all time since the assignment counts, as it does once it is resolved.
        json_build_array(json_build_array(extract(epoch from coalesce(t.first_assigned_at, ${timestamp(until)})) * 1000, null)))
      end as events
    from recent t order by t.ticket_id`.execute(db);
  return rows.map((row) => toCase(row, span));
}

function toCase({ ticketId, personId, minutes, booked, events, ...levels }: Row, span: RecentSpan): RecentCase {
  const soFar = span.outcome === 'minutes-worked' ? (booked ?? 0) : activeSoFar(events ?? [], span);
  return { ticketId, personId, levels, minutes: minutes ?? soFar, open: minutes === null };
}

/** Working minutes in active states from the first event to the end of the span. */
function activeSoFar(events: readonly [at: Instant, status: string | null][], span: RecentSpan): number {
  const wallClock = (instant: Instant) => instant / 60_000 + span.offsetMinutes(instant);
  return events.reduce((sum, [at, status], i) => {
    if (classOfStatus(status ?? '') !== 'active') return sum;
    const from = wallClock(at);
    const to = wallClock(events[i + 1]?.[0] ?? span.until);
    return sum + workingMinutes(from, Math.max(from, to), span.workingDay);
  }, 0);
}
