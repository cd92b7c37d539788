import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../../test/support/database.ts';
import { planRows } from '../../../test/support/plan-rows.ts';
import { createSampleDatabase, sampleOrg } from '../../../test/support/sample-database.ts';
import { triedIn, type Who } from '../../../test/support/tried.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readPlanRows, readScenarios } from '../../records/growth/store.ts';
import type { KeptScenario } from '../../records/growth/types.ts';
import { createGrowthRuns } from '../growth/runs.actions.ts';
import { dropScenario, keepChange, keepCopy } from './actions.ts';
import { setSideBySide } from './compare.actions.ts';
import { setPoliciesSideBySide } from './policies.actions.ts';

let test: TestDatabase;
let harbor: number;
const runs = createGrowthRuns({ many: 1000 });
beforeAll(async () => {
  test = await createSampleDatabase('harbor');
  harbor = await sampleOrg(test, 'harbor');
});
afterAll(async () => {
  await runs.close();
  await test.close();
});

const tried = <T>(work: (ctx: FirmContext) => Promise<T>, who?: Who) => triedIn(test, harbor, work, who);

const main = async (ctx: FirmContext): Promise<KeptScenario> => (await readScenarios(ctx.db))[0]!;
const named = async (ctx: FirmContext, id: number) =>
  (await readScenarios(ctx.db)).find(({ scenarioId }) => scenarioId === id);

describe('a plan that can’t be planned with', () => {
  it.each([
    [planRows(6, 5600, 0).toSpliced(2, 1), 'January 2027 is missing in the plan'],
    [
      [{ ...planRows(1, 5600, 0, '2008-12')[0]!, hires: 2 }, ...planRows(3, 5600, 0)],
      'before the firm began in January 2009',
    ],
    [planRows(2, -1, 0), 'November 2026 in the plan: Endpoints is -1'],
    [planRows(13, 9e8, 3), 'has to be a number from 0 to 1,000,000,000'],
  ])('is refused with one sentence, and nothing of it is kept', async (plan, sentence) => {
    await tried(async (ctx) => {
      const { scenarioId } = await main(ctx);
      const before = await readPlanRows(ctx.db, scenarioId);
      await expect(keepChange(ctx, { scenarioId, name: 'Other', plan })).rejects.toThrow(sentence);
      expect(await readPlanRows(ctx.db, scenarioId)).toEqual(before);
      expect((await main(ctx)).name).toBe('Our plan');
    });
  });
});

describe('scenarios', () => {
  it('are copied, renamed, made the main one and deleted, one main one always staying', async () => {
    await tried(async (ctx) => {
      const from = (await main(ctx)).scenarioId;
      const { scenarioId } = await keepCopy(ctx, { from, name: 'Slow', assumptions: { 'growth.due-from': 0.9 } });
      expect(await named(ctx, scenarioId)).toMatchObject({
        name: 'Slow',
        isMain: false,
        assumptions: { 'growth.due-from': 0.9 },
      });
      expect(await readPlanRows(ctx.db, scenarioId)).toEqual(await readPlanRows(ctx.db, from));
      await expect(keepCopy(ctx, { from: scenarioId, name: 'our PLAN' })).rejects.toThrow(
        'There is a scenario called “our PLAN” already',
      );
      await keepChange(ctx, { scenarioId, name: 'Slower', isMain: true, assumptions: {} });
      expect(await named(ctx, scenarioId)).toMatchObject({ name: 'Slower', isMain: true, assumptions: {} });
      expect((await readScenarios(ctx.db)).filter(({ isMain }) => isMain)).toHaveLength(1);
      await expect(dropScenario(ctx, { scenarioId })).rejects.toThrow('“Slower” is the main scenario');
      expect(await dropScenario(ctx, { scenarioId: from })).toEqual({ scenarioId: from });
      await expect(keepChange(ctx, { scenarioId: from, name: 'Gone' })).rejects.toThrow('no such scenario');
    });
  });

  it('keep the months of a plan as they were typed, or none', async () => {
    await tried(async (ctx) => {
      const { scenarioId } = await main(ctx);
      const plan = planRows(12, 5600, 0.5);
      await keepChange(ctx, { scenarioId, plan });
      expect(await readPlanRows(ctx.db, scenarioId)).toEqual(plan);
      await keepChange(ctx, { scenarioId, plan: [] });
      expect(await readPlanRows(ctx.db, scenarioId)).toEqual([]);
    });
  });

  it('are set side by side, with what makes the difference', async () => {
    const compared = await tried(async (ctx) => {
      const [one, other] = await readScenarios(ctx.db);
      return setSideBySide(ctx, { one: one!.scenarioId, other: other!.scenarioId }, runs.count);
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
      const from = (await main(ctx)).scenarioId;
      const { scenarioId } = await keepCopy(ctx, { from, name: 'Twin' });
      const { one, other, differences } = await setSideBySide(ctx, { one: from, other: scenarioId }, runs.count);
      expect([one.look, differences]).toEqual([other.look, []]);
    });
  });

  it('tell policies apart', async () => {
    const { policies, sentence } = await tried((ctx) => setPoliciesSideBySide(ctx, {}, runs.count));
    expect(policies.map(({ policy }) => policy)).toEqual(['grow-early', 'by-fit', 'top-closer', 'hire-outside']);
    const [early, , closer] = policies;
    expect(early!.monthsWithoutReadyLead).toBeLessThan(closer!.monthsWithoutReadyLead);
    expect(sentence).toMatch(
      /^Growing somebody early saves \d+ months without a ready lead against promoting the top closer/,
    );
  });
});
