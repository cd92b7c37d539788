import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Day } from '../../base/time.ts';
import { applyPeoplePlan } from './plan.store.ts';
import type { PeoplePlan, PlannedPerson, PlannedSeat } from './plan.ts';
import { setHolder, setSeatLine } from './seats.store.ts';
import { readStructure } from './store.ts';

const MAY = '2026-05-04' as Day;
const JUNE = '2026-06-01' as Day;

const person = (name: string, more: Partial<PlannedPerson> = {}): PlannedPerson => ({
  key: name.toLowerCase(),
  name,
  email: null,
  title: null,
  team: null,
  work: null,
  aspiration: null,
  startedOn: null,
  site: null,
  timeZone: null,
  hoursPerWeek: null,
  ownTicketHours: null,
  reportsTo: null,
  line: null,
  ...more,
});
const seat = (key: string, more: Partial<PlannedSeat> = {}): PlannedSeat => ({
  key,
  title: key,
  team: null,
  holder: null,
  reportsTo: null,
  plannedFor: null,
  heldSince: null,
  actingUntil: null,
  openSince: null,
  ...more,
});
const PLAN: PeoplePlan = {
  people: [
    person('Ana', { email: 'ana@cove.example' }),
    person('Marcus', { title: 'Lead', team: 'Desk' }),
    person('Priya', { team: 'Desk', reportsTo: 'lead', aspiration: 'wants-to-lead' }),
  ],
  seats: [
    seat('owner', { holder: 'ana' }),
    seat('lead', { team: 'Desk', holder: 'marcus', reportsTo: 'owner', heldSince: '2025-09-01' as Day }),
  ],
};

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const inNewFirm = async () => {
  const { orgId } = await createFirm(test.database);
  return <T>(work: Parameters<typeof test.database.transact<T>>[1]) =>
    test.database.transact({ orgId, actor: 'owner', standing: 'engine' }, work);
};

describe('applying a plan of people', () => {
  it('makes people, teams, seats, holders and lines that read back as a structure', async () => {
    const within = await inNewFirm();
    expect(await within((db) => applyPeoplePlan(db, PLAN, MAY))).toEqual({ peopleAdded: 3, seatsAdded: 2 });
    const structure = await within((db) => readStructure(db, MAY));
    const lead = structure.seats.find((one) => one.title === 'lead')!;
    const owner = structure.seats.find((one) => one.title === 'owner')!;
    expect(lead).toMatchObject({ state: 'held', reportsTo: owner.seatId, heldSince: '2025-09-01' });
    const priya = structure.people.find((one) => one.name === 'Priya')!;
    expect(priya.aspiration).toBe('wants-to-lead');
    expect(structure.lines).toEqual([{ personId: priya.personId, seatId: lead.seatId }]);
    expect(structure.memberships.length).toBe(2);
  });

  it('changes nothing the second time, and knows people again by address when they were renamed', async () => {
    const within = await inNewFirm();
    await within((db) => applyPeoplePlan(db, PLAN, MAY));
    const before = await within((db) => readStructure(db, MAY));
    expect(await within((db) => applyPeoplePlan(db, PLAN, MAY))).toEqual({ peopleAdded: 0, seatsAdded: 0 });
    expect(await within((db) => readStructure(db, MAY))).toEqual(before);
    const renamed = { people: [person('Ana Keller', { email: 'ANA@cove.example' })], seats: [] };
    expect((await within((db) => applyPeoplePlan(db, renamed, JUNE))).peopleAdded).toBe(0);
    expect((await within((db) => readStructure(db, JUNE))).people.map((one) => one.name)).toContain('Ana Keller');
  });

  it('leaves what the plan does not give as it is', async () => {
    const within = await inNewFirm();
    await within((db) => applyPeoplePlan(db, PLAN, MAY));
    await within((db) => applyPeoplePlan(db, { people: [person('Priya')], seats: [] }, JUNE));
    const { people } = await within((db) => readStructure(db, JUNE));
    expect(people.find((one) => one.name === 'Priya')?.aspiration).toBe('wants-to-lead');
  });
});

describe('structure over time', () => {
  it('keeps yesterday readable when a holder or a line changes', async () => {
    const within = await inNewFirm();
    await within((db) => applyPeoplePlan(db, PLAN, MAY));
    const { seats, people } = await within((db) => readStructure(db, MAY));
    const lead = seats.find((one) => one.title === 'lead')!.seatId;
    const priya = people.find((one) => one.name === 'Priya')!.personId;
    await within((db) => setHolder(db, lead, priya, '2026-09-01' as Day, JUNE));
    await within((db) => setSeatLine(db, lead, null, JUNE));
    const now = (await within((db) => readStructure(db, JUNE))).seats.find((one) => one.seatId === lead)!;
    const then = (await within((db) => readStructure(db, MAY))).seats.find((one) => one.seatId === lead)!;
    expect(now).toMatchObject({ state: 'acting', holderId: priya, reportsTo: null, actingUntil: '2026-09-01' });
    expect(then).toMatchObject({ state: 'held', reportsTo: seats.find((one) => one.title === 'owner')!.seatId });
  });

  it('makes a seat vacant and back again on one day without a trace', async () => {
    const within = await inNewFirm();
    await within((db) => applyPeoplePlan(db, PLAN, MAY));
    const before = await within((db) => readStructure(db, MAY));
    const lead = before.seats.find((one) => one.title === 'lead')!;
    await within((db) => setHolder(db, lead.seatId, null, null, JUNE));
    expect((await within((db) => readStructure(db, JUNE))).seats.find((one) => one.seatId === lead.seatId)?.state).toBe(
      'vacant',
    );
    await within((db) => setHolder(db, lead.seatId, lead.holderId, null, JUNE));
    expect((await within((db) => readStructure(db, JUNE))).seats.find((one) => one.seatId === lead.seatId)?.state).toBe(
      'held',
    );
  });
});
