import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PeoplePlan, PlannedPerson, PlannedSeat } from './plan.ts';
import { MEMBERSHIP, PERSON_LINE, SEAT_LINE, setSpans } from './spans.store.ts';
import { saveAspirations } from './store.ts';
import type { PersonId } from './types.ts';

/** What applying a plan changed. */
export type PlanResult = { peopleAdded: number; seatsAdded: number };

/**
 * Brings people, seats and lines into the firm, in a fixed number of statements however many there are. People are
 * known again by address, else by name; seats by holder and title, else by title and team. The same plan twice changes
 * nothing. What the plan leaves out stays as it is.
 */
export async function applyPeoplePlan(db: Db, plan: PeoplePlan, day: Day): Promise<PlanResult> {
  const teams = await addTeams(db, plan);
  const { people, added: peopleAdded } = await addPeople(db, plan.people, day);
  const { seats, added: seatsAdded } = await addSeats(db, plan.seats, people, teams, day);
  await setSpans(
    db,
    MEMBERSHIP,
    day,
    plan.people
      .filter((p) => p.team !== null)
      .map((p) => ({ owner: people.get(p.key)!, value: teams.get(p.team!.toLowerCase())! })),
  );
  await setSpans(
    db,
    PERSON_LINE,
    day,
    plan.people
      .filter((p) => p.reportsTo !== null)
      .map((p) => ({ owner: people.get(p.key)!, value: seats.get(p.reportsTo!)! })),
  );
  await setSpans(
    db,
    SEAT_LINE,
    day,
    plan.seats
      .filter((s) => s.reportsTo !== null)
      .map((s) => ({ owner: seats.get(s.key)!, value: seats.get(s.reportsTo!)! })),
  );
  return { peopleAdded, seatsAdded };
}

