import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { DAY } from '../../../test/support/small-firm.ts';
import type { Standing } from '../../base/roles.ts';
import { addDays, addMonths, dayOf, systemClock } from '../../base/time.ts';
import { level } from '../../base/units.ts';
import type { FirmContext } from '../../platform/context.ts';
import { applyPeoplePlan } from '../../records/people/plan.store.ts';
import type { PeoplePlan, PlannedPerson, PlannedSeat } from '../../records/people/plan.ts';
import { readStructure } from '../../records/people/store.ts';
import { saveOwnValue } from '../../records/playbook/store.ts';
import { saveObservations } from '../../records/voice/store.ts';
import { findChanges } from './changes.actions.ts';

const TODAY = dayOf(systemClock());
const LONG_AGO = addMonths(TODAY, -6);

const person = (key: string, more: Partial<PlannedPerson> = {}): PlannedPerson => ({
  ...{ key, name: key, email: null, title: null, work: 'product', aspiration: null, startedOn: LONG_AGO, site: null },
  ...{ line: null, timeZone: null, hoursPerWeek: null, ownTicketHours: null, team: null, reportsTo: null },
  ...more,
});
const seat = (title: string, more: Partial<PlannedSeat>): PlannedSeat => ({
  ...{ key: title, title, team: null, holder: null, heldSince: LONG_AGO, actingUntil: null, reportsTo: null },
  ...{ plannedFor: null, openSince: null },
  ...more,
});

/** Ana over Ben, who leads Pod A, and over Cy, who leads Pod B. */
const PLAN: PeoplePlan = {
  people: [
    person('Ana', { work: 'other' }),
    person('Ben'),
    person('Cy'),
    ...['Di', 'Ed', 'Flo'].map((key) => person(key, { team: 'Pod A', reportsTo: 'Lead A' })),
    ...['Gil', 'Hal'].map((key) => person(key, { team: 'Pod B', reportsTo: 'Lead B' })),
  ],
  seats: [
    seat('Owner', { holder: 'Ana' }),
    seat('Lead A', { holder: 'Ben', team: 'Pod A', reportsTo: 'Owner' }),
    seat('Lead B', { holder: 'Cy', team: 'Pod B', reportsTo: 'Owner' }),
  ],
};

let test: TestDatabase;
let orgId: number;
const ids = new Map<string, number>();
beforeAll(async () => {
  test = await createTestDatabase();
  orgId = (await createFirm(test.database)).orgId;
  await as('engine', null, async ({ db }) => {
    await applyPeoplePlan(db, PLAN, LONG_AGO);
    const newcomer = person('Ida', { team: 'Pod A', reportsTo: 'Lead A', startedOn: addDays(TODAY, -4) });
    await applyPeoplePlan(db, { ...PLAN, people: [...PLAN.people, newcomer] }, TODAY);
    const { people } = await readStructure(db, TODAY);
    for (const { name, personId } of people) ids.set(name, personId);
    const said = { rater: 'Ana', kind: 'answer', competency: 'conflict', level: level(4) } as const;
    const of = (name: string) => people.find((one) => one.name === name)!.personId;
    await saveObservations(db, [
      { ...said, personId: of('Ben'), day: addDays(TODAY, -2) },
      { ...said, personId: of('Cy'), day: addDays(TODAY, -2) },
      { ...said, personId: of('Cy'), day: LONG_AGO },
    ]);
    await saveOwnValue(db, { key: 'gate.clears', value: 0.7, reason: 'x', changedBy: 'Ana' });
  });
});
afterAll(() => test.close());

function as<T>(standing: Standing, name: string | null, work: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const personId = name === null ? null : ids.get(name)!;
  const scope = { orgId, actor: `account:${name}`, standing, personId };
  return test.database.transact(scope, (db) => work(contextIn(db, orgId, scope)));
}

const textsOf = async (standing: Standing, name: string | null) =>
  (await as(standing, name, findChanges)).changes!.map(({ text }) => text).join('\n');

describe('what changed since last month', () => {
  it('tells the owner who came, whom a lead leads now, what was said and which rule was set', async () => {
    const { since } = await as('owner', 'Ana', findChanges);
    expect(since).toBe(addMonths(TODAY, -1));
    const said = await textsOf('operator', null);
    expect(said).toContain('Ben leads 4 now, 1 more than then.');
    expect(said).toContain('Eight technicians, 1 more than then: Ida came.');
    expect(said).toContain('Two new answers about two people.');
    expect(said).toMatch(/The playbook’s “[^”]+” was set to 0\.7 \(without you it is 0\.\d+\)\./);
    expect(said).not.toContain('Cy');
  });

  it('tells a lead of their own seat and of those below alone', async () => {
    const [own, other] = [await textsOf('team-lead', 'Ben'), await textsOf('team-lead', 'Cy')];
    expect(own).toContain('Ben leads 4 now');
    expect(other).not.toMatch(/Ben|Ida|Lead A|Owner/);
    expect(other).toContain('Eight technicians, 1 more than then.');
  });

  it('says nothing where nothing was known a month ago', async () => {
    const fresh = (await createFirm(test.database, 'New')).orgId;
    const scope = { orgId: fresh, actor: 'server', standing: 'operator' as const };
    const found = await test.database.transact(scope, async (db) => {
      await applyPeoplePlan(db, { people: PLAN.people.slice(0, 1), seats: [] }, DAY);
      return findChanges(contextIn(db, fresh, scope));
    });
    expect(found.changes).toBeNull();
  });
});
