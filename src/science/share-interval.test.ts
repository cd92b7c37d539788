import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { shareInterval } from './share-interval.ts';

describe('the interval of a share', () => {
  it.each([
    // prop.test(8, 10, correct = FALSE, conf.level = …)$conf.int, and 0 of 5
    [8, 10, 0.95, 0.490162471537, 0.943317848546],
    [8, 10, 0.8, 0.601596011534, 0.913762779211],
    [0, 5, 0.95, 0, 0.434482464783],
  ])('%i of %i at %f is that of R', (hits, n, confidence, low, high) => {
    const found = shareInterval(hits, n, confidence);
    expect(found.low).toBeCloseTo(low, 8);
    expect(found.high).toBeCloseTo(high, 8);
  });

  it('holds the share, stays within 0 and 1, and shrinks with more observations', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const hits = Math.round(part * n);
        const { low, high } = shareInterval(hits, n);
        const ten = shareInterval(hits * 10, n * 10);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(hits / n - 1e-12);
        expect(ten.high - ten.low).toBeLessThan(high - low);
      }),
    );
  });

  it('says nothing without observations', () => {
    expect(shareInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });
});
