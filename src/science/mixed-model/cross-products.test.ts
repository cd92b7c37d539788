import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { accumulateCrossProducts } from './accumulate.ts';
import { addCrossProducts, type CrossProducts, crossProductsFrom, listEntries, pairCounts } from './cross-products.ts';
import { type MadeObservations, makeObservations, smallFactors } from './fixtures/make-observations.ts';

const tiny = {
  levels: [
    [7, 7, 9],
    [1, 2, 2],
    [0, 0, 0],
  ],
  y: [1, 2, 4],
};

/** Counts must agree exactly, sums of y up to the rounding of adding and taking away (1e-9). */
function expectSame(a: CrossProducts, b: CrossProducts): void {
  expect(a.n).toBe(b.n);
  expect(a.sumY).toBeCloseTo(b.sumY, 9);
  expect(a.sumYY).toBeCloseTo(b.sumYY, 9);
  expect(a.pairs).toEqual(b.pairs);
  a.factors.forEach((factor, at) => {
    const other = b.factors[at]!;
    expect(factor.ids).toEqual(other.ids);
    expect(factor.n).toEqual(other.n);
    factor.sumY.forEach((sum, level) => {
      expect(sum).toBeCloseTo(other.sumY[level]!, 9);
    });
  });
}

function slice({ levels, y }: MadeObservations, from: number, to: number): MadeObservations {
  return { levels: levels.map((column) => column.slice(from, to)), y: y.slice(from, to) };
}

describe('cross-products', () => {
  it('count what three observations have in common', () => {
    const sums = accumulateCrossProducts(tiny, smallFactors);
    expect(sums).toMatchObject({ n: 3, sumY: 7, sumYY: 21 });
    expect(sums.factors[0]).toEqual({
      key: 1,
      name: 'technician',
      ids: [7, 9],
      n: Float64Array.of(2, 1),
      sumY: Float64Array.of(3, 4),
    });
    expect(pairCounts(sums, 1, 0)).toEqual({
      a: 1,
      b: 0,
      levelA: Int32Array.of(0, 1, 1),
      levelB: Int32Array.of(0, 0, 1),
      n: Float64Array.of(1, 1, 1),
    });
  });

  it('come back from stored entries in any order and orientation', () => {
    const sums = accumulateCrossProducts(makeObservations(1), smallFactors);
    const turned = [...listEntries(sums)].reverse().map((entry) => ({
      ...entry,
      factorA: entry.factorB,
      levelA: entry.levelB,
      factorB: entry.factorA,
      levelB: entry.levelA,
    }));
    expect(crossProductsFrom(turned, sums, smallFactors)).toEqual(sums);
  });

  it('pass over entries of factors that are not asked for', () => {
    const [technician, , priority] = smallFactors;
    const data = makeObservations(2);
    const all = accumulateCrossProducts(data, smallFactors);
    const two = accumulateCrossProducts({ ...data, levels: [data.levels[0]!, data.levels[2]!] }, [
      technician!,
      priority!,
    ]);
    expect(crossProductsFrom(listEntries(all), all, [technician!, priority!])).toEqual(two);
  });

  it('of two parts add up to those of the whole, and taking one part away leaves the other', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 120 }), (seed, cut) => {
        const data = makeObservations(seed);
        const whole = accumulateCrossProducts(data, smallFactors);
        const first = accumulateCrossProducts(slice(data, 0, cut), smallFactors);
        const second = accumulateCrossProducts(slice(data, cut, 120), smallFactors);
        expectSame(addCrossProducts(first, second), whole);
        expectSame(addCrossProducts(whole, second, -1), first);
      }),
    );
  });

  it('forget a level with its last observation', () => {
    const whole = accumulateCrossProducts(tiny, smallFactors);
    const last = accumulateCrossProducts(slice(tiny, 2, 3), smallFactors);
    expect(addCrossProducts(whole, last, -1).factors[0]!.ids).toEqual([7]);
  });

  it('refuse entries that contradict the totals', () => {
    const sums = accumulateCrossProducts(tiny, smallFactors);
    const entries = [...listEntries(sums)];
    expect(() => crossProductsFrom(entries, { ...sums, n: 4 }, smallFactors)).toThrow('technician');
    const withoutPair = entries.filter((entry) => !(entry.factorA === 1 && entry.factorB === 2 && entry.levelB === 1));
    expect(() => crossProductsFrom(withoutPair, sums, smallFactors)).toThrow('technician with client');
  });
});
