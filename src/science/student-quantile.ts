import { assert } from '../base/assert.ts';

/**
 * Quantile of Student's t: the value below which t lies with chance p. By bisection of the distribution function, which for
 * whole degrees of freedom is a finite sum (Abramowitz & Stegun 1972, 26.7.3 and 26.7.4).
 * @param p above .5 and at most .999
 * @param df degrees of freedom, a whole number from 1
 */
export function studentQuantile(p: number, df: number): number {
  assert(
    p > 0.5 && p <= 0.999 && Number.isInteger(df) && df >= 1,
    `no quantile ${p} of t with ${df} degrees of freedom`,
  );
  let low = 0;
  let high = 1;
  while (studentCdf(high, df) < p) high *= 2;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (studentCdf(middle, df) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Chance that t lies below a value from 0 on. */
function studentCdf(t: number, df: number): number {
  const angle = Math.atan(t / Math.sqrt(df));
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const odd = df % 2 === 1;
  let term = odd ? cos : 1;
  let sum = df === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= df - 2; k += 2) {
    term *= ((k - 1) / k) * cos * cos;
    sum += term;
  }
  const within = odd ? (2 / Math.PI) * (angle + sin * sum) : sin * sum;
  return 0.5 + within / 2;
}
