import { assert } from '../../base/assert.ts';
import { cholesky, invert, multiply } from '../linear-algebra/cholesky.ts';

/** A normal reading of one quantity, free of the shrinkage towards the mean; `undefined`: the data say nothing of it. */
export type MarginalReading = { mean: number; variance: number } | undefined;

/**
 * What the data alone say of n effects, without the prior that shrank them, in information form: the likelihood of
 * effects t is proportional to exp(−½ tᵀ·precision·t + shiftᵀ·t).
 */
export type JointReading =
  | {
      status: 'reading';
      /**
       * Precision V⁻¹ − I/τ², row-major n × n, symmetric, positive semidefinite up to rounding. Where an intercept was
       * fitted, precision·1 ≈ 0 and shift·1 ≈ 0: the data compare the levels with each other and know no origin, so the
       * precision has no inverse, and whoever uses it must bring an origin.
       */
      precision: Float64Array;
      /** V⁻¹m, n. */
      shift: Float64Array;
      /** Of each effect alone, the prior on all the others kept: mean m·τ²/(τ²−v), variance v·τ²/(τ²−v). */
      marginal: MarginalReading[];
    }
  /** τ² = 0: no difference between the levels can be seen, which isn't the same as measuring that there is none. */
  | { status: 'no-difference-seen' };

/** Closer to the prior variance than this share, the variance is the prior's, and the quotient only rounding. */
const NOTHING_LEARNED = 1e-9;

/**
 * Takes the prior N(0, τ²) out of a joint normal posterior: Bayes' theorem divided through
 * (Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., section 2.5 for one and 3.5 for several).
 * @param mean BLUPs m, n
 * @param covariance their joint prediction error covariance V, row-major n × n
 * @param tau2 prior variance τ² = θ²σ² of each
 */
export function unshrink(mean: ArrayLike<number>, covariance: ArrayLike<number>, tau2: number): JointReading {
  const n = mean.length;
  if (!(tau2 > 0)) return { status: 'no-difference-seen' };
  // In units of the prior, so that the size of τ² doesn't matter to the rounding.
  const factor = cholesky(
    Float64Array.from(covariance, (value) => value / tau2),
    n,
  );
  assert(factor, 'a joint prediction error covariance is not positive definite');
  const inverse = invert(factor, n);
  const shift = multiply(inverse, Float64Array.from(mean), n).map((value) => value / tau2);
  const learned = Array.from({ length: n }, (_, i) => inverse[i * n + i]! - 1 > NOTHING_LEARNED);
  const precision = inverse.map((value, at) => {
    const i = Math.floor(at / n);
    const j = at % n;
    // A level of which nothing was learned would else carry the rounding of the inversion, perhaps below 0.
    if (!learned[i] || !learned[j]) return 0;
    return (value - (i === j ? 1 : 0)) / tau2;
  });
  const marginal = Array.from({ length: n }, (_, i) => unshrinkOne(mean[i]!, covariance[i * n + i]!, tau2));
  return { status: 'reading', precision, shift: shift.map((value, i) => (learned[i] ? value : 0)), marginal };
}

function unshrinkOne(mean: number, variance: number, tau2: number): MarginalReading {
  if (variance >= tau2 * (1 - NOTHING_LEARNED)) return undefined;
  const stretch = tau2 / (tau2 - variance);
  return { mean: mean * stretch, variance: variance * stretch };
}
