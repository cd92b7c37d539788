import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import type { Instant } from '../../base/time.ts';
import type { PlanRow } from '../../records/growth/types.ts';
import { planCsv, readPlanFile } from './growth-plan.ts';

const read = (text: string) =>
  readPlanFile(
    (async function* () {
      yield Buffer.from(text);
    })(),
    0 as Instant,
  );

describe('a plan as a file', () => {
  it('is read by the names of its columns, in any order, and says what it left out', async () => {
    const { rows, columns, leftOut } = await read(
      'Devices;RHEM;Month;Note;Budget\n1200;0,35;2027-03;x;50 000\n1250;;03/2027;;\n1300;;April 2027;;\n1350;;May-27;;\n1400;;2027-06-01;;\n',
    );
    expect(rows.map(({ month, endpoints }) => [month, endpoints])).toEqual([
      ['2027-03', 1200],
      ['2027-03', 1250],
      ['2027-04', 1300],
      ['2027-05', 1350],
      ['2027-06', 1400],
    ]);
    expect(rows[0]).toMatchObject({ hoursPerEndpoint: 0.35, budget: 50_000, hires: null, clients: null });
    expect(columns).toContainEqual({ field: 'hoursPerEndpoint', column: 'RHEM' });
    expect(leftOut).toEqual(['Note']);
  });

  it.each([
    ['month,clients\n2027-01,5\n', 'The plan has no column “Endpoints”'],
    ['month,endpoints\n2027-01,many\n', 'Line 2 of the plan: Endpoints is “many”, and has to be a whole number.'],
    [
      'month,endpoints\n2027-01,900\nsoon,900\n',
      'Line 3 of the plan: Month is “soon”, and has to be a month like 2027-03.',
    ],
    ['month,endpoints\n2027-13,900\n', 'Line 2 of the plan: Month is “2027-13”'],
    ['month,endpoints\n2027-01,\n', 'Line 2 of the plan: Endpoints is empty'],
    ['month,endpoints,hires\n2027-01,900,two\n', 'Line 2 of the plan: Hires is “two”'],
  ])('is refused as a whole with one sentence', async (text, sentence) => {
    await expect(read(text)).rejects.toThrow(sentence);
  });

  it('comes back as it went out', async () => {
    const untold = fc.option(fc.integer({ min: 0, max: 5000 }));
    const row: fc.Arbitrary<PlanRow> = fc.record({
      month: fc
        .tuple(fc.integer({ min: 2026, max: 2040 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
      endpoints: fc.integer({ min: 0, max: 1_000_000 }),
      clients: untold,
      hoursPerEndpoint: fc.option(fc.integer({ min: 0, max: 200 }).map((value) => value / 100)),
      hires: untold,
      leavers: untold,
      budget: untold,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        expect((await read(planCsv(rows))).rows).toEqual(rows);
      }),
      { numRuns: 30 },
    );
  });
});
