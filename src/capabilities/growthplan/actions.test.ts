import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import type { TestDatabase } from '../../../test/support/database.ts';
import { createSampleDatabase, sampleOrg } from '../../../test/support/sample-database.ts';
import { triedIn, type Who } from '../../../test/support/tried.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { UploadContext } from '../../platform/http/routes.ts';
import { readPlanRows, readScenarios } from '../../records/growth/store.ts';
import { exportPlan, takePlanFile } from './actions.ts';

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

describe('a plan', () => {
  it('comes from a file and goes to one: looked at first, kept when asked, the same again', async () => {
    const { scenarioId } = await tried(async ({ db }) => (await readScenarios(db))[0]!);
    const kept = () => tried(({ db }) => readPlanRows(db, scenarioId));
    const plan = await kept();
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
    expect(await kept()).toEqual(more.plan);
    await take(text, true);
    await expect(take(text.replace('2026-12', '2026-13'), true)).rejects.toThrow(
      'Line 3 of the plan: Month is “2026-13”',
    );
    expect(await kept()).toEqual(plan);
  });
});
