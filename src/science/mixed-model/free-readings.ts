import { cholesky, invert, multiply } from '../linear-algebra/cholesky.ts';
import { clipToPositive } from '../linear-algebra/clip-to-positive.ts';
import { splitErrors } from './split-errors.ts';
import { takeOriginOut } from './take-origin-out.ts';
import { unshrink } from './unshrink.ts';

/**
 * Readings of several people in units of the SD between them, free of shrinkage, each up to the origin of its part:
 * reading i = level i + origin + Σ shared[k][i]·f_k + own error. Given origin and f, they are independent.
 */
export type FreeReadings = {
  /** null: nothing was learned. */
  mean: (number | null)[];
  own: number[];
  shared: number[][];
};

/**
 * Un-shrinks joint effects and splits their errors (`unshrink`, `splitErrors`), part by part. Null where τ² = 0: no
 * difference is seen.
 * @param covariance joint prediction error covariance, row-major n × n
 * @param component connected part of each
 */
export function freeReadings(
  mean: ArrayLike<number>,
  covariance: ArrayLike<number>,
  tau2: number,
  component: readonly number[],
): FreeReadings | null {
  const n = mean.length;
  const free: FreeReadings = { mean: new Array(n).fill(null), own: new Array(n).fill(0), shared: [] };
  if (!(tau2 > 0)) return null;
  for (const part of new Set(component)) {
    const members = component.flatMap((one, i) => (one === part ? [i] : []));
    freePart(free, members, mean, covariance, tau2);
  }
  return free;
}

function freePart(
  free: FreeReadings,
  members: readonly number[],
  mean: ArrayLike<number>,
  covariance: ArrayLike<number>,
  tau2: number,
): void {
  const n = free.mean.length;
  const reading = unshrink(
    members.map((i) => mean[i]!),
    members.flatMap((i) => members.map((j) => covariance[i * n + j]!)),
    tau2,
  );
  if (reading.status !== 'reading') return;
  const learned = members.flatMap((_, at) => (reading.marginal[at] ? [at] : []));
  const size = learned.length;
  if (size < 2) return;
  const tau = Math.sqrt(tau2);
  const precision = Float64Array.from(
    learned.flatMap((a) => learned.map((b) => reading.precision[a * members.length + b]! * tau2)),
  );
  const term = Float64Array.from(learned, (at) => reading.shift[at]! * tau);
  const one = new Array<number>(size).fill(0);
  takeOriginOut(precision, term, one, 0);
  // Any information about the mean makes the inverse exist and leaves every difference as it is. Chosen so that errors
  // which are nobody else's come out as such.
  const weight = weighOrigin(precision, size);
  const total = weight.reduce((sum, value) => sum + value, 0);
  const anchored = (of: Float64Array) =>
    of.map(
      (value, at) =>
        value +
        (weight[Math.floor(at / size)]! * weight[at % size]! * (1 + (at % (size + 1) === 0 ? 1e-9 : 0))) / total,
    );
  // Rounding may leave it a hair from positive.
  const factor = cholesky(anchored(precision), size) ?? cholesky(anchored(clipToPositive(precision, size)), size);
  if (!factor) return;
  const errors = invert(factor, size);
  const levels = multiply(errors, term, size);
  const { own, shared } = splitErrors(errors, size);
  learned.forEach((at, k) => {
    free.mean[members[at]!] = levels[k]!;
    free.own[members[at]!] = own[k]!;
  });
  shared.forEach((load, k) => {
    free.shared[k] ??= new Array<number>(n).fill(0);
    learned.forEach((at, i) => {
      free.shared[k]![members[at]!] = load[i]!;
    });
  });
}

/** The w for which a diagonal w less its own mean has this diagonal: Λᵢᵢ = wᵢ − wᵢ²/Σw, by repetition. */
function weighOrigin(precision: Float64Array, n: number): Float64Array {
  const own = Float64Array.from({ length: n }, (_, i) => precision[i * (n + 1)]!);
  let weight = own;
  for (let round = 0; round < 50; round++) {
    const total = weight.reduce((sum, value) => sum + value, 0);
    // Two readings alone leave no unique answer; half of the whole is as much as one may have.
    weight = weight.map((value, i) => Math.min(own[i]! + value ** 2 / total, 2 * own[i]!));
  }
  return weight;
}
