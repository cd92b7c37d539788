import { shareInterval } from './share-interval.ts';

/** Hits of n; 0 ≤ hits ≤ n, n > 0. */
export type Counted = { hits: number; n: number };

/**
 * The difference of two independent shares, `after` − `before`, with Newcombe's interval from Wilson's two. As R's
 * `DescTools::BinomDiffCI(method = "score")`. Source: Newcombe 1998, Statistics in Medicine 17, 873–890, method 10.
 */
export function shareDifference(after: Counted, before: Counted, confidence = 0.8) {
  const one = { share: after.hits / after.n, ...shareInterval(after.hits, after.n, confidence) };
  const other = { share: before.hits / before.n, ...shareInterval(before.hits, before.n, confidence) };
  const difference = one.share - other.share;
  return {
    difference,
    low: difference - Math.hypot(one.share - one.low, other.high - other.share),
    high: difference + Math.hypot(one.high - one.share, other.share - other.low),
  };
}
