import { beforeAll, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import type { Solver } from '../../science/assignment/program.ts';
import { loadSolver } from '../../science/assignment/solver.ts';
import { findBusFactor } from './bus-factor.ts';
import type { CoverInput } from './cover-types.ts';
import { area, coverOf } from './fixtures/cover-firm.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

it('is one where one person alone holds more than half', () => {
  const areas = ['a', 'b', 'c'].map((id) => area(id, 1));
  expect(findBusFactor(solver, coverOf(areas, { Ann: [0, 'a', 'b'], Ben: [0, 'c', 'a?'] }))).toEqual({
    people: [1],
    uncovered: ['a', 'b'],
    share: 2 / 3,
    atLeast: 1,
  });
});

it('needs more than half, not half', () => {
  const areas = ['a', 'b'].map((id) => area(id, 1));
  expect(findBusFactor(solver, coverOf(areas, { Ann: [0, 'a'], Ben: [0, 'b'] }))!.people).toEqual([1, 2]);
});

it('is nobody where more than half is left to nobody already, and nothing where nothing is required', () => {
  const areas = ['a', 'b', 'c'].map((id) => area(id, 1));
  expect(findBusFactor(solver, coverOf(areas, { Ann: [0, 'a'] }))).toMatchObject({ people: [], uncovered: ['b', 'c'] });
  expect(findBusFactor(solver, coverOf([area('a', 0)], { Ann: [0, 'a'] }))).toBeNull();
  expect(findBusFactor(solver, coverOf([], {}))).toBeNull();
});

const NAMES = ['Ann', 'Ben', 'Cy', 'Dee', 'Eve', 'Fay'];
const firms: fc.Arbitrary<CoverInput> = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
    holders: fc.array(fc.subarray(NAMES), { minLength: 6, maxLength: 6 }),
  })
  .map(({ weights, holders }) =>
    coverOf(
      weights.map((weight, k) => area(`area ${k}`, 1, { weight })),
      Object.fromEntries(
        NAMES.map((name) => [
          name,
          [0, ...weights.flatMap((_, k) => (holders[k]!.includes(name) ? [`area ${k}`] : []))],
        ]),
      ),
    ),
  );

it('is the smallest of all sets of up to six people', () => {
  fc.assert(
    fc.property(firms, (input) => {
      const { areas, people, levels } = input;
      const total = areas.reduce((sum, one) => sum + one.weight, 0);
      let smallest = Infinity;
      for (let set = 0; set < 2 ** people.length; set++) {
        const stays = people.filter((_, at) => !((set >> at) & 1)).map((one) => one.personId);
        const lost = areas
          .filter((one) => !levels.some((level) => level.areaId === one.areaId && stays.includes(level.personId)))
          .reduce((sum, one) => sum + one.weight, 0);
        if (lost * 2 > total) smallest = Math.min(smallest, people.length - stays.length);
      }
      const found = findBusFactor(solver, input)!;
      expect(found.people).toHaveLength(smallest);
      expect(found.atLeast).toBe(smallest);
      expect(found.share).toBeGreaterThan(0.5);
    }),
    { numRuns: 40 },
  );
});
