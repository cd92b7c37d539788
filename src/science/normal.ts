/**
 * Chance that a standard normal variable is at most `z`: any real z, ±∞ allowed; absolute error below 1e-14.
 * Source: Hart 1968, algorithm 5666, as given by West 2005, "Better approximations to cumulative normal functions",
 * Wilmott Magazine.
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z);
  if (x > 38) return z > 0 ? 1 : 0;
  const tail = x < 7.07106781186547 ? rationalTail(x) : fractionTail(x);
  return z > 0 ? 1 - tail : tail;
}

const ABOVE = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
] as const;
const BELOW = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
] as const;

function rationalTail(x: number): number {
  let above = 0;
  for (const coefficient of ABOVE) above = above * x + coefficient;
  let below = 0;
  for (const coefficient of BELOW) below = below * x + coefficient;
  return (Math.exp((-x * x) / 2) * above) / below;
}

function fractionTail(x: number): number {
  const fraction = x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
  return Math.exp((-x * x) / 2) / fraction / Math.sqrt(2 * Math.PI);
}

/** Density of a standard normal variable at `z`. */
function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * The `z` below which a standard normal variable lies with chance `p`: 0 < p < 1, −∞ and ∞ at the ends.
 * Start: Abramowitz and Stegun 1964, 26.2.23 (error 4.5e-4); then Halley steps on `normalCdf`.
 */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let z = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 3; step++) {
    const newton = (normalCdf(z) - p) / normalDensity(z);
    z -= newton / (1 + (newton * z) / 2);
  }
  return z;
}
