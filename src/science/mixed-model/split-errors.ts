import { multiply } from '../linear-algebra/cholesky.ts';

/** Errors of n readings as an own part each and a few parts that several share: covariance ≈ diag(own) + Σ sharedₖ·sharedₖᵀ. */
export type SplitErrors = {
  /** Variance of each reading's own part, above 0. */
  own: Float64Array;
  /** Loads on each shared standard normal error. */
  shared: Float64Array[];
};

const MOST_SHARED = 3;
/** Correlation that may be left out: what it changes of a difference's SD is half of that. */
const LEFT_OUT = 0.05;
const ROUNDS = 100;
/** Least share of a reading's variance that stays its own. */
const LEAST_OWN = 1e-3;

/**
 * Splits a covariance into own and shared errors by iterated principal factors, with as few shared ones (at most 3) as
 * leave no correlation above .05. Variances stay as they are; what the factors can't carry of the covariances is lost.
 * Source: Harman 1976, Modern Factor Analysis, 3rd ed., chapter 9.
 * @param covariance row-major n × n, positive semidefinite
 */
export function splitErrors(covariance: Float64Array, n: number): SplitErrors {
  let best: SplitErrors = { own: Float64Array.from({ length: n }, (_, i) => covariance[i * n + i]!), shared: [] };
  for (let count = 0; count <= Math.min(MOST_SHARED, n - 1); count++) {
    if (count > 0) best = factor(covariance, n, count);
    if (largestLeftOut(covariance, n, best) <= LEFT_OUT) break;
  }
  return best;
}

function factor(covariance: Float64Array, n: number, count: number): SplitErrors {
  const variance = Float64Array.from({ length: n }, (_, i) => covariance[i * n + i]!);
  let own = variance.map((value) => value / 2);
  let shared: Float64Array[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const common = covariance.slice();
    for (let i = 0; i < n; i++) common[i * n + i]! -= own[i]!;
    shared = largestFactors(common, n, count, shared);
    const next = variance.map((value, i) =>
      Math.max(LEAST_OWN * value, value - shared.reduce((sum, load) => sum + load[i]! ** 2, 0)),
    );
    const moved = next.reduce((most, value, i) => Math.max(most, Math.abs(value - own[i]!) / (variance[i]! || 1)), 0);
    own = next;
    if (moved < 1e-6) break;
  }
  return { own, shared };
}

/** The loads √λ·v of the largest eigenvalues above 0, by the power method, each starting from where it was before. */
function largestFactors(
  matrix: Float64Array,
  n: number,
  count: number,
  before: readonly Float64Array[],
): Float64Array[] {
  const rest = matrix.slice();
  const found: Float64Array[] = [];
  for (let k = 0; k < count; k++) {
    let v: Float64Array = before[k] ?? Float64Array.from({ length: n }, (_, i) => Math.cos((k + 1) * (i + 1)));
    let value = 0;
    for (let step = 0; step < 60; step++) {
      const next = multiply(rest, v, n);
      const size = Math.hypot(...next);
      if (size < 1e-300) break;
      value = next.reduce((sum, one, i) => sum + one * v[i]!, 0) / v.reduce((sum, one) => sum + one * one, 0);
      const unit = next.map((one) => one / size);
      const still = unit.every((one, i) => Math.abs(one - v[i]!) < 1e-9);
      v = unit;
      if (still) break;
    }
    if (!(value > 0)) break;
    const length = Math.hypot(...v) || 1;
    const load = v.map((one) => (one / length) * Math.sqrt(value));
    found.push(load);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) rest[i * n + j]! -= load[i]! * load[j]!;
  }
  return found;
}

function largestLeftOut(covariance: Float64Array, n: number, { shared }: SplitErrors): number {
  let most = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const carried = shared.reduce((sum, load) => sum + load[i]! * load[j]!, 0);
      const scale = Math.sqrt(covariance[i * n + i]! * covariance[j * n + j]!);
      if (scale > 0) most = Math.max(most, Math.abs(covariance[i * n + j]! - carried) / scale);
    }
  return most;
}
