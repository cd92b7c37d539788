import { describe, expect, it } from 'vitest';
import { shareDifference } from './share-difference.ts';

describe('the interval of a difference of shares', () => {
  // Newcombe 1998, table II, method 10 (95%), to the four places that he prints.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])('%i of %i less %i of %i is that of the paper', (hits, n, others, of, low, high) => {
    const found = shareDifference({ hits, n }, { hits: others, n: of }, 0.95);
    expect(found.difference).toBeCloseTo(hits / n - others / of, 12);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('turns around with its two sides', () => {
    const there = shareDifference({ hits: 12, n: 40 }, { hits: 30, n: 45 });
    const back = shareDifference({ hits: 30, n: 45 }, { hits: 12, n: 40 });
    expect(back.low).toBeCloseTo(-there.high, 12);
    expect(back.high).toBeCloseTo(-there.low, 12);
  });
});
