import type { Role } from '../../src/base/roles.ts';
import type { Day, Instant } from '../../src/base/time.ts';
import type { Database, Db } from '../../src/platform/db/connect.ts';
import { timestamp } from '../../src/platform/db/values.ts';
import { saveFit } from '../../src/records/evidence/fit.store.ts';
import { COMPETENCIES_OF } from '../../src/records/voice/types.ts';
import fc from './properties.ts';
import { DAY, ticketsOf } from './small-firm.ts';

/** A small firm by places in lists: people and seats are numbered from 0. */
export type OrgChart = {
  people: { line: number; team: number | null; wish: boolean }[];
  seats: { reportsTo: number | null; holder: number | null; team: number | null; decider: number | null }[];
  candidacies: { seat: number; person: number; told: boolean; ended: boolean }[];
};

/** An owner, a service manager below, a lead with one technician, and an open seat over three people of a team. */
export const OPEN_SEAT_CHART: OrgChart = {
  people: [0, 0, 0, 3, 3, 3, 2].map((line) => ({ line, team: line > 1 ? line : null, wish: true })),
  seats: [
    { reportsTo: null, holder: 0, team: null, decider: null },
    { reportsTo: 0, holder: 1, team: null, decider: null },
    { reportsTo: 1, holder: 2, team: 2, decider: null },
    { reportsTo: 1, holder: null, team: 3, decider: null },
  ],
  candidacies: [],
};

export type Viewer = { role: Role; person: number | null };

const ROLES: Role[] = ['owner', 'service-manager', 'team-lead', 'technician', 'hr', 'wallboard'];

/** Small firms with everything that visibility follows: lines, holders, deciders, candidates told and untold. */
export const orgCharts: fc.Arbitrary<OrgChart> = fc
  .record({ people: fc.integer({ min: 3, max: 8 }), seats: fc.integer({ min: 1, max: 4 }) })
  .chain(({ people, seats }) => {
    const aPerson = fc.integer({ min: 0, max: people - 1 });
    const maybePerson = fc.option(aPerson, { nil: null, freq: 3 });
    const holders = fc.uniqueArray(aPerson, { minLength: 0, maxLength: seats });
    return fc.record({
      people: fc.array(
        fc.record({
          line: fc.integer({ min: 0, max: seats - 1 }),
          team: fc.option(fc.integer({ min: 0, max: seats - 1 }), { nil: null }),
          wish: fc.boolean(),
        }),
        { minLength: people, maxLength: people },
      ),
      seats: holders.chain((held) =>
        fc.tuple(
          ...Array.from({ length: seats }, (_, at) =>
            fc.record({
              reportsTo:
                at === 0 ? fc.constant(null) : fc.option(fc.integer({ min: 0, max: at - 1 }), { nil: null, freq: 6 }),
              holder: fc.constant(held[at] ?? null),
              team: fc.constantFrom(at, null),
              decider: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: maybePerson }),
            }),
          ),
        ),
      ),
      candidacies: fc.uniqueArray(
        fc.record({
          seat: fc.integer({ min: 0, max: seats - 1 }),
          person: aPerson,
          told: fc.boolean(),
          ended: fc.boolean(),
        }),
        { maxLength: 6, selector: ({ seat, person }) => `${seat}/${person}` },
      ),
    });
  });

/** Somebody who looks: a role, and which of the people they are. */
export const viewersOf = ({ people }: OrgChart): fc.Arbitrary<Viewer> =>
  fc.record({
    role: fc.constantFrom(...ROLES),
    person: fc.option(fc.integer({ min: 0, max: people.length - 1 }), { nil: null, freq: 6 }),
  });

/** The numbers that the database gave to what is in a chart, in its order. */
export type SavedChart = { orgId: number; personIds: number[]; seatIds: number[] };

/** Recognisable numbers of a person: no two people share one, and no other number of an answer is like them. */
export const plantedTickets = (at: number) => 4111 + at * 137;
const plantedHours = (at: number) => 31.25 + at * 0.59375;

