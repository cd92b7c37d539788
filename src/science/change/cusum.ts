import { assert } from '../../base/assert.ts';

/** How something usually is: mean and SD above 0, from so many values. */
export type Baseline = { mean: number; sd: number; n: number };

/** Why there is no baseline: values there are and that are needed, or they are all alike. */
export type BaselineShortage = {
  status: 'not-enough-evidence';
  reason: 'too-few-values' | 'no-variation';
  have: number;
  need: number;
};

/** A baseline from values of one's own; null among them is a time of which nothing is known, as on leave. */
export function baselineOf(
  values: readonly (number | null)[],
  need = 8,
): ({ status: 'known' } & Baseline) | BaselineShortage {
  const known = values.filter((value) => value !== null);
  const n = known.length;
  if (n < Math.max(2, need))
    return { status: 'not-enough-evidence', reason: 'too-few-values', have: n, need: Math.max(2, need) };
  const mean = known.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  // Up to the rounding of their sum all are alike.
  if (!(sd > 1e-12 * Math.max(1, Math.abs(mean))))
    return { status: 'not-enough-evidence', reason: 'no-variation', have: 1, need: 2 };
  return { status: 'known', mean, sd, n };
}

/** Both in SD of the baseline: k, half the shift that shall be found soon (> 0), and h, the sum that gives the alarm (> 0). */
export type CusumRule = { k: number; h: number };

/** Sums after one value, at least 0; `up` grows while values lie above the baseline by more than k SD, `down` below. */
export type CusumSums = { up: number; down: number };

/** A change that lasts: which way, at which value it was sure, and from which value on the sum had grown. */
export type CusumAlarm = { direction: 'up' | 'down'; at: number; since: number };

/**
 * Tabular two-sided CUSUM of values against a baseline: C⁺ = max(0, C⁺ + z − k), C⁻ = max(0, C⁻ − z − k), an alarm where one
 * first goes above h. A null leaves both sums as they are. With a mean and SD that are known, k = .5 and h = 4 or 5 give a
 * false alarm every 168 or 465 values; with those of a short baseline more often.
 * Sources: Page 1954, Biometrika 41, 100–115; Montgomery, Introduction to Statistical Quality Control, section 9.1.
 */
export function runCusum(
  values: readonly (number | null)[],
  { mean, sd }: Pick<Baseline, 'mean' | 'sd'>,
  { k, h }: CusumRule,
): { sums: CusumSums[]; alarm: CusumAlarm | null } {
  assert(sd > 0 && k > 0 && h > 0, 'a CUSUM needs an SD, k and h above 0');
  let [up, down] = [0, 0];
  let [upSince, downSince] = [0, 0];
  let alarm: CusumAlarm | null = null;
  const sums = values.map((value, at): CusumSums => {
    if (value === null) return { up, down };
    const z = (value - mean) / sd;
    if (up === 0) upSince = at;
    if (down === 0) downSince = at;
    up = Math.max(0, up + z - k);
    down = Math.max(0, down - z - k);
    if (alarm === null && up > h) alarm = { direction: 'up', at, since: upSince };
    if (alarm === null && down > h) alarm = { direction: 'down', at, since: downSince };
    return { up, down };
  });
  return { sums, alarm };
}
