import { sql } from 'kysely';
import { addDays, type Day } from '../../base/time.ts';
import { type Hours, hours } from '../../base/units.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId } from '../people/types.ts';
import type { LeaderWeek, LeadingFacts, ToldWeek } from './types.ts';

/** Tickets of the last so many weeks tell of a week. */
const WEEKS = 13;

/**
 * What is known of leads' weeks as of a day, in the program's own standing: five queries, whatever the number of people.
 * `need`: fewer tickets with their minutes tell nothing of a week.
 */
export async function readLeading(db: Db, day: Day, need: number): Promise<LeadingFacts> {
  const talks = await readTalks(db);
  const own = await readOwnTickets(db, day);
  const taken = await readTakenOver(db, day);
  const people = new Map<PersonId, LeaderWeek>();
  const of = (id: PersonId) => {
    const known = people.get(id) ?? { oneOnOnes: null, escalations: null, ownTickets: null, mentees: null };
    people.set(id, known);
    return known;
  };
  for (const { personId, aWeek, pairs } of talks) of(personId).oneOnOnes = { hours: hours(aWeek), pairs };
  const all = own.reduce((sum, one) => ({ minutes: sum.minutes + one.minutes, tickets: sum.tickets + one.tickets }), {
    minutes: 0,
    tickets: 0,
  });
  for (const { personId, minutes, tickets } of own)
    if (tickets >= need) of(personId).ownTickets = { hours: hours(minutes / 60 / WEEKS), tickets };
  // How long the one who took it over worked on it isn't kept: a usual ticket is the least it took.
  if (all.tickets >= need)
    for (const { personId, tickets } of taken)
      of(personId).escalations = {
        aWeek: tickets / WEEKS,
        hoursEach: hours(all.minutes / all.tickets / 60),
        tickets,
      };
  for (const { personId, mentees } of await readMentees(db)) of(personId).mentees = mentees;
  return { weeks: WEEKS, seen: people, told: await readToldWeeks(db) };
}

async function readTalks(db: Db): Promise<{ personId: PersonId; aWeek: number; pairs: number }[]> {
  const { rows } = await sql<{ personId: PersonId; aWeek: number; pairs: number }>`
    select lead_id as "personId", sum(minutes * 7.0 / every_days / 60)::float8 as "aWeek", count(*) as pairs
    from one_on_one where ended_on is null group by lead_id order by lead_id`.execute(db);
  return rows;
}

async function readOwnTickets(db: Db, day: Day): Promise<{ personId: PersonId; minutes: number; tickets: number }[]> {
  const { rows } = await sql<{ personId: PersonId; minutes: number; tickets: number }>`
    select first_assignee_id as "personId", sum(minutes_worked) as minutes, count(*) as tickets
    from ticket
    where resolved_at >= ${addDays(day, -7 * WEEKS)}::timestamptz and resolved_at < ${day}::timestamptz
      and minutes_worked is not null and escalated is not true and first_assignee_id is not null
    group by 1 order by 1`.execute(db);
  return rows;
}

async function readTakenOver(db: Db, day: Day): Promise<{ personId: PersonId; tickets: number }[]> {
  const { rows } = await sql<{ personId: PersonId; tickets: number }>`
    select resolver_id as "personId", count(*) as tickets from ticket
    where handed_by_id is not null and resolver_id is not null
      and resolved_at >= ${addDays(day, -7 * WEEKS)}::timestamptz and resolved_at < ${day}::timestamptz
    group by 1 order by 1`.execute(db);
  return rows;
}

async function readMentees(db: Db): Promise<{ personId: PersonId; mentees: number }[]> {
  const { rows } = await sql<{ personId: PersonId; mentees: number }>`
    select mentor_id as "personId", count(*) as mentees from mentoring_pair where state = 'running' group by 1 order by 1`.execute(
    db,
  );
  return rows;
}

async function readToldWeeks(db: Db): Promise<Map<PersonId, ToldWeek>> {
  const rows = await db.selectFrom('lead_week').selectAll().execute();
  return new Map(
    rows.map(({ person_id, mentees, conflicts, steering }) => [
      person_id as PersonId,
      { mentees, conflicts, steering: steering as Hours | null },
    ]),
  );
}

/** Keeps what was told of somebody's week; all null: nothing is told any more. */
export async function saveToldWeek(db: Db, personId: PersonId, week: ToldWeek, day: Day): Promise<void> {
  if (Object.values(week).every((one) => one === null)) {
    await db.deleteFrom('lead_week').where('person_id', '=', personId).execute();
    return;
  }
  const row = { ...week, told_on: day };
  await db
    .insertInto('lead_week')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet(row))
    .execute();
}
