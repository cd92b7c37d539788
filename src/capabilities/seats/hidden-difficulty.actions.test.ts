import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { OPEN_SEAT_CHART, type SavedChart, saveChart } from '../../../test/support/org-chart.ts';
import type { Standing } from '../../base/roles.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import { findSeat } from './actions.ts';
import { openSeatDecision } from './decision.actions.ts';
import { findHiddenDifficulty } from './hidden-difficulty.actions.ts';

let test: TestDatabase;
let saved: SavedChart;
beforeAll(async () => {
  test = await createTestDatabase();
  saved = await saveChart(test.database, (await createFirm(test.database)).orgId, OPEN_SEAT_CHART);
});
afterAll(() => test.close());

function as<T>(standing: Standing, person: number | null, work: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const { orgId, personIds } = saved;
  const personId = person === null ? null : personIds[person]!;
  const scope = { orgId, actor: `account:${person ?? 99}`, standing, personId };
  return test.database.transact(scope, (db) => work(contextIn(db, orgId, scope)));
}

const READERS: [Standing, number | null][] = [
  ['operator', null],
  ['owner', 0],
  ['service-manager', 1],
  ['team-lead', 2],
];

/** Whether a reader gets the whole advice of a seat, and whether they get it across hidden difficulty. */
const bothFor = (standing: Standing, person: number | null, seat: number) =>
  as(standing, person, async (ctx) => {
    const seatId = saved.seatIds[seat]!;
    const { verdict } = await findSeat(ctx, { seatId });
    const looked = new Set(ctx.concerns.people);
    ctx.concerns.people.clear();
    const { across, mayAssume } = await findHiddenDifficulty(ctx, { seatId });
    return { whole: verdict !== null, across: across !== null, looked, concerned: ctx.concerns.people, mayAssume };
  });

describe('our advice across hidden difficulty, asked over a seat', () => {
  it('is as closed as the advice of the seat is, for every reader and seat, and written down as a look alike', async () => {
    const seen = [];
    for (const [standing, person] of READERS)
      for (const seat of saved.seatIds.keys()) {
        const both = await bothFor(standing, person, seat);
        expect(both.across, `${standing}, seat ${seat}`).toBe(both.whole);
        if (both.across) expect(both.concerned).toEqual(both.looked);
        expect(both.mayAssume).toBe(standing !== 'team-lead');
        seen.push(both.across);
      }
    expect(new Set(seen)).toEqual(new Set([true, false]));
  });

  it('opens with the decision', async () => {
    const seatId = saved.seatIds[3]!;
    expect((await bothFor('service-manager', 1, 3)).across).toBe(false);
    await as('service-manager', 1, (ctx) => openSeatDecision(ctx, { seatId, tellMyself: true }));
    expect((await bothFor('service-manager', 1, 3)).across).toBe(true);
    expect((await bothFor('owner', 0, 3)).across).toBe(false);
  });

  it('goes from 0 to 1 in steps of .05, and changes nothing that is kept', async () => {
    const seatId = saved.seatIds[3]!;
    const before = await as('operator', null, ({ db }) => readPlaybook(db));
    const { across } = await as('operator', null, (ctx) => findHiddenDifficulty(ctx, { seatId }));
    expect(across!.steps.map(({ value }) => value)).toEqual(Array.from({ length: 21 }, (_, i) => (i * 5) / 100));
    expect(across!.steps[0]!.candidates).toHaveLength(3);
    expect(await as('operator', null, ({ db }) => readPlaybook(db))).toEqual(before);
  });

  it('says so where there is no such seat', async () => {
    await expect(as('operator', null, (ctx) => findHiddenDifficulty(ctx, { seatId: 999_999 }))).rejects.toThrow(
      'There is no such seat',
    );
  });
});
