import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Hours } from '../../base/units.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { Firm, OrgId, Person, PersonId, Seat, SeatId, Structure, TeamId } from './types.ts';

/** The firm of this transaction; undefined when it does not exist (any more). */
export async function readFirm(db: Db): Promise<Firm | undefined> {
  const row = await db.selectFrom('firm').selectAll().executeTakeFirst();
  return (
    row && {
      orgId: row.org_id as OrgId,
      name: row.name,
      sample: row.sample as Firm['sample'],
      storyDay: row.story_day as Day | null,
    }
  );
}

/** The structure as it is on a day: nobody who has left, no closed seat. Seven queries whatever the size of the firm. */
export async function readStructure(db: Db, day: Day): Promise<Structure> {
  const people = await selectPeople(db)
    .where((where) => where.or([where('left_on', 'is', null), where('left_on', '>', day)]))
    .orderBy('person_id')
    .execute();
  const teams = await db.selectFrom('team').select(['team_id', 'name']).orderBy('team_id').execute();
  const memberships = await db
    .selectFrom('membership')
    .select(['person_id', 'team_id'])
    .where('from_day', '<=', day)
    .where((where) => where.or([where('to_day', 'is', null), where('to_day', '>', day)]))
    .execute();
  const lines = await db
    .selectFrom('person_line')
    .select(['person_id', 'seat_id'])
    .where('from_day', '<=', day)
    .where((where) => where.or([where('to_day', 'is', null), where('to_day', '>', day)]))
    .execute();
  const here = new Set(people.map((person) => person.person_id));
  // Whoever turns out to be no human holds nothing.
  const humans = new Set(people.filter(({ work }) => work !== 'service-account').map((person) => person.person_id));
  return {
    day,
    people: people.map(toPerson),
    teams: teams.map((team) => ({ teamId: team.team_id as TeamId, name: team.name })),
    seats: await readSeats(db, day, humans),
    memberships: memberships
      .filter((row) => here.has(row.person_id))
      .map((row) => ({ personId: row.person_id as PersonId, teamId: row.team_id as TeamId })),
    lines: lines
      .filter((row) => here.has(row.person_id))
      .map((row) => ({ personId: row.person_id as PersonId, seatId: row.seat_id as SeatId })),
  };
}

async function readSeats(db: Db, day: Day, mayHold: Set<number>): Promise<Seat[]> {
  const rows = await db
    .selectFrom('seat as s')
    .leftJoin('seat_holding as h', (join) =>
      join
        .onRef('h.seat_id', '=', 's.seat_id')
        .on('h.from_day', '<=', day)
        .on((on) => on.or([on('h.to_day', 'is', null), on('h.to_day', '>', day)])),
    )
    .leftJoin('seat_line as l', (join) =>
      join
        .onRef('l.seat_id', '=', 's.seat_id')
        .on('l.from_day', '<=', day)
        .on((on) => on.or([on('l.to_day', 'is', null), on('l.to_day', '>', day)])),
    )
    .select(['s.seat_id', 's.title', 's.team_id', 's.planned_for', 's.open_since', 's.hands_on'])
    .select(['s.distance_override', 's.override_reason', 'h.person_id', 'h.from_day as held_since'])
    .select(['h.acting_until', 'l.reports_to'])
    .where((where) => where.or([where('s.closed_on', 'is', null), where('s.closed_on', '>', day)]))
    .orderBy('s.seat_id')
    .execute();
  const open = new Set(rows.map((row) => row.seat_id));
  return rows.map((row) => {
    const holderId = row.person_id !== null && mayHold.has(row.person_id) ? (row.person_id as PersonId) : null;
    const planned = row.planned_for !== null && row.planned_for > day;
    return {
      seatId: row.seat_id as SeatId,
      title: row.title,
      teamId: row.team_id as TeamId | null,
      state: holderId !== null ? (row.acting_until ? 'acting' : 'held') : planned ? 'planned' : 'vacant',
      holderId,
      heldSince: holderId === null ? null : (row.held_since as Day | null),
      actingUntil: holderId === null ? null : (row.acting_until as Day | null),
      reportsTo: row.reports_to !== null && open.has(row.reports_to) ? (row.reports_to as SeatId) : null,
      plannedFor: row.planned_for as Day | null,
      openSince: row.open_since as Day | null,
      handsOn: row.hands_on,
      distanceOverride: row.distance_override,
      overrideReason: row.override_reason,
    };
  });
}

