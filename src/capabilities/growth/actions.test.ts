import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import type { TestDatabase } from '../../../test/support/database.ts';
import { planRows } from '../../../test/support/plan-rows.ts';
import { makeRolesFirm, type RolesFirm } from '../../../test/support/roles-firm.ts';
import { createSampleDatabase, sampleOrg } from '../../../test/support/sample-database.ts';
import { triedIn, type Who } from '../../../test/support/tried.ts';
import { monthOf } from '../../base/month.ts';
import type { FirmContext } from '../../platform/context.ts';
import { savePlanRows } from '../../records/growth/store.ts';
import type { PlanRow } from '../../records/growth/types.ts';
import { readStructure } from '../../records/people/store.ts';
import { PEOPLE_COMPETENCIES, TECHNICAL_COMPETENCIES } from '../../records/voice/types.ts';
import { findGrowth, findRun, lookWith, stopRun } from './actions.ts';
import type { Growth } from './contract.ts';
import { createGrowthRuns } from './runs.actions.ts';
import { makeSeat } from './seat.actions.ts';

let test: TestDatabase;
let harbor: number;
let roles: RolesFirm;
const runs = createGrowthRuns({ many: 1000 });
beforeAll(async () => {
  test = await createSampleDatabase('harbor');
  roles = await makeRolesFirm(test);
  harbor = await sampleOrg(test, 'harbor');
  const owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  // Una is outstanding in everything.
  for (const rater of ['one', 'two', 'three', 'four', 'five'])
    for (const competency of [...TECHNICAL_COMPETENCIES, ...PEOPLE_COMPETENCIES])
      await owner.query(
        `insert into observation (org_id, person_id, rater, kind, competency, level, day)
         values ($1, $2, $3, 'rating', $4, 5, '2026-10-01')`,
        [roles.orgId, roles.people.una, rater, competency],
      );
  await owner.end();
});
afterAll(async () => {
  await runs.close();
  await test.close();
});

const tried = <T>(work: (ctx: FirmContext) => Promise<T>, who?: Who) => triedIn(test, harbor, work, who);

const growth = (ctx: FirmContext, scenarioId?: number) => findGrowth(ctx, { scenarioId }, runs);
const markerOf = ({ look }: Pick<Growth, 'look'>, kind: string) => look.markers.find((one) => one.kind === kind)!;

/** The look as fine as it gets. */
async function refined(runId: string): ReturnType<typeof findRun> {
  const found = await tried((ctx) => findRun(ctx, { runId }, runs));
  if (found.run.state !== 'running') return found;
  await new Promise((done) => setTimeout(done, 50));
  return refined(runId);
}

describe('the first view of Harbor', () => {
  it('is one date and one sentence, and the seat that stands open is no news', async () => {
    const found = await tried((ctx) => growth(ctx));
    expect(found.look.headline).toEqual({
      sentence: expect.stringMatching(/^You need your next lead by \w+ 2027, and Priya is ready for it today\.$/),
      kind: 'next-lead',
    });
    expect(markerOf(found, 'service-manager')).toMatchObject({
      state: 'overdue',
      due: '2026-06',
      maySeat: false,
      seat: { title: 'Service manager' },
      sentence: expect.stringMatching(/^Service manager has been open since June 2026\./),
    });
    expect(markerOf(found, 'coordinator')).toMatchObject({ state: 'there', sentence: null });
    expect(found.firm).toMatchObject({
      technicians: 20,
      leads: 3,
      teams: 3,
      coordinators: { value: 1, basis: 'counted' },
    });
    expect(found.firm.turnover).toMatchObject({ leavers: 4, personYears: 50 });
    expect(found.firm.turnover.high).toBeLessThan(0.2);
    expect(found.look.months).toHaveLength(36);
    for (const chance of found.look.markers.map((one) => one.chance))
      expect(chance.every((one, at) => one >= (chance[at - 1] ?? 0) && one <= 1)).toBe(true);
  });

  it('is refined behind the first answer, once for the same question, and may be stopped', async () => {
    const [first, again] = await tried(async (ctx) => [await growth(ctx), await growth(ctx)]);
    expect(again!.run.runId).toBe(first!.run.runId);
    const { run, look } = await refined(first!.run.runId);
    expect(run).toMatchObject({ state: 'done', runs: 1000, ofRuns: 1000 });
    expect(look).toMatchObject({ runs: 1000, ofRuns: 1000, months: first!.look.months });
    expect(Math.abs(look!.needed.middle.at(-1)! / first!.look.needed.middle.at(-1)! - 1)).toBeLessThan(0.05);
    await tried(async (ctx) => {
      const other = await lookWith(ctx, { scenarioId: first!.scenario.scenarioId, policy: 'hire-outside' }, runs);
      expect((await stopRun(ctx, { runId: other.run.runId }, runs)).run.state).toBe('stopped');
      expect((await findRun(ctx, { runId: other.run.runId }, runs)).look).toBeNull();
      await expect(findRun(contextIn(ctx.db, roles.orgId), { runId: other.run.runId }, runs)).rejects.toThrow(
        'no longer kept',
      );
    });
  });

  it('moves with every assumption that is changed, and keeps none of them', async () => {
    await tried(async (ctx) => {
      const { scenario, look } = await growth(ctx);
      const wider = { 'load.reports-high': 10 };
      const moved = await lookWith(ctx, { scenarioId: scenario.scenarioId, assumptions: wider }, runs);
      expect(markerOf(moved, 'next-lead').due! > markerOf({ look }, 'next-lead').due!).toBe(true);
      expect(moved.assumptions.find(({ key }) => key === 'load.reports-high')).toMatchObject({
        value: 10,
        without: 8,
        basis: 'own',
      });
      expect(markerOf(moved, 'next-lead').maySeat).toBe(false);
      expect((await growth(ctx)).scenario.assumptions).toEqual({});
      const out = lookWith(ctx, { scenarioId: scenario.scenarioId, assumptions: { 'load.reports-high': 99 } }, runs);
      await expect(out).rejects.toThrow('Many reports for one lead is 99 here: enter 4 to 15 reports.');
      const unknown = lookWith(ctx, { scenarioId: scenario.scenarioId, assumptions: { 'gate.short': 0.5 } }, runs);
      await expect(unknown).rejects.toThrow('rests on no assumption called “gate.short”');
    });
  });
});

