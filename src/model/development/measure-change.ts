import type { Share } from '../../base/units.ts';
import { share } from '../../base/units.ts';
import type { Estimate } from '../../records/verdicts/types.ts';
import { normalCdf } from '../../science/normal.ts';
import { estimateOf } from '../strength.ts';

/** A reading of one competency, on the level scale, by itself: not an estimate that holds earlier readings too. */
export type Measured = { mean: number; variance: number };

/** What changed between two readings. */
export type Change = {
  /** After less before, with its 80% interval. */
  difference: Estimate;
  /** Chance that it is above 0. */
  chanceBetter: Share;
  /** better or worse: the interval is on one side of 0. */
  says: 'better' | 'worse' | 'cannot-tell';
  /**
   * What the difference would be on average if nothing had happened: whoever reads low the first time reads nearer to the
   * mean the next. Levels.
   */
  withoutAnything: number;
};

/**
 * The difference of two readings with the errors of both: variance = v₁ + v₂ − 2·shared, where `shared` is what both have in
 * common (the same rater's own error). Regression to the mean: (m − before)·(v₁ − shared)/(τ² + v₁), prior
 * N(m, τ²).
 * Source: Galton 1886 for the regression; Cronbach & Furby 1970, Psych. Bull. 74, 68–80, on how little two readings tell.
 */
export function measureChange(
  before: Measured,
  after: Measured,
  { shared, priorMean, priorVariance }: { shared: number; priorMean: number; priorVariance: number },
): Change {
  const variance = Math.max(0, before.variance + after.variance - 2 * shared);
  const difference = estimateOf(after.mean - before.mean, variance);
  const chance = variance > 0 ? normalCdf(difference.mean / Math.sqrt(variance)) : difference.mean > 0 ? 1 : 0;
  const says = difference.low > 0 ? 'better' : difference.high < 0 ? 'worse' : 'cannot-tell';
  const withoutAnything = ((priorMean - before.mean) * (before.variance - shared)) / (priorVariance + before.variance);
  return { difference, chanceBetter: share(chance), says, withoutAnything };
}
