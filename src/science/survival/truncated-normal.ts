import { normalCdf } from '../normal.ts';

/** From here on the hazard comes from its continued fraction, where dividing two small chances loses digits. */
const FAR = 5;
/** Enough for full precision from there on. */
const TERMS = 60;

/** φ(z)/(1 − Φ(z)), the hazard of a standard normal: above z and at least 0, for any finite z. Relative error below 1e-10. */
export function normalHazard(z: number): number {
  return z > FAR ? z + beyond(z) : Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / normalCdf(-z);
}

/** How far the mean of a standard normal above z lies beyond z: 1/(z + 2/(z + 3/(z + …))) (Laplace), for z > FAR. */
function beyond(z: number): number {
  let rest = z;
  for (let term = TERMS; term > 1; term--) rest = z + term / rest;
  return 1 / rest;
}

/**
 * Mean and variance of a normal variable that is known to lie above a bound. `sd` > 0; the variance is between 0 and sd².
 * Source: Johnson, Kotz & Balakrishnan 1994, Continuous Univariate Distributions, vol. 1, 2nd ed., section 13.10.1.
 */
export function momentsAbove(mean: number, sd: number, bound: number): { mean: number; variance: number } {
  const z = (bound - mean) / sd;
  const hazard = normalHazard(z);
  const further = z > FAR ? beyond(z) : hazard - z;
  return {
    mean: z > 0 ? bound + sd * further : mean + sd * hazard,
    variance: sd * sd * Math.min(1, Math.max(0, 1 - hazard * further)),
  };
}
