import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { createRandom } from '../../base/random.ts';
import { normalCdf } from '../normal.ts';
import { baselineOf, runCusum } from './cusum.ts';

const STANDARD = { mean: 0, sd: 1 };

/**
 * Average run lengths of a two-sided CUSUM from 0 with k = ½, for a shift of the mean in SD. Source: Montgomery,
 * Introduction to Statistical Quality Control, 6th ed. 2009, table 9.3, after Hawkins 1993.
 */
const PUBLISHED: [shift: number, h4: number, h5: number][] = [
  [0, 168, 465],
  [0.25, 74.2, 139],
  [0.5, 26.6, 38],
  [0.75, 13.3, 17],
  [1, 8.38, 10.4],
  [1.5, 4.75, 5.75],
  [2, 3.34, 4.01],
  [3, 2.19, 2.57],
];

/** Mean run length to an alarm, and its standard error. */
function simulate(shift: number, h: number, runs: number, guess: number): { mean: number; error: number } {
  const random = createRandom(Math.round(1000 * (shift + h)));
  const lengths = Array.from({ length: runs }, () => {
    const values: number[] = [];
    for (;;) {
      for (let i = 0; i < 2 * guess; i++) values.push(shift + random.normal());
      const { alarm } = runCusum(values, STANDARD, { k: 0.5, h });
      if (alarm) return alarm.at + 1;
    }
  });
  const mean = lengths.reduce((sum, n) => sum + n, 0) / runs;
  const variance = lengths.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (runs - 1);
  return { mean, error: Math.sqrt(variance / runs) };
}

/** ARL of one side by Brook and Evans' Markov chain, the sum cut in `states` steps. */
function exactOneSided(shift: number, h: number, states = 400): number {
  const width = (2 * h) / (2 * states - 1);
  const chance = (i: number, j: number) => {
    const middle = (j - i) * width + 0.5 - shift;
    return j === 0 ? normalCdf(middle + width / 2) : normalCdf(middle + width / 2) - normalCdf(middle - width / 2);
  };
  const rows = Array.from({ length: states }, (_, i) => {
    const row = Float64Array.from({ length: states + 1 }, (__, j) =>
      j === states ? 1 : (i === j ? 1 : 0) - chance(i, j),
    );
    return row;
  });
  for (let i = 0; i < states; i++) {
    for (let r = i + 1; r < states; r++) {
      const factor = rows[r]![i]! / rows[i]![i]!;
      for (let c = i; c <= states; c++) rows[r]![c]! -= factor * rows[i]![c]!;
    }
  }
  const lengths = new Float64Array(states);
  for (let i = states - 1; i >= 0; i--) {
    let rest = rows[i]![states]!;
    for (let c = i + 1; c < states; c++) rest -= rows[i]![c]! * lengths[c]!;
    lengths[i] = rest / rows[i]![i]!;
  }
  return lengths[0]!;
}

describe('the CUSUM', () => {
  it.each(PUBLISHED)('finds a shift of %d SD after as many values as published', (shift, h4, h5) => {
    for (const [h, published] of [
      [4, h4],
      [5, h5],
    ] as const) {
      const { mean, error } = simulate(shift, h, published > 100 ? 1000 : 3000, published);
      // Four standard errors, and what the table rounds away.
      expect(Math.abs(mean - published)).toBeLessThan(4 * error + 0.006 * published);
    }
  });

  it.each([4, 5])('agrees with the exact run length of a Markov chain, h = %d', (h) => {
    const both = 1 / (2 / exactOneSided(0, h));
    expect(Math.abs(both - (h === 4 ? 168 : 465))).toBeLessThan(0.01 * both);
  });

  it('says which way, when it was sure, and since when', () => {
    const values = [0, 0.2, -0.3, 0.1, 2, 2, null, 2, 2, 0];
    expect(runCusum(values, STANDARD, { k: 0.5, h: 4 }).alarm).toEqual({ direction: 'up', at: 7, since: 4 });
    const down = values.map((value) => (value === null ? null : -value));
    expect(runCusum(down, STANDARD, { k: 0.5, h: 4 }).alarm).toEqual({ direction: 'down', at: 7, since: 4 });
    expect(runCusum([], STANDARD, { k: 0.5, h: 4 })).toEqual({ sums: [], alarm: null });
  });

  it('asks only how many SD something lies from the baseline', () => {
    const values = fc.array(fc.option(fc.integer({ min: -30, max: 30 }).map((value) => value / 10)), { maxLength: 30 });
    fc.assert(
      fc.property(
        values,
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        fc.integer({ min: -100, max: 100 }),
        (some, sd, mean) => {
          const plain = runCusum(some, STANDARD, { k: 0.5, h: 4 });
          const moved = runCusum(
            some.map((value) => (value === null ? null : mean + sd * value)),
            { mean, sd },
            { k: 0.5, h: 4 },
          );
          moved.sums.forEach((sums, i) => {
            expect(sums.up).toBeCloseTo(plain.sums[i]!.up, 6);
            expect(sums.down).toBeCloseTo(plain.sums[i]!.down, 6);
          });
        },
      ),
    );
  });

  it('never goes below 0, and not up by what lies within k', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true })), (some) => {
        const { sums } = runCusum(some, STANDARD, { k: 0.5, h: 4 });
        return sums.every(({ up, down }, i) => {
          const before = sums[i - 1] ?? { up: 0, down: 0 };
          const within = Math.abs(some[i]!) <= 0.5;
          return up >= 0 && down >= 0 && (!within || (up <= before.up && down <= before.down));
        });
      }),
    );
  });
});

describe('the baseline', () => {
  it('is the mean and SD of what is known', () => {
    expect(baselineOf([2, null, 4, 4, 4, 5, 5, 7, 9])).toEqual({
      status: 'known',
      mean: 5,
      sd: Math.sqrt(32 / 7),
      n: 8,
    });
  });

  it('says what is missing: too few values, or all alike', () => {
    expect(baselineOf([1, null, 2])).toEqual({
      status: 'not-enough-evidence',
      reason: 'too-few-values',
      have: 2,
      need: 8,
    });
    expect(baselineOf([], 0)).toMatchObject({ reason: 'too-few-values', have: 0, need: 2 });
    expect(baselineOf(Array.from({ length: 13 }, () => 0.1))).toMatchObject({ reason: 'no-variation' });
  });
});
