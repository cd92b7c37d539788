import { normalQuantile } from './normal.ts';

/**
 * Wilson's interval of a share: `hits` of `n`, 0 ≤ hits ≤ n. Without observations it is everything from 0 to 1. As R's
 * `prop.test(hits, n, conf.level = confidence, correct = FALSE)`. Source: Wilson 1927, JASA 22, 209–212.
 */
export function shareInterval(hits: number, n: number, confidence = 0.8): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const z = normalQuantile((1 + confidence) / 2);
  const share = hits / n;
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
