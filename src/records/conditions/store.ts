import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '../../base/time.ts';
import { asWholes } from '../../platform/db/as-wholes.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId } from '../people/types.ts';
import { classOfStatus } from '../work/event-log.ts';
import type { Clocks, WeekSpan } from './clocks.ts';
import type { AnswersOfClient, ConditionWeek, OfClient } from './types.ts';

/** Minutes on call of somebody in a week. */
export type OnCallWeek = { personId: PersonId; week: Day; minutes: number };

/** The day of the newest change that is known: of a ticket, up to a day. Null: there is none. */
export async function readNewestDay(db: Db, today: Day): Promise<Day | null> {
  const { rows } = await sql<{ day: Day | null }>`
    select greatest(max(opened_at), max(resolved_at))::date as day from ticket
    where opened_at < ${addDays(today, 1)}::timestamptz`.execute(db);
  const { day } = rows[0]!;
  return day !== null && day > today ? today : day;
}

/** The newest week that is kept; null: none is. */
export async function readNewestWeek(db: Db): Promise<Day | null> {
  const { rows } = await sql<{ week: Day | null }>`select max(week) as week from condition_week`.execute(db);
  return rows[0]!.week;
}

/**
 * Changes of tickets while they were in somebody's hands, by their own clock. The change that gives a ticket to somebody is
 * not theirs; one that closes what was resolved before is mostly the system's.
 */
async function changesIn(
  db: Db,
  { since, until }: WeekSpan,
  { people, offsets }: Clocks,
): Promise<RawBuilder<unknown>> {
  const around = sql`at >= ${addDays(since, -1)}::timestamptz and at < ${addDays(until, 1)}::timestamptz`;
  const { rows } = await sql<{ status: string }>`
    select distinct status from ticket_event where status is not null and ${around}`.execute(db);
  const done = rows.flatMap(({ status }) => (classOfStatus(status) === 'resolved' ? [status] : []));
  return sql`
    given as materialized (select * from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      as g ("personId" bigint, zone int, starts int, ends int, weekdays int[])),
    clock as materialized (select * from jsonb_to_recordset(${JSON.stringify(offsets)}::jsonb)
      as o (zone int, day date, minutes int)),
    story as (
      select ticket_id, seq, at, status, lag(person_id) over told as person_id, lag(status) over told as was
      from ticket_event where ticket_id in (select ticket_id from ticket_event where ${around})
      window told as (partition by ticket_id order by seq)),
    own as (
      select s.person_id, s.ticket_id, s.seq, s.at, ${localOf(sql`s.at`)} as clock_at, g.starts, g.ends, g.weekdays
      from story s join given g on g."personId" = s.person_id
      join clock o on o.zone = g.zone and o.day = (s.at at time zone 'UTC')::date
      where s.${around} and not coalesce(s.was = any(${done}::text[]) and s.status = any(${done}::text[]), false)),
    timed as (
      select person_id, ticket_id, seq, at, date_trunc('week', clock_at)::date as week,
        not (extract(isodow from clock_at)::int = any(weekdays)
          and extract(hour from clock_at) * 60 + extract(minute from clock_at) between starts and ends - 1) as after_hours
      from own)`;
}

const localOf = (at: RawBuilder<unknown>) => sql`${at} at time zone 'UTC' + make_interval(mins => o.minutes)`;

type Refresh = { span: WeekSpan; clocks: Clocks; onCall: readonly OnCallWeek[]; satisfiedFrom: number };

/** Forgets all weeks, because what they were counted from changed: whoever reads them next has them counted anew. */
export async function forgetWeeks(db: Db): Promise<void> {
  await db.deleteFrom('condition_week').execute();
}

