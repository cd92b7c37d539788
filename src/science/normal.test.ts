import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from './normal.ts';

/** Computed with mpmath 1.3.0 at 30 digits: ncdf(z). */
const REFERENCE = [
  [-8, 6.2209605742717841235e-16],
  [-7.2, 3.0106279811174335651e-13],
  [-5, 2.8665157187919391167e-7],
  [-3, 0.0013498980316300945267],
  [-1.959963984540054, 0.025000000000000010876],
  [-1, 0.15865525393145705141],
  [-0.5, 0.30853753872598689636],
  [-0.1, 0.46017216272297101633],
  [0, 0.5],
  [0.3, 0.61791142218895263307],
  [1.2815515655446004, 0.89999999999999998271],
  [2.5, 0.99379033467422386483],
  [6, 0.99999999901341235496],
] as const;

describe('normal distribution', () => {
  it.each(REFERENCE)('gives the chance below %d to 1e-14, and to 1e-11 of itself in the tail', (z, p) => {
    expect(Math.abs(normalCdf(z) - p)).toBeLessThan(1e-14);
    expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(1e-11);
  });

  it('is continuous where the two formulas meet', () => {
    expect(normalCdf(-7.07106781186548) / normalCdf(-7.07106781186546)).toBeCloseTo(1, 10);
  });

  it('has its ends', () => {
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  });

  it('turns a chance back into the point below which it lies', () => {
    for (const p of [1e-12, 1e-6, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99]) {
      expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 12);
    }
    expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 13);
  });
});