async function addTeams(db: Db, plan: PeoplePlan): Promise<Map<string, number>> {
  const names = [...plan.people, ...plan.seats].flatMap((item) => (item.team === null ? [] : [item.team]));
  const unique = [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
  await sql`insert into team (name) select name from unnest(${unique}::text[]) as given (name)
            on conflict (org_id, lower(name)) do nothing`.execute(db);
  const rows = await db.selectFrom('team').select(['team_id', 'name']).execute();
  return new Map(rows.map((row) => [row.name.toLowerCase(), row.team_id]));
}

async function addPeople(
  db: Db,
  planned: PlannedPerson[],
  day: Day,
): Promise<{ people: Map<string, number>; added: number }> {
  const held = await db
    .selectFrom('person')
    .select(['person_id', 'name', 'email'])
    .orderBy('person_id', 'desc')
    .execute();
  const byEmail = new Map(
    held.flatMap((row) => (row.email ? [[row.email.toLowerCase(), row.person_id] as const] : [])),
  );
  const byName = new Map(held.map((row) => [row.name.toLowerCase(), row.person_id]));
  const known = (person: PlannedPerson) =>
    (person.email === null ? undefined : byEmail.get(person.email.toLowerCase())) ??
    byName.get(person.name.toLowerCase());
  const fresh = planned.filter((person) => known(person) === undefined);
  const people = new Map(
    planned.flatMap((person) => (known(person) === undefined ? [] : [[person.key, known(person)!] as const])),
  );
  const ids = await insertPeople(db, fresh);
  for (const [i, person] of fresh.entries()) people.set(person.key, ids[i]!);
  await updatePeople(db, planned, people, day);
  return { people, added: fresh.length };
}

const PERSON_ROW = sql`(name text, email text, title text, work text, aspiration text, "startedOn" date, site text,
  "timeZone" text, "hoursPerWeek" real, "ownTicketHours" real, id bigint, place int)`;

async function insertPeople(db: Db, fresh: PlannedPerson[]): Promise<number[]> {
  const rows = JSON.stringify(fresh.map((person, place) => ({ ...person, place })));
  const { rows: ids } = await sql<{ person_id: number }>`
    insert into person (name, work)
    select name, coalesce(work, 'product') from jsonb_to_recordset(${rows}::jsonb) as given ${PERSON_ROW}
    order by place returning person_id`.execute(db);
  return ids.map((row) => row.person_id);
}

/** Sets what the plan gives and leaves what it does not. */
async function updatePeople(db: Db, planned: PlannedPerson[], people: Map<string, number>, day: Day): Promise<void> {
  const rows = JSON.stringify(planned.map((person) => ({ ...person, id: people.get(person.key) })));
  await sql`
    update person set
      name = given.name,
      email = coalesce(given.email, person.email),
      title = coalesce(given.title, person.title),
      work = coalesce(given.work, person.work),
      started_on = coalesce(given."startedOn", person.started_on),
      site = coalesce(given.site, person.site),
      time_zone = coalesce(given."timeZone", person.time_zone),
      hours_per_week = coalesce(given."hoursPerWeek", person.hours_per_week),
      own_ticket_hours = coalesce(given."ownTicketHours", person.own_ticket_hours),
      left_on = null
    from jsonb_to_recordset(${rows}::jsonb) as given ${PERSON_ROW} where person.person_id = given.id`.execute(db);
  const wishes = planned.flatMap(({ key, aspiration }) =>
    aspiration === null ? [] : [{ personId: people.get(key)! as PersonId, aspiration }],
  );
  await saveAspirations(db, wishes, day);
}

async function addSeats(
  db: Db,
  planned: PlannedSeat[],
  people: Map<string, number>,
  teams: Map<string, number>,
  day: Day,
): Promise<{ seats: Map<string, number>; added: number }> {
  const known = await matchSeats(db, planned, people, teams);
  const fresh = planned.filter((seat) => !known.has(seat.key));
  const rows = fresh.map((seat, place) => ({
    title: seat.title,
    team: teamOf(seat, teams),
    plannedFor: seat.plannedFor,
    openSince: seat.openSince,
    place,
  }));
  const { rows: ids } = await sql<{ seat_id: number }>`
    insert into seat (title, team_id, planned_for, open_since)
    select title, team, "plannedFor", "openSince" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (title text, team bigint, "plannedFor" date, "openSince" date, place int)
    order by place returning seat_id`.execute(db);
  for (const [i, seat] of fresh.entries()) known.set(seat.key, ids[i]!.seat_id);
  await holdSeats(db, planned, known, people, day);
  return { seats: known, added: fresh.length };
}

const teamOf = (seat: PlannedSeat, teams: Map<string, number>) =>
  seat.team === null ? null : teams.get(seat.team.toLowerCase())!;

/** Seats that are there already: the same holder and title, else the same title leading the same team. */
async function matchSeats(
  db: Db,
  planned: PlannedSeat[],
  people: Map<string, number>,
  teams: Map<string, number>,
): Promise<Map<string, number>> {
  const held = await db
    .selectFrom('seat')
    .leftJoin('seat_holding', (join) =>
      join.onRef('seat_holding.seat_id', '=', 'seat.seat_id').on('seat_holding.to_day', 'is', null),
    )
    .select(['seat.seat_id', 'seat.title', 'seat.team_id', 'seat_holding.person_id'])
    .where('seat.closed_on', 'is', null)
    .orderBy('seat.seat_id')
    .execute();
  const free = new Set(held);
  const matched = new Map<string, number>();
  for (const seat of planned) {
    const sameTitle = [...free].filter((row) => row.title.toLowerCase() === seat.title.toLowerCase());
    const holder = seat.holder === null ? null : people.get(seat.holder)!;
    const found =
      sameTitle.find((row) => holder !== null && row.person_id === holder) ??
      sameTitle.find((row) => row.team_id === teamOf(seat, teams));
    if (found === undefined) continue;
    free.delete(found);
    matched.set(seat.key, found.seat_id);
  }
  return matched;
}

/** Who holds what from now on; a holding that stands already is left alone. */
async function holdSeats(
  db: Db,
  planned: PlannedSeat[],
  seats: Map<string, number>,
  people: Map<string, number>,
  day: Day,
): Promise<void> {
  const holdings = planned
    .filter((seat) => seat.holder !== null)
    .map((seat) => ({
      seat: seats.get(seat.key),
      person: people.get(seat.holder!),
      since: seat.heldSince ?? day,
      until: seat.actingUntil,
    }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(holdings)}::jsonb) as given (seat bigint, person bigint, since date, until date)`;
  await sql`update seat_holding set to_day = greatest(${day}::date, from_day + 1) from ${given}
            where seat_id = given.seat and to_day is null and person_id <> given.person`.execute(db);
  await sql`insert into seat_holding (seat_id, person_id, from_day, acting_until)
            select seat, person, since, until from ${given}
            where not exists (select from seat_holding where seat_id = given.seat and to_day is null)
            on conflict (org_id, seat_id, from_day) do update set person_id = excluded.person_id, acting_until = excluded.acting_until, to_day = null`.execute(
    db,
  );
}
