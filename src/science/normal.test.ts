import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from './normal.ts';

/** Computed with mpmath 1.3.0 at 30 digits: ncdf(z). */
const REFERENCE = [
  [-8, 6.220960574271784e-16],
  [-7.2, 3.0106279811174334e-13],
  [-5, 2.866515718791939e-7],
  [-3, 0.0013498980316300946],
  [-1.959963984540054, 0.025000000000000012],
  [-1, 0.15865525393145705],
  [-0.5, 0.3085375387259869],
  [-0.1, 0.460172162722971],
  [0, 0.5],
  [0.3, 0.6179114221889527],
  [1.2815515655446004, 0.9],
  [2.5, 0.9937903346742238],
  [6, 0.9999999990134123],
] as const;

describe('normal distribution', () => {
  it.each(REFERENCE)('gives the chance below %d to 1e-14, and to 1e-8 of itself in the tail', (z, p) => {
    expect(Math.abs(normalCdf(z) - p)).toBeLessThan(1e-14);
    expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(1e-8);
  });

  it('is continuous where the two formulas meet', () => {
    expect(normalCdf(-7.07106781186548) / normalCdf(-7.07106781186546)).toBeCloseTo(1, 7);
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
