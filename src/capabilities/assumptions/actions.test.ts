import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../../test/support/database.ts';
import { createSampleDatabase, sampleOrg } from '../../../test/support/sample-database.ts';
import { triedIn, type Who } from '../../../test/support/tried.ts';
import { showFirm } from '../../model/growth/firm-now.ts';
import { planningOf } from '../../model/growth/planning.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readPlanning } from '../../records/growth/planning.store.ts';
import { readStructure } from '../../records/people/store.ts';
import { keepFacts } from './actions.ts';

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
