import { describe, expect, it } from 'vitest';
import { createRandom } from '../../base/random.ts';
import { changeBeyondOthers } from './beyond-others.ts';

describe('a change beyond that of others', () => {
  it('is the own change less the others’ mean, which alike changes give exactly', () => {
    const others = [1, 2, 3, 4].map(() => ({ change: -0.1, variance: 0.01 }));
    const found = changeBeyondOthers({ change: -0.3, variance: 0.02 }, others);
    expect(found.difference).toBeCloseTo(-0.2, 12);
    expect(found.spread).toBe(0);
    // t with 2 degrees of freedom at .9, √(.02 + .01/4).
    expect(found.high - found.difference).toBeCloseTo(1.8856180831641267 * Math.sqrt(0.0225), 9);
  });

  it('is told less surely where others’ changes differ', () => {
    const width = (apart: number) => {
      const { low, high } = changeBeyondOthers(
        { change: 0, variance: 0.01 },
        [-2, -1, 0, 1, 2].map((step) => ({ change: step * apart, variance: 0.01 })),
      );
      return high - low;
    };
    expect(width(0.3)).toBeGreaterThan(2 * width(0));
  });

  it('finds a change where there is none in about one of five, as an 80% interval should', () => {
    const random = createRandom(18);
    const runs = 2000;
    let missed = 0;
    for (let run = 0; run < runs; run++) {
      const one = () => {
        const variance = 0.01 + 0.02 * random.uniform();
        return { change: -0.2 + 0.15 * random.normal() + Math.sqrt(variance) * random.normal(), variance };
      };
      const { low, high } = changeBeyondOthers(one(), Array.from({ length: 7 }, one));
      if (low > 0 || high < 0) missed++;
    }
    expect(missed / runs).toBeGreaterThan(0.15);
    expect(missed / runs).toBeLessThan(0.25);
  });
});
