import { fitMeans } from '../mixed-model/fit-means.ts';
import { studentQuantile } from '../student-quantile.ts';

/** A change between two periods, with the variance of its error. */
export type MeasuredChange = { change: number; variance: number };

/** How much somebody changed beyond comparable others, in the unit of the changes. */
export type BeyondOthers = {
  /** Mean change of the others. */
  others: number;
  /** Variance of how the others' own changes differ, beyond their errors. */
  spread: number;
  /** Own change less the others' mean. */
  difference: number;
  /** Its 80% interval. */
  low: number;
  high: number;
};

/**
 * Difference in differences against several others, each of whom changed in a way of their own: others' changes are
 * N(μ, τ²) (DerSimonian & Laird 1986), and what one more would have done by itself is told by the prediction interval
 * μ ± t·√(τ² + se²) with m − 2 degrees of freedom (Higgins, Thompson & Spiegelhalter 2009, JRSS A 172, 137–159, eq. 12), to
 * which one's own error adds. So the interval holds that people's work changes anyway.
 * @param others at least 4
 */
export function changeBeyondOthers(own: MeasuredChange, others: readonly MeasuredChange[]): BeyondOthers {
  const variances = others.map(({ variance }) => variance);
  const { mean, tau2 } = fitMeans(
    others.map(({ change }) => change),
    variances,
  );
  const known = 1 / variances.reduce((sum, variance) => sum + 1 / (variance + tau2), 0);
  const reach = studentQuantile(0.9, others.length - 2) * Math.sqrt(own.variance + tau2 + known);
  const difference = own.change - mean;
  return { others: mean, spread: tau2, difference, low: difference - reach, high: difference + reach };
}
