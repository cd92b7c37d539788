import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import references from './fixtures/references.json' with { type: 'json' };
import { impactRatio } from './impact-ratio.ts';

describe('an impact ratio', () => {
  it('gives the measured reference: 2 of 12 against 8 of 20 is .4167', () => {
    expect(impactRatio({ chosen: 2, size: 12, otherChosen: 8, otherSize: 20 }, 0.95)!.ratio).toBeCloseTo(0.4167, 4);
  });

  it.each(references)(
    'has the interval that a numerical search in R finds: $chosen of $size against $otherChosen of $otherSize',
    ({ p: _, low, high, ...groups }) => {
      const found = impactRatio(groups, 0.95);
      if (low === null || high === null) return expect(found).toBeUndefined();
      expect(Math.abs(found!.low - low)).toBeLessThan(1e-6 * Math.max(1, low));
      expect(Math.abs(found!.high / high - 1)).toBeLessThan(1e-6);
    },
  );

  it('has its closed form where everybody was chosen: n/(n + z²) to (m + z²)/m', () => {
    const z2 = 1.959963984540054 ** 2;
    const found = impactRatio({ chosen: 6, size: 6, otherChosen: 9, otherSize: 9 }, 0.95)!;
    expect(found.ratio).toBe(1);
    expect(found.low).toBeCloseTo(6 / (6 + z2), 9);
    expect(found.high).toBeCloseTo((9 + z2) / 9, 9);
  });

  it('lies inside its interval, which turns over with the groups and narrows with their size', () => {
    const sizes = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(
        sizes,
        sizes,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, m, a, b) => {
          const chosen = Math.round(a * n);
          const otherChosen = Math.max(1, Math.round(b * m));
          const groups = { chosen, size: n, otherChosen, otherSize: m };
          const { ratio, low, high } = impactRatio(groups, 0.95)!;
          expect(low).toBeLessThanOrEqual(ratio);
          expect(high).toBeGreaterThanOrEqual(ratio);
          const large = impactRatio(
            { chosen: 4 * chosen, size: 4 * n, otherChosen: 4 * otherChosen, otherSize: 4 * m },
            0.95,
          )!;
          expect(large.high - large.low).toBeLessThan(high - low);
          if (chosen === 0) return;
          const turned = impactRatio({ chosen: otherChosen, size: m, otherChosen: chosen, otherSize: n }, 0.95)!;
          expect(turned.low * high).toBeCloseTo(1, 6);
          expect(turned.high * low).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  it('holds the true ratio about as often as it says, counted exactly over every outcome', () => {
    const shares: number[] = [];
    for (const [n, m] of [
      [8, 12],
      [12, 20],
      [25, 25],
    ] as const) {
      const intervals = Array.from({ length: n + 1 }, (_, x) =>
        Array.from({ length: m + 1 }, (_, y) =>
          impactRatio({ chosen: x, size: n, otherChosen: y, otherSize: m }, 0.95),
        ),
      );
      for (const own of [0.2, 0.4, 0.6])
        for (const other of [0.3, 0.5, 0.8]) {
          let held = 0;
          let all = 0;
          for (let x = 0; x <= n; x++)
            for (let y = 1; y <= m; y++) {
              const chance = binomial(n, x, own) * binomial(m, y, other);
              const { low, high } = intervals[x]![y]!;
              all += chance;
              if (low <= own / other && own / other <= high) held += chance;
            }
          shares.push(held / all);
        }
    }
    expect(Math.min(...shares)).toBeGreaterThan(0.92);
    const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length;
    expect(mean).toBeGreaterThan(0.94);
    expect(mean).toBeLessThan(0.97);
  });
});

function binomial(n: number, k: number, p: number): number {
  let ways = 1;
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
  return ways * p ** k * (1 - p) ** (n - k);
}