/** People with what they said they want: a table of its own, because fewer may read it. */
const selectPeople = (db: Db) =>
  db
    .selectFrom('person')
    .leftJoin('wish', (join) => join.onRef('wish.person_id', '=', 'person.person_id'))
    .select(['person.person_id', 'name', 'email', 'title', 'work', 'started_on', 'left_on', 'site', 'time_zone'])
    .select(['hours_per_week', 'own_ticket_hours', 'aspiration', 'wish.day as aspiration_day']);

type PersonRow = {
  person_id: number;
  name: string;
  email: string | null;
  title: string | null;
  work: string;
  aspiration: string | null;
  aspiration_day: string | null;
  started_on: string | null;
  left_on: string | null;
  site: string | null;
  time_zone: string | null;
  hours_per_week: number | null;
  own_ticket_hours: number | null;
};

function toPerson(row: PersonRow): Person {
  return {
    personId: row.person_id as PersonId,
    name: row.name,
    email: row.email,
    title: row.title,
    work: row.work as Person['work'],
    aspiration: (row.aspiration ?? 'not-asked') as Person['aspiration'],
    aspirationDay: row.aspiration_day as Day | null,
    startedOn: row.started_on as Day | null,
    leftOn: row.left_on as Day | null,
    site: row.site,
    timeZone: row.time_zone,
    hoursPerWeek: row.hours_per_week as Hours | null,
    ownTicketHours: row.own_ticket_hours as Hours | null,
  };
}

/** What may be changed on a person by hand. */
export type PersonChange = Partial<
  Pick<Person, 'name' | 'title' | 'work' | 'aspiration' | 'hoursPerWeek' | 'ownTicketHours'>
>;

/** Changes a person; undefined when there is none with that number in this firm. */
export async function updatePerson(
  db: Db,
  personId: PersonId,
  change: PersonChange,
  day: Day,
): Promise<Person | undefined> {
  const set = {
    ...(change.name !== undefined && { name: change.name }),
    ...(change.title !== undefined && { title: change.title }),
    ...(change.work !== undefined && { work: change.work }),
    ...(change.hoursPerWeek !== undefined && { hours_per_week: change.hoursPerWeek }),
    ...(change.ownTicketHours !== undefined && { own_ticket_hours: change.ownTicketHours }),
  };
  if (Object.keys(set).length) await db.updateTable('person').set(set).where('person_id', '=', personId).execute();
  const there = () => selectPeople(db).where('person.person_id', '=', personId).executeTakeFirst();
  if (change.aspiration !== undefined && (await there())) {
    await saveAspirations(db, [{ personId, aspiration: change.aspiration }], day);
  }
  const row = await there();
  return row && toPerson(row);
}

/** Keeps what people said they want, in one statement. */
export async function saveAspirations(
  db: Db,
  said: { personId: PersonId; aspiration: Person['aspiration'] }[],
  day: Day,
): Promise<void> {
  const ids = said.map((one) => one.personId);
  const wishes = said.map((one) => one.aspiration);
  const given = sql`unnest(${ids}::bigint[], ${wishes}::text[]) as said (id, aspiration)`;
  // Asked again with the same answer, the day of the first one stays.
  await sql`insert into wish (person_id, aspiration, day)
            select said.id, said.aspiration, ${day} from ${given} join person on person_id = said.id
            where said.aspiration <> 'not-asked'
            on conflict (org_id, person_id) do update set aspiration = excluded.aspiration, day = excluded.day
            where wish.aspiration <> excluded.aspiration`.execute(db);
  await sql`delete from wish using ${given} where person_id = said.id and said.aspiration = 'not-asked'`.execute(db);
}

/** What one person said they want; nothing yet: not asked. */
export async function readWish(
  db: Db,
  personId: PersonId,
): Promise<{ aspiration: Person['aspiration']; day: Day | null }> {
  const row = await db
    .selectFrom('wish')
    .select(['aspiration', 'day'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return {
    aspiration: (row?.aspiration ?? 'not-asked') as Person['aspiration'],
    day: (row?.day ?? null) as Day | null,
  };
}

/** Whether somebody hands out tickets. */
export async function isDispatcher(db: Db, personId: number): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('work', '=', 'dispatch')
    .executeTakeFirst();
  return row !== undefined;
}

/** How much a firm holds, for the first screen. */
export async function countHoldings(
  db: Db,
): Promise<{ people: number; seats: number; tickets: number; observations: number }> {
  const { rows } = await sql<{ people: number; seats: number; tickets: number; observations: number }>`
    select (select count(*) from person) as people,
           (select count(*) from seat where closed_on is null) as seats,
           (select count(*) from ticket) as tickets,
           (select count(*) from observation) as observations`.execute(db);
  return rows[0]!;
}
