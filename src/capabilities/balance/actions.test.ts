import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { type OrgChart, type SavedChart, saveChart } from '../../../test/support/org-chart.ts';
import type { Standing } from '../../base/roles.ts';
import type { FirmContext } from '../../platform/context.ts';
import { findBalance, keepStep } from './actions.ts';

/** An owner over a lead with two people, and over an open seat with two. */
const CHART: OrgChart = {
  people: [0, 0, 1, 1, 2, 2].map((line) => ({ line, team: line > 0 ? line : null, wish: true })),
  seats: [
    { reportsTo: null, holder: 0, team: null, decider: null },
    { reportsTo: 0, holder: 1, team: 1, decider: null },
    { reportsTo: 0, holder: null, team: 2, decider: null },
  ],
  candidacies: [],
};

let test: TestDatabase;
let saved: SavedChart;
beforeEach(async () => {
  test ??= await createTestDatabase();
  saved = await saveChart(test.database, (await createFirm(test.database)).orgId, CHART);
});
afterAll(() => test.close());

function as<T>(standing: Standing, person: number | null, work: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const personId = person === null ? null : saved.personIds[person]!;
  const scope = { orgId: saved.orgId, actor: `account:${person}`, standing, personId };
  return test.database.transact(scope, (db) => work(contextIn(db, saved.orgId, scope)));
}

describe('the balance of a firm', () => {
  it('asks the owner to open the decision on an open seat, where the server’s holder is named somebody', async () => {
    const owner = await as('owner', 0, findBalance);
    expect(owner.steps.map((step) => step.text)).toContain('Open the decision on who leads Team 2.');
    expect(JSON.stringify(owner.steps)).not.toMatch(/Fn[45]/);
    const operator = await as('operator', null, findBalance);
    expect(operator.steps.map((step) => step.text).join()).not.toContain('Open the decision');
  });

  it('gives a lead their own row and the steps that are theirs, and the right to finish only those', async () => {
    const lead = await as('team-lead', 1, findBalance);
    expect(lead.picture.seats.map((seat) => seat.holderName)).toEqual([null, 'Fn1 Ln1', null]);
    expect(lead.steps.every((step) => [step.ownerId, step.personId].includes(saved.personIds[1] as never))).toBe(true);
    expect(lead.owners.map((owner) => owner.name)).toEqual(['Fn1 Ln1']);
    const foreign = (await as('owner', 0, findBalance)).steps.find((step) => step.seatId === saved.seatIds[2])!;
    const finish = (ctx: FirmContext) => keepStep(ctx, { ...foreign, outcome: 'done', result: 'x' });
    await expect(as('team-lead', 1, finish)).rejects.toThrow('not yours to change');
  });

  it('lets a lead finish a step that was given to them', async () => {
    const { steps } = await as('operator', null, findBalance);
    const own =
      (await as('team-lead', 1, findBalance)).steps[0] ?? steps.find((one) => one.seatId === saved.seatIds[1])!;
    await as('owner', 0, (ctx) => keepStep(ctx, { ...own, ownerId: saved.personIds[1]! }));
    const given = (await as('team-lead', 1, findBalance)).steps.find((one) => one.key === own.key)!;
    expect(given.ownerId).toBe(saved.personIds[1]);
    const after = await as('team-lead', 1, (ctx) =>
      keepStep(ctx, { ...given, ownerId: null, outcome: 'done', result: 'Handed over.' }),
    );
    expect(after.steps.map((one) => one.key)).not.toContain(own.key);
    expect(after.past).toMatchObject([{ key: own.key, result: 'Handed over.' }]);
  });

  it('shows the words of a closed step only where the advice under it is open', async () => {
    const key = `decide/${saved.seatIds[2]}/0`;
    const done = { key, text: 'Talk to Fn4 Ln4', evidenceKey: 'e', outcome: 'done', result: 'ok' } as const;
    await as('operator', null, (ctx) => keepStep(ctx, done));
    expect((await as('owner', 0, findBalance)).past).toEqual([]);
    expect((await as('operator', null, findBalance)).past).toHaveLength(1);
  });
});
