import { assert } from '../../base/assert.ts';
import { normalQuantile } from '../normal.ts';

const LANCZOS_FIRST = 0.99999999999980993;
const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** Logarithm of the gamma function of x > 0, within 1e-13. Source: Lanczos 1964 with g = 7 and nine terms (Godfrey 2001). */
export function logGamma(x: number): number {
  // The shift keeps small arguments away from the pole.
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  const sum = LANCZOS.reduce<number>((total, term, i) => total + term / (x + i), LANCZOS_FIRST);
  const top = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(top) - top + Math.log(sum);
}

/**
 * Chance that a gamma variable of a shape (> 0) and rate 1 is at most x ≥ 0, within 1e-12.
 * Source: Abramowitz & Stegun 1964, 6.5.29 (series) and 6.5.31 (continued fraction, by Lentz's method).
 */
export function gammaCdf(x: number, shape: number): number {
  assert(shape > 0 && x >= 0, `a gamma variable of shape ${shape} at ${x}`);
  if (x === 0) return 0;
  const scale = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    return scale * sum;
  }
  let below = x + 1 - shape;
  let ratio = 1e300;
  let inverse = 1 / below;
  let fraction = inverse;
  for (let n = 1; n < 10_000; n++) {
    const step = n * (shape - n);
    below += 2;
    inverse = 1 / (below + step * inverse);
    ratio = below + step / ratio;
    const factor = inverse * ratio;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return 1 - scale * fraction;
}

/**
 * The value below which a gamma variable of a shape (> 0) and rate 1 lies with chance p, 0 < p < 1; within 1e-9 of itself for
 * shapes from .05. Grows with p and with the shape, so that draws by it keep their order when an assumption moves.
 * Start: Wilson & Hilferty 1931; then Newton steps inside a bracket that halving keeps.
 */
export function gammaQuantile(p: number, shape: number): number {
  assert(p > 0 && p < 1, `a chance of ${p}`);
  const cube = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  const small = Math.exp((Math.log(p) + logGamma(shape + 1)) / shape);
  let x = cube > 0.2 ? shape * cube ** 3 : small;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 200; step++) {
    const apart = gammaCdf(x, shape) - p;
    if (apart > 0) high = x;
    else low = x;
    const slope = Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape));
    let next = x - apart / slope;
    if (!(next > low && next < high)) next = high === Number.POSITIVE_INFINITY ? 2 * x : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-13 * x) return next;
    x = next;
  }
  return x;
}
