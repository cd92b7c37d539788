import { Readable } from 'node:stream';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import type { TestDatabase } from '../../../test/support/database.ts';
import { makeRolesFirm, type RolesFirm } from '../../../test/support/roles-firm.ts';
import { createSampleDatabase } from '../../../test/support/sample-database.ts';
import type { Standing } from '../../base/roles.ts';
import { monthOf, shiftMonth } from '../../model/growth/month.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { UploadContext } from '../../platform/http/routes.ts';
import type { PlanRow } from '../../records/growth/types.ts';
import { readStructure } from '../../records/people/store.ts';
import { PEOPLE_COMPETENCIES, TECHNICAL_COMPETENCIES } from '../../records/voice/types.ts';
import { findGrowth, findRun, lookWith, stopRun } from './actions.ts';
import { setSideBySide } from './compare.actions.ts';
import type { Growth } from './contract.ts';
import { findLoads, keepToldWeek } from './loads.actions.ts';
import { takePlanFile } from './plan-file.actions.ts';
import { setPoliciesSideBySide } from './policies.actions.ts';
import { createGrowthRuns } from './runs.actions.ts';
import { dropScenario, exportPlan, keepChange, keepCopy, keepFacts, keepPlan } from './scenarios.actions.ts';
import { makeSeat } from './seat.actions.ts';

