import { expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { changeParts } from './change-parts.ts';

const counted = fc.integer({ min: 0, max: 60 }).chain((n) => fc.record({ n: fc.constant(n), hits: fc.nat(n) }));
const parts = fc
  .array(fc.record({ before: counted, after: counted }), { minLength: 1, maxLength: 6 })
  .map((rows) => rows.map((row, key) => ({ key, ...row })))
  .filter((rows) => (['before', 'after'] as const).every((side) => rows.some((row) => row[side].n > 0)));

it('splits a change into parts that sum to it', () => {
  fc.assert(
    fc.property(parts, (rows) => {
      const share = (side: 'before' | 'after') =>
        rows.reduce((sum, row) => sum + row[side].hits, 0) / rows.reduce((sum, row) => sum + row[side].n, 0);
      const sum = changeParts(rows).reduce((so, { part }) => so + part, 0);
      expect(sum).toBeCloseTo(share('after') - share('before'), 10);
    }),
  );
});

it('gives a part that got worse its weight, and nothing to one that stayed as it was', () => {
  const steady = { key: 1, before: { hits: 40, n: 50 }, after: { hits: 40, n: 50 } };
  const worse = { key: 2, before: { hits: 40, n: 50 }, after: { hits: 20, n: 50 } };
  expect(changeParts([steady, worse])).toEqual([
    { key: 1, part: 0 },
    { key: 2, part: -0.2 },
  ]);
});

it('tells more of the hard work from work done worse', () => {
  const easy = { key: 1, before: { hits: 90, n: 100 }, after: { hits: 45, n: 50 } };
  const hard = { key: 2, before: { hits: 10, n: 20 }, after: { hits: 35, n: 70 } };
  const [lessEasy, moreHard] = changeParts([easy, hard]).map(({ part }) => part);
  expect(lessEasy! < 0 && moreHard! < 0).toBe(true);
});