/** Counts the weeks of a span anew for everybody, in one statement, and forgets what is older than `keepFrom`. */
export async function replaceWeeks(db: Db, given: Refresh, keepFrom: Day): Promise<void> {
  const { span, clocks, onCall, satisfiedFrom } = given;
  const { since, until } = span;
  // Two at once would both write the same weeks.
  await sql`select pg_advisory_xact_lock(hashtextextended('evenkeel conditions ' || app_org(), 0))`.execute(db);
  await sql`delete from condition_week where week < ${keepFrom} or week >= ${since}`.execute(db);
  const near = (at: RawBuilder<unknown>) => sql`${at} >= ${since}::date - 1 and ${at} < ${until}::date + 1`;
  const inSpan = sql`week >= ${since} and week < ${until}`;
  const byClock = (person: RawBuilder<unknown>, at: RawBuilder<unknown>) => sql`
    join given g on g."personId" = ${person} join clock o on o.zone = g.zone and o.day = (${at} at time zone 'UTC')::date`;
  const week = (at: RawBuilder<unknown>) => sql`date_trunc('week', ${localOf(at)})::date as week`;
  const query = sql`
    with ${await changesIn(db, span, clocks)},
    paced as (
      select *, ticket_id <> lag(ticket_id) over mine and at - lag(at) over mine <= interval '1 hour' as switched
      from timed window mine as (partition by person_id order by at, ticket_id, seq)),
    counted as (
      select person_id, week, count(distinct ticket_id) as tickets, count(*) as changes,
        count(*) filter (where after_hours) as after_hours, count(*) filter (where switched) as switches
      from paced where ${inSpan} group by 1, 2),
    moments as (
      select first_assignee_id, ticket_id, coalesce(first_assigned_at, opened_at) as at from ticket
      where ${near(sql`coalesce(first_assigned_at, opened_at)`)}
      union select first_assignee_id, ticket_id, resolved_at from ticket where ${near(sql`resolved_at`)}),
    listed as (
      select m.first_assignee_id as person_id, ${week(sql`m.at`)}, count(distinct m.ticket_id) as tickets
      from moments m ${byClock(sql`m.first_assignee_id`, sql`m.at`)}
      where not exists (select from ticket_event e where e.ticket_id = m.ticket_id) group by 1, 2),
    worked as (
      select t.first_assignee_id as person_id, ${week(sql`t.resolved_at`)}, sum(t.minutes_worked) as minutes,
        case when exists (select from ticket where satisfaction is not null)
          then coalesce(sum(t.minutes_worked) filter (where t.satisfaction < ${satisfiedFrom}), 0) end as dissatisfied
      from ticket t ${byClock(sql`t.first_assignee_id`, sql`t.resolved_at`)}
      where ${near(sql`t.resolved_at`)} and t.minutes_worked is not null and t.escalated is not true group by 1, 2),
    on_call as (select * from jsonb_to_recordset(${JSON.stringify(onCall)}::jsonb)
      as c ("personId" bigint, week date, minutes int)),
    known as (
      select person_id, week from counted union select person_id, week from listed where ${inSpan}
      union select person_id, week from worked where ${inSpan} union select "personId", week from on_call where ${inSpan})
    insert into condition_week (person_id, week, tickets, changes, changes_after_hours, switches, minutes,
      minutes_dissatisfied, on_call_minutes)
    select k.person_id, k.week, coalesce(c.tickets, 0) + coalesce(l.tickets, 0), coalesce(c.changes, 0),
      coalesce(c.after_hours, 0), coalesce(c.switches, 0), w.minutes, w.dissatisfied, coalesce(o.minutes, 0)
    from known k left join counted c using (person_id, week) left join listed l using (person_id, week)
    left join worked w using (person_id, week) left join on_call o on o."personId" = k.person_id and o.week = k.week`;
  await asWholes(db, () => query.execute(db));
}

/** Weeks of a span that are kept, of everybody; in the program's standing. */
export async function readWeeks(db: Db, { since, until }: WeekSpan): Promise<ConditionWeek[]> {
  const { rows } = await sql<ConditionWeek>`
    select person_id as "personId", week, tickets, changes, changes_after_hours as "afterHours", switches, minutes,
      minutes_dissatisfied as dissatisfied, on_call_minutes as "onCallMinutes"
    from condition_week where week >= ${since} and week < ${until} order by person_id, week`.execute(db);
  return rows;
}

/** After-hours changes of a span by person and client. */
export async function countAfterHours(db: Db, span: WeekSpan, clocks: Clocks): Promise<OfClient[]> {
  const query = sql<OfClient>`
    with ${await changesIn(db, span, clocks)}
    select t.person_id as "personId", k.client_id as "clientId", count(*) as count
    from timed t join ticket k using (ticket_id)
    where t.after_hours and k.client_id is not null and week >= ${span.since} and week < ${span.until}
    group by 1, 2 order by 1, 2`;
  return (await asWholes(db, () => query.execute(db))).rows;
}

/** Answers on tickets resolved in the days from one to another, by person and client: dissatisfied ones, of all. */
export async function countAnswers(
  db: Db,
  { from, to, below }: { from: Day; to: Day; below: number },
): Promise<AnswersOfClient[]> {
  const { rows } = await sql<AnswersOfClient>`
    select first_assignee_id as "personId", client_id as "clientId", count(*) filter (where satisfaction < ${below}) as count,
      count(*) as of from ticket
    where satisfaction is not null and first_assignee_id is not null and client_id is not null
      and resolved_at >= ${from}::timestamptz and resolved_at < ${addDays(to, 1)}::timestamptz
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

/** What clients are called, by their number. */
export async function readClients(db: Db): Promise<Map<number, string>> {
  const rows = await db.selectFrom('client').select(['client_id', 'name']).execute();
  return new Map(rows.map(({ client_id, name }) => [client_id, name]));
}