describe('a plan', () => {
  const kept = (plan: PlanRow[]) =>
    tried(async (ctx) => {
      const { scenario } = await growth(ctx);
      await savePlanRows(ctx.db, scenario.scenarioId, plan);
      return growth(ctx);
    });

  it('that is empty means that the work grows as the playbook says', async () => {
    const without = await kept([]);
    expect(without).toMatchObject({ notes: [], scenario: { plan: [], months: 0 } });
    expect(without.look.plan.endpoints.at(-1)! / without.look.plan.endpoints[0]!).toBeCloseTo(1.1 ** (35 / 12), 2);
  });

  it('says plainly that it falls, or grows beyond all measure', async () => {
    expect((await kept(planRows(13, 5600, -0.4))).notes).toEqual([
      'The plan falls from 5,600 to 3,360 endpoints: work that goes needs nobody new.',
    ]);
    expect((await kept(planRows(13, 5600, 10))).notes).toEqual([
      'The plan grows by 1,000% a year, from 5,600 to 61,600 endpoints: check that no figure has a digit too many.',
    ]);
  });

  it('says so with the month before anything is kept, too', async () => {
    await tried(async (ctx) => {
      const { scenarioId } = (await growth(ctx)).scenario;
      const plan = planRows(3, 5600, 0).map((row, at) => (at === 1 ? { ...row, hires: 400 } : row));
      expect((await lookWith(ctx, { scenarioId, plan }, runs)).notes).toEqual([
        'December 2026 in the plan: 400 hires are more than the 20 technicians of today: check the figure.',
      ]);
    });
  });
});

describe('a planned seat', () => {
  it('is made of what growth brings, once, where leads report', async () => {
    const { run } = await tried((ctx) => growth(ctx));
    await refined(run.runId);
    await tried(async (ctx) => {
      const { scenario, look } = await growth(ctx);
      const made = await makeSeat(ctx, { scenarioId: scenario.scenarioId, kind: 'next-lead' }, runs);
      expect(made).toMatchObject({ title: 'Next lead', plannedFor: `${markerOf({ look }, 'next-lead').due}-01` });
      const { seats } = await readStructure(ctx.db, '2026-11-16' as never);
      const seat = seats.find(({ seatId }) => seatId === made.seatId)!;
      expect(seat).toMatchObject({ state: 'planned', distanceOverride: 1 });
      expect(seats.find(({ seatId }) => seatId === seat.reportsTo)?.title).toBe('Service manager');
      const after = await growth(ctx);
      expect(markerOf(after, 'next-lead')).toMatchObject({ seat: { seatId: made.seatId }, maySeat: false });
      const twice = makeSeat(ctx, { scenarioId: scenario.scenarioId, kind: 'next-lead' }, runs);
      await expect(twice).rejects.toThrow('There is a seat for it already, “Next lead”');
    });
  });

  it('is none of another scenario, nor of what is there or not due', async () => {
    await tried(async (ctx) => {
      const { scenario, scenarios } = await growth(ctx);
      const other = makeSeat(ctx, { scenarioId: scenarios[1]!.scenarioId, kind: 'next-lead' }, runs);
      await expect(other).rejects.toThrow('isn’t the main scenario');
      const there = makeSeat(ctx, { scenarioId: scenario.scenarioId, kind: 'coordinator' }, runs);
      await expect(there).rejects.toThrow('the firm has that already');
    });
  });
});

describe('whoever may not see somebody’s numbers', () => {
  it('is not told who is ready', async () => {
    const found = await triedIn(
      test,
      roles.orgId,
      async (ctx) => {
        const { scenario, firm } = await growth(ctx);
        const plan = planRows(13, 500, 9, monthOf(firm.day));
        const answer = await lookWith(ctx, { scenarioId: scenario.scenarioId, plan }, runs);
        return { answer, concerns: [...ctx.concerns.people] };
      },
      { standing: 'owner', personId: roles.people.olga },
    );
    const text = JSON.stringify(found.answer.look);
    expect(text).toMatch(/somebody here is ready/);
    expect(text).not.toMatch(/Tom|Una|Lea |Max/);
    expect(found.concerns).toEqual([]);
  });
});