/** Puts a chart into a firm, with views, tickets and hours planted for everybody. */
export async function saveChart(database: Database, orgId: number, chart: OrgChart): Promise<SavedChart> {
  return database.transact({ orgId, actor: 'test', standing: 'engine' }, async (db) => {
    const day = DAY;
    const teamIds = await insertTeams(db, chart.seats.length);
    const personIds = await insertPeople(db, chart);
    const seatIds: number[] = [];
    for (const [at, seat] of chart.seats.entries()) {
      const row = { title: `Seat ${at}`, team_id: seat.team === null ? null : teamIds[seat.team]!, open_since: day };
      const decider = seat.decider === null ? null : personIds[seat.decider]!;
      const { seat_id } = await db
        .insertInto('seat')
        .values({ ...row, decider_id: decider })
        .returning('seat_id')
        .executeTakeFirstOrThrow();
      seatIds.push(seat_id);
      if (seat.holder !== null)
        await db
          .insertInto('seat_holding')
          .values({ seat_id, person_id: personIds[seat.holder]!, from_day: day })
          .execute();
      if (seat.reportsTo !== null)
        await db
          .insertInto('seat_line')
          .values({ seat_id, from_day: day, reports_to: seatIds[seat.reportsTo]! })
          .execute();
    }
    const holders = new Set(chart.seats.map((seat) => seat.holder));
    for (const [at, person] of chart.people.entries()) {
      const person_id = personIds[at]!;
      if (!holders.has(at))
        await db
          .insertInto('person_line')
          .values({ person_id, from_day: day, seat_id: seatIds[person.line]! })
          .execute();
      if (person.team !== null)
        await db
          .insertInto('membership')
          .values({ person_id, from_day: day, team_id: teamIds[person.team]! })
          .execute();
    }
    for (const { seat, person, told, ended } of chart.candidacies) {
      const at = timestamp(1_000 as Instant);
      const row = { seat_id: seatIds[seat]!, person_id: personIds[person]!, since: at };
      await db
        .insertInto('candidacy')
        .values({ ...row, ...(told && { told_at: at }), ...(ended && { ended_at: at }) })
        .execute();
    }
    await plant(db, personIds, day);
    return { orgId, personIds, seatIds };
  });
}

async function insertTeams(db: Db, count: number): Promise<number[]> {
  const rows = Array.from({ length: count }, (_, at) => ({ name: `Team ${at}` }));
  return (await db.insertInto('team').values(rows).returning('team_id').execute()).map((row) => row.team_id);
}

async function insertPeople(db: Db, { people }: OrgChart): Promise<number[]> {
  const ids: number[] = [];
  for (const [at, { wish }] of people.entries()) {
    const hours = { hours_per_week: plantedHours(at), own_ticket_hours: plantedHours(at) / 2 };
    const row = { name: `Fn${at} Ln${at}`, work: 'product', ...hours };
    const { person_id } = await db.insertInto('person').values(row).returning('person_id').executeTakeFirstOrThrow();
    ids.push(person_id);
    if (wish) await db.insertInto('wish').values({ person_id, aspiration: 'wants-to-lead', day: DAY }).execute();
  }
  return ids;
}

async function plant(db: Db, personIds: readonly number[], day: Day): Promise<void> {
  const rows = personIds.flatMap((person_id, at) =>
    [...COMPETENCIES_OF.technical, ...COMPETENCIES_OF.people].map((competency) => ({
      ...{ person_id, rater: `person:${personIds[(at + 1) % personIds.length]}`, kind: 'rating', competency, day },
      level: 1.5 + at * 0.34375,
    })),
  );
  await db.insertInto('observation').values(rows).execute();
  const evidence = ticketsOf(
    personIds.map((_, at) => at * 0.0731),
    { tickets: personIds.map((_, at) => plantedTickets(at)) },
  );
  if (evidence.status === 'fitted') evidence.effects.personIds = [...personIds] as typeof evidence.effects.personIds;
  await saveFit(db, { outcome: 'minutes-worked', dataVersion: 7, modelVersion: 'test', evidence }, null, 0 as Instant);
}

/**
 * Whose numbers a viewer may see, worked out from the chart alone: the rule of docs/access.md, written down a second time
 * and in another way than in the database.
 */
export function seenBy(chart: OrgChart, { role, person }: Viewer): Set<number> {
  const seen = new Set<number>();
  if (role === 'wallboard') return seen;
  if (person !== null) seen.add(person);
  if (!['owner', 'service-manager', 'team-lead'].includes(role)) return seen;
  const holders = new Set(chart.seats.map((seat) => seat.holder));
  const isMine = (seat: number | null) => seat !== null && person !== null && chart.seats[seat]!.holder === person;
  for (const [at, one] of chart.people.entries()) if (!holders.has(at) && isMine(one.line)) seen.add(at);
  for (const seat of chart.seats) if (seat.holder !== null && isMine(seat.reportsTo)) seen.add(seat.holder);
  for (const { seat, person: candidate, told, ended } of chart.candidacies)
    if (told && !ended && decides(chart, { role, person }, seat)) seen.add(candidate);
  return seen;
}

/** Whether a viewer decides on a seat. */
export function decides(chart: OrgChart, { role, person }: Viewer, seat: number): boolean {
  if (!['owner', 'service-manager', 'team-lead'].includes(role)) return false;
  const { decider, reportsTo } = chart.seats[seat]!;
  const above = reportsTo === null ? null : chart.seats[reportsTo]!.holder;
  if (decider !== null) return decider === person;
  return above !== null ? above === person : role === 'owner';
}