let test: TestDatabase;
let harbor: number;
let roles: RolesFirm;
const runs = createGrowthRuns({ many: 1000 });
beforeAll(async () => {
  test = await createSampleDatabase('harbor');
  roles = await makeRolesFirm(test);
  const owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  const { rows: firms } = await owner.query(`select org_id from firm where sample = 'harbor'`);
  harbor = Number(firms[0].org_id);
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

type Who = { standing?: Standing; personId?: number | null; orgId?: number };

/** Does something in a transaction that is undone: every test finds Harbor as it is. */
async function tried<T>(work: (ctx: FirmContext) => Promise<T>, who: Who = {}): Promise<T> {
  const { standing = 'operator', personId = null, orgId = harbor } = who;
  const undo = new Error('undo');
  let result: T | undefined;
  await test.database
    .transact({ orgId, actor: 'test', standing, personId }, async (db) => {
      result = await work(contextIn(db, orgId, { standing, personId }));
      throw undo;
    })
    .catch((error) => {
      if (error !== undo) throw error;
    });
  return result!;
}

const growth = (ctx: FirmContext, scenarioId?: number) => findGrowth(ctx, { scenarioId }, runs);
const markerOf = ({ look }: Pick<Growth, 'look'>, kind: string) => look.markers.find((one) => one.kind === kind)!;

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
    const wait = async (runId: string): ReturnType<typeof findRun> => {
      const found = await tried((ctx) => findRun(ctx, { runId }, runs));
      if (found.run.state !== 'running') return found;
      await new Promise((done) => setTimeout(done, 50));
      return wait(runId);
    };
    const { run, look } = await wait(first!.run.runId);
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

const rows = (months: number, endpoints: number, aYear: number, from = '2026-11'): PlanRow[] =>
  Array.from({ length: months }, (_, at) => ({
    month: shiftMonth(from as never, at),
    endpoints: Math.round(endpoints * (1 + aYear) ** (at / 12)),
    clients: null,
    hoursPerEndpoint: null,
    hires: null,
    leavers: null,
    budget: null,
  }));

describe('a plan', () => {
  const kept = (plan: PlanRow[]) =>
    tried(async (ctx) => {
      const { scenario } = await growth(ctx);
      return keepPlan(ctx, { scenarioId: scenario.scenarioId, plan }, runs);
    });

  it('is kept as it was typed, and empty means that the work grows as the playbook says', async () => {
    const plan = rows(12, 5600, 0.5);
    expect((await kept(plan)).scenario.plan).toEqual(plan);
    const without = await kept([]);
    expect(without).toMatchObject({ note: null, scenario: { plan: [], months: 0 } });
    expect(without.look.plan.endpoints.at(-1)! / without.look.plan.endpoints[0]!).toBeCloseTo(1.1 ** (35 / 12), 2);
  });

  it('says plainly that it falls, or grows beyond all measure', async () => {
    expect((await kept(rows(13, 5600, -0.4))).note).toBe(
      'The plan falls from 5,600 to 3,360 endpoints: work that goes needs nobody new.',
    );
    expect((await kept(rows(13, 5600, 10))).note).toBe(
      'The plan grows by 1,000% a year, from 5,600 to 61,600 endpoints: check that no figure has a digit too many.',
    );
  });

  it.each([
    [rows(6, 5600, 0).toSpliced(2, 1), 'January 2027 is missing in the plan'],
    [[{ ...rows(1, 5600, 0, '2008-12')[0]!, hires: 2 }, ...rows(3, 5600, 0)], 'before the firm began in January 2009'],
    [rows(2, -1, 0), 'The plan has -1 endpoints in November 2026'],
    [rows(13, 9e8, 3), 'enter a number from 0 to 1,000,000,000'],
  ])('is refused with one sentence, and nothing of it is kept', async (plan, sentence) => {
    await tried(async (ctx) => {
      const { scenario } = await growth(ctx);
      await expect(keepPlan(ctx, { scenarioId: scenario.scenarioId, plan }, runs)).rejects.toThrow(sentence);
      expect((await growth(ctx)).scenario.plan).toEqual(scenario.plan);
    });
  });

  it('comes from a file and goes to one: looked at first, kept when asked, the same again', async () => {
    const before = await test.database.transact({ orgId: harbor, actor: 'test', standing: 'operator' }, (db) =>
      growth(contextIn(db, harbor, { standing: 'operator' })),
    );
    const { scenarioId, plan } = before.scenario;
    const { text, fileName } = await tried((ctx) => exportPlan(ctx, { scenarioId }));
    expect(fileName).toBe('plan-our-plan.csv');
    const take = (csv: string, keep: boolean) => {
      const upload = { stream: Readable.from([Buffer.from(csv)]), fileName: 'plan.csv' };
      const ctx = { database: test.database, orgId: harbor, actor: 'test', standing: 'operator', personId: null };
      return takePlanFile(
        { ...contextIn(null as never, harbor), ...ctx } as unknown as UploadContext,
        { scenarioId, keep },
        upload,
      );
    };
    expect(await take(text, false)).toMatchObject({ plan, kept: false, leftOut: [] });
    const more = await take(`${text.trimEnd()}\r\n2029-11,30,9300,,,,\r\n`, true);
    expect(more.plan).toHaveLength(plan.length + 1);
    expect((await tried((ctx) => growth(ctx))).scenario.plan).toEqual(more.plan);
    await take(text, true);
    await expect(take(text.replace('2026-12', '2026-13'), true)).rejects.toThrow(
      'Line 3 of the plan: Month is “2026-13”',
    );
    expect((await tried((ctx) => growth(ctx))).scenario.plan).toEqual(plan);
  });
});

describe('scenarios', () => {
  it('are copied, renamed, made the main one and deleted, one main one always staying', async () => {
    await tried(async (ctx) => {
      const { scenario } = await growth(ctx);
      const copy = await keepCopy(
        ctx,
        { from: scenario.scenarioId, name: 'Slow', assumptions: { 'growth.due-from': 0.9 } },
        runs,
      );
      expect(copy.scenario).toMatchObject({ name: 'Slow', isMain: false, plan: scenario.plan, ownAssumptions: 1 });
      const { scenarioId } = copy.scenario;
      const taken = keepCopy(ctx, { from: scenarioId, name: 'our PLAN' }, runs);
      await expect(taken).rejects.toThrow('There is a scenario called “our PLAN” already');
      const changed = await keepChange(ctx, { scenarioId, name: 'Slower', isMain: true, assumptions: {} }, runs);
      expect(changed.scenario).toMatchObject({ name: 'Slower', isMain: true, assumptions: {} });
      expect(changed.scenarios.filter(({ isMain }) => isMain)).toHaveLength(1);
      await expect(dropScenario(ctx, { scenarioId })).rejects.toThrow('“Slower” is the main scenario');
      expect(await dropScenario(ctx, { scenarioId: scenario.scenarioId })).toEqual({ scenarioId: scenario.scenarioId });
      await expect(growth(ctx, scenario.scenarioId)).rejects.toThrow('no such scenario');
    });
  });

  it('are set side by side, with what makes the difference', async () => {
    const compared = await tried(async (ctx) => {
      const { scenarios } = await growth(ctx);
      return setSideBySide(ctx, { one: scenarios[0]!.scenarioId, other: scenarios[1]!.scenarioId }, runs);
    });
    expect(compared.differences.map(({ what }) => what)).toEqual(['Endpoints', 'Clients']);
    const lead = compared.markers.find(({ kind }) => kind === 'next-lead')!;
    expect(lead.months).toBeGreaterThan(0);
    expect(lead.sentence).toBe(
      `Without Meridian Logistics needs its next lead ${lead.months} months later because its endpoints come to 8,375 by October 2029, not 9,075.`,
    );
    expect(compared.markers.find(({ kind }) => kind === 'service-manager')!.sentence).toBeNull();
  });

  it('share their luck: a copy of a scenario brings the same to the last digit', async () => {
    await tried(async (ctx) => {
      const { scenario } = await growth(ctx);
      const copy = await keepCopy(ctx, { from: scenario.scenarioId, name: 'Twin' }, runs);
      const { one, other, differences } = await setSideBySide(
        ctx,
        { one: scenario.scenarioId, other: copy.scenario.scenarioId },
        runs,
      );
      expect([one.look, differences]).toEqual([other.look, []]);
    });
  });

  it('tell policies apart', async () => {
    const { policies, sentence } = await tried((ctx) => setPoliciesSideBySide(ctx, {}, runs));
    expect(policies.map(({ policy }) => policy)).toEqual(['grow-early', 'by-fit', 'top-closer', 'hire-outside']);
    const [early, , closer] = policies;
    expect(early!.monthsWithoutReadyLead).toBeLessThan(closer!.monthsWithoutReadyLead);
    expect(sentence).toMatch(
      /^Growing somebody early saves \d+ months without a ready lead against promoting the top closer/,
    );
  });
});

describe('what looking ahead starts from', () => {
  it('is counted where nothing was told, and told where it was', async () => {
    await tried(async (ctx) => {
      const told = { founded: '2010-03', endpoints: 9000, coordinators: 0, managers: 1 };
      const found = await keepFacts(ctx, { ...told, left: null }, runs);
      expect(found.firm).toMatchObject({
        founded: { value: '2010-03', basis: 'told' },
        endpoints: { value: 9000, basis: 'told' },
        coordinators: { value: 0, basis: 'told' },
        managers: { value: 1, basis: 'told' },
        left: null,
      });
      expect(markerOf(found, 'service-manager').state).toBe('there');
      expect(markerOf(found, 'coordinator').state).toBe('overdue');
      await expect(keepFacts(ctx, { ...told, founded: '2010-13' }, runs)).rejects.toThrow('is no month');
      await expect(keepFacts(ctx, { ...told, founded: '2031-01' }, runs)).rejects.toThrow('still to come');
    });
  });

  it('learns how many leave from those who left since somebody noted it', async () => {
    const turnover = await tried(async (ctx) => {
      await ctx.asEngine(async (db) => {
        const [first, second] = (await readStructure(db, '2026-11-16' as never)).people;
        await keepFacts(ctx, { founded: null, endpoints: null, coordinators: null, managers: null }, runs);
        for (const [person, day] of [
          [first!, '2024-11-16'],
          [second!, '2025-11-16'],
        ] as const)
          await db
            .updateTable('person')
            .set({ left_on: day as never })
            .where('person_id', '=', person.personId)
            .execute();
      });
      return (await growth(ctx)).firm.turnover;
    });
    // The first only says since when leaving is noted.
    expect(turnover.leavers).toBe(1);
    expect(turnover.personYears).toBeGreaterThan(40);
    expect(turnover.personYears).toBeLessThan(52);
  });
});

describe('a planned seat', () => {
  it('is made of what growth brings, once, where leads report', async () => {
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

describe('the hours of those who lead', () => {
  it('say first whose reports nobody has time for', async () => {
    const { seats } = await tried((ctx) => findLoads(ctx));
    expect(seats.map(({ title, sentence }) => [title, sentence])).toEqual([
      ['Lead, Service Desk', 'No time left to listen: 13 h needed, 3 h left'],
      ['Lead, Pod B', null],
      ['Lead, Projects', null],
    ]);
    expect(seats[0]!.load.technical.map(({ what, basis }) => [what, basis])).toEqual([
      ['escalations', 'measured'],
      ['steering', 'assumed'],
    ]);
  });

  it('grow with what was told of them, until it is taken back', async () => {
    await tried(async (ctx) => {
      const [marcus] = (await findLoads(ctx)).seats;
      const told = { seatId: marcus!.seatId, mentees: 2, conflicts: 1, steering: null };
      const [after] = (await keepToldWeek(ctx, told)).seats;
      expect(after!.load.needed - marcus!.load.needed).toBeCloseTo(4, 9);
      expect(after!.told).toEqual({ mentees: 2, conflicts: 1, steering: null });
      const [back] = (await keepToldWeek(ctx, { ...told, mentees: null, conflicts: null })).seats;
      expect(back).toEqual(marcus);
    });
  });

  it('are shown to a lead of themselves and those below alone, and to nobody of what they may not see', async () => {
    const ofLea = await tried((ctx) => findLoads(ctx), {
      standing: 'team-lead',
      personId: roles.people.lea,
      orgId: roles.orgId,
    });
    expect(ofLea.seats.map(({ title }) => title)).toEqual(['Lead Pod A']);
    expect(ofLea.seats[0]!.mayTell).toBe(false);
  });
});

describe('whoever may not see somebody’s numbers', () => {
  it('is not told who is ready', async () => {
    const found = await tried(
      async (ctx) => {
        const { scenario, firm } = await growth(ctx);
        const plan = rows(13, 500, 9, monthOf(firm.day));
        const answer = await keepPlan(ctx, { scenarioId: scenario.scenarioId, plan }, runs);
        return { answer, concerns: [...ctx.concerns.people] };
      },
      { standing: 'owner', personId: roles.people.olga, orgId: roles.orgId },
    );
    const text = JSON.stringify(found.answer.look);
    expect(text).toMatch(/somebody here is ready/);
    expect(text).not.toMatch(/Tom|Una|Lea |Max/);
    expect(found.concerns).toEqual([]);
  });
});
