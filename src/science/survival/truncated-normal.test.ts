import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { studentTail } from '../student-tail.ts';
import { momentsAbove, normalHazard } from './truncated-normal.ts';

const references = JSON.parse(readFileSync(new URL('./fixtures/tails.json', import.meta.url), 'utf8')) as Record<
  'z' | 'hazard' | 't' | 'tail',
  number[]
>;
const relative = (value: number, reference: number) => Math.abs(value - reference) / reference;

/** Mean and variance of the part of a standard normal above z, by Simpson's rule on the density relative to its start. */
function bySimpson(z: number): { mean: number; variance: number } {
  const steps = 20_000;
  const width = Math.min(12, 40 / Math.max(1, z)) + Math.max(0, -z);
  const sums = [0, 0, 0];
  for (let i = 0; i <= steps; i++) {
    const x = z + (width * i) / steps;
    const weight = (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp((z * z - x * x) / 2);
    for (let power = 0; power < 3; power++) sums[power]! += weight * (x - z) ** power;
  }
  const beyond = sums[1]! / sums[0]!;
  return { mean: z + beyond, variance: sums[2]! / sums[0]! - beyond ** 2 };
}

describe('the normal cut off below', () => {
  it('has the hazard that R gives', () => {
    references.z.forEach((z, i) => {
      if (z === -40) expect(normalHazard(z)).toBe(0);
      else expect(relative(normalHazard(z), references.hazard[i]!)).toBeLessThan(1e-10);
    });
  });

  it.each([-6, -1, 0, 1.5, 5, 20, 29, 31, 200])('has the moments of its density above z = %d', (z) => {
    const { mean, variance } = bySimpson(z);
    const found = momentsAbove(0, 1, z);
    expect(found.mean).toBeCloseTo(mean, 8);
    expect(relative(found.variance, variance)).toBeLessThan(2e-3);
    const moved = momentsAbove(7, 3, 7 + 3 * z);
    expect(moved.mean).toBeCloseTo(7 + 3 * mean, 7);
    expect(relative(moved.variance, 9 * variance)).toBeLessThan(2e-3);
  });

  it('lies above its bound and is narrower than before, for any bound', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -500, max: 500, noNaN: true }),
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        (bound, sd) => {
          const { mean, variance } = momentsAbove(0, sd, bound);
          return mean >= bound && mean >= 0 && variance >= 0 && variance <= sd * sd;
        },
      ),
    );
  });
});

describe("Student's upper tail with 4 degrees of freedom", () => {
  it('is the one that R gives', () => {
    references.t.forEach((t, i) => {
      expect(relative(studentTail(t), references.tail[i]!)).toBeLessThan(1e-6);
    });
  });
});
