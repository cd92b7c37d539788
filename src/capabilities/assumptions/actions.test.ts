import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../../test/support/database.ts';
import { createSampleDatabase, sampleOrg } from '../../../test/support/sample-database.ts';
import { triedIn, type Who } from '../../../test/support/tried.ts';
import { listAssumptions } from '../../model/growth/assumptions.ts';
import { showFirm } from '../../model/growth/firm-now.ts';
import { planningOf } from '../../model/growth/planning.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readPlanning } from '../../records/growth/planning.store.ts';
import { readScenarios } from '../../records/growth/store.ts';
import { readStructure } from '../../records/people/store.ts';
import { keepChange, keepCopy } from '../scenarios/actions.ts';
import { findMeasured, keepFacts } from './actions.ts';

let test: TestDatabase;
let harbor: number;
beforeAll(async () => {
  test = await createSampleDatabase('harbor');
  harbor = await sampleOrg(test, 'harbor');
});
afterAll(async () => {
  await test.close();
});

const tried = <T>(work: (ctx: FirmContext) => Promise<T>, who?: Who) => triedIn(test, harbor, work, who);

const starts = async (ctx: FirmContext) => showFirm(planningOf(await readPlanning(ctx), ctx));

describe('what looking ahead starts from', () => {
  it('is counted where nothing was told, and told where it was', async () => {
    await tried(async (ctx) => {
      const told = { founded: '2010-03', endpoints: 9000, coordinators: 0, managers: 1 };
      await keepFacts(ctx, { ...told, left: null });
      const found = await starts(ctx);
      expect(found).toMatchObject({
        founded: { value: '2010-03', basis: 'told' },
        endpoints: { value: 9000, basis: 'told' },
        coordinators: { value: 0, basis: 'told' },
        managers: { value: 1, basis: 'told' },
        left: null,
      });
      await expect(keepFacts(ctx, { ...told, founded: '2010-13' })).rejects.toThrow('is no month');
      await expect(keepFacts(ctx, { ...told, founded: '2031-01' })).rejects.toThrow('still to come');
    });
  });

  it('learns how many leave from those who left since somebody noted it', async () => {
    const turnover = await tried(async (ctx) => {
      await ctx.asEngine(async (db) => {
        const [first, second] = (await readStructure(db, '2026-11-16' as never)).people;
        await keepFacts(ctx, { founded: null, endpoints: null, coordinators: null, managers: null });
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
      return (await starts(ctx)).turnover;
    });
    // The first only says since when leaving is noted.
    expect(turnover.leavers).toBe(1);
    expect(turnover.personYears).toBeGreaterThan(40);
    expect(turnover.personYears).toBeLessThan(52);
  });
});

describe('what Harbor’s tickets say', () => {
  it('is offered with months, tickets and a range, and changes nothing', async () => {
    await tried(async (ctx) => {
      const work = await findMeasured(ctx, {});
      expect(work['growth.work.per-endpoint']).toMatchObject({
        ...{ status: 'measured', months: 11, to: '2026-10' },
        sentence: expect.stringMatching(
          /^Your tickets say 0\.\d\d h \(0\.\d\d–0\.\d\d, 11 months, 7,\d{3} tickets\)\.$/,
        ),
      });
      expect(work['growth.work.utilisation']).toMatchObject({ status: 'measured', months: 11 });
      expect((await readScenarios(ctx.db)).map(({ assumptions }) => assumptions)).toEqual([{}, {}]);
    });
  });

  it('is marked as measured where it was taken over and kept, and as typed where it was typed', async () => {
    await tried(async (ctx) => {
      const key = 'growth.work.per-endpoint';
      const one = (await findMeasured(ctx, {}))[key];
      if (one.status !== 'measured') throw new Error('not measured');
      const { scenarioId } = (await readScenarios(ctx.db))[0]!;
      const kept = async () => (await readScenarios(ctx.db))[0]!;
      await keepChange(ctx, { scenarioId, assumptions: { [key]: one.value } });
      const { low, high, months, to, tickets } = one;
      expect(await kept()).toMatchObject({
        ...{ assumptions: { [key]: one.value }, measured: { [key]: { low, high, months, to, tickets } } },
      });
      const listed = async () => {
        const { situation, firmOwn, scenarios } = await readPlanning(ctx);
        const { assumptions } = scenarios[0]!;
        const all = listAssumptions(situation.playbook, firmOwn, { own: assumptions, kept: scenarios[0]! });
        return all.find((row) => row.key === key)!.basis;
      };
      expect(await listed()).toBe('measured');
      await keepChange(ctx, { scenarioId, name: 'Renamed' });
      expect(await listed()).toBe('measured');
      const { scenarioId: copy } = await keepCopy(ctx, { from: scenarioId, name: 'Copy' });
      expect((await readScenarios(ctx.db)).find((row) => row.scenarioId === copy)!.measured).toHaveProperty([key]);
      await keepChange(ctx, { scenarioId, assumptions: { [key]: one.value + 0.01 } });
      expect([(await kept()).measured, await listed()]).toEqual([{}, 'own']);
    });
  });
});
