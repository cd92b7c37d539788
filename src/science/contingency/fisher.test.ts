import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { fisherExact, smallestP } from './fisher.ts';
import references from './fixtures/references.json' with { type: 'json' };

/** Straight from the definition: every way to choose so many of all, counted one by one. */
function byCounting(size: number, otherSize: number, chosen: number, total: number): number {
  const n = size + otherSize;
  const counts = new Array<number>(size + 1).fill(0);
  for (let set = 0; set < 2 ** n; set++) {
    let own = 0;
    let all = 0;
    for (let i = 0; i < n; i++) {
      if ((set >> i) & 1) {
        all++;
        if (i < size) own++;
      }
    }
    if (all === total) counts[own]!++;
  }
  const ways = counts.reduce((sum, one) => sum + one, 0);
  return counts.filter((one) => one <= counts[chosen]!).reduce((sum, one) => sum + one, 0) / ways;
}

const tables = fc
  .record({ size: fc.integer({ min: 1, max: 60 }), otherSize: fc.integer({ min: 1, max: 60 }) })
  .chain(({ size, otherSize }) =>
    fc.record({
      size: fc.constant(size),
      otherSize: fc.constant(otherSize),
      chosen: fc.integer({ min: 0, max: size }),
      otherChosen: fc.integer({ min: 0, max: otherSize }),
    }),
  );

describe("Fisher's exact test", () => {
  it('gives the measured reference: 2 of 12 against 8 of 20, p = .2479', () => {
    expect(fisherExact({ chosen: 2, size: 12, otherChosen: 8, otherSize: 20 })).toBeCloseTo(0.2479, 4);
  });

  it.each(references)('gives what R gives: $chosen of $size against $otherChosen of $otherSize', ({ p, ...groups }) => {
    expect(Math.abs(fisherExact(groups) / p - 1)).toBeLessThan(1e-11);
  });

  it('equals counting every way to choose, for all small tables', () => {
    for (let size = 1; size <= 5; size++)
      for (let otherSize = 1; otherSize <= 6; otherSize++)
        for (let chosen = 0; chosen <= size; chosen++)
          for (let otherChosen = 0; otherChosen <= otherSize; otherChosen++) {
            const p = fisherExact({ chosen, size, otherChosen, otherSize });
            expect(p).toBeCloseTo(byCounting(size, otherSize, chosen, chosen + otherChosen), 12);
          }
  });

  it('has the closed form where one of each split is all there is: 1 / C(n, k)', () => {
    // 4 of 4 against 0 of 6: one way of C(10, 4) = 210.
    expect(fisherExact({ chosen: 4, size: 4, otherChosen: 0, otherSize: 6 })).toBeCloseTo(1 / 210, 15);
  });

  it('is a chance above 0, the same whichever group and whichever outcome comes first', () => {
    fc.assert(
      fc.property(tables, (groups) => {
        const { chosen, size, otherChosen, otherSize } = groups;
        const p = fisherExact(groups);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        const swapped = { chosen: otherChosen, size: otherSize, otherChosen: chosen, otherSize: size };
        const others = { size, otherSize, chosen: size - chosen, otherChosen: otherSize - otherChosen };
        expect(fisherExact(swapped)).toBeCloseTo(p, 10);
        expect(fisherExact(others)).toBeCloseTo(p, 10);
      }),
    );
  });

  it('never grows as the split moves away from the likeliest, and never falls below the smallest it can give', () => {
    fc.assert(
      fc.property(tables, ({ chosen, size, otherChosen, otherSize }) => {
        const total = chosen + otherChosen;
        const from = Math.max(0, total - otherSize);
        const to = Math.min(size, total);
        const p = (own: number) => fisherExact({ chosen: own, size, otherChosen: total - own, otherSize });
        const all = Array.from({ length: to - from + 1 }, (_, i) => p(from + i));
        const top = all.indexOf(Math.max(...all));
        for (let i = 1; i <= top; i++) expect(all[i]!).toBeGreaterThanOrEqual(all[i - 1]! - 1e-12);
        for (let i = top + 1; i < all.length; i++) expect(all[i]!).toBeLessThanOrEqual(all[i - 1]! + 1e-12);
        expect(smallestP(size, otherSize, total)).toBeCloseTo(Math.min(...all), 12);
      }),
    );
  });

  it('holds for thousands', () => {
    const p = fisherExact({ chosen: 40_000, size: 100_000, otherChosen: 40_600, otherSize: 100_000 });
    expect(p).toBeGreaterThan(0.005);
    expect(p).toBeLessThan(0.008);
    expect(fisherExact({ chosen: 5000, size: 5000, otherChosen: 0, otherSize: 5000 })).toBeGreaterThanOrEqual(0);
  });
});
