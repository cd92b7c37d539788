import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { createRandom } from '../../base/random.ts';
import { cholesky, solve } from '../linear-algebra/cholesky.ts';
import { normalCdf } from '../normal.ts';
import { type CensoredData, estimateCensoredEffects } from './censored-effects.ts';
import { normalHazard } from './truncated-normal.ts';

const NEVER = Number.POSITIVE_INFINITY;

/** Made-up observations of three crossed factors; some have no level of the second. */
function invent(seed: number, n: number, censoredShare: number): CensoredData {
  const random = createRandom(seed);
  const levels = [4, 9, 6];
  const effects = levels.map((count) => Array.from({ length: count }, () => 0.5 * random.normal()));
  const of = levels.map((count, f) =>
    Int32Array.from({ length: n }, () => (f === 1 && random.uniform() < 0.2 ? -1 : random.integer(count))),
  );
  const y = Float64Array.from(
    { length: n },
    (_, t) => of.reduce((sum, one, f) => sum + (effects[f]![one[t]!] ?? 0), 0) + 0.7 * random.normal(),
  );
  const censored = Uint8Array.from({ length: n }, () => (random.uniform() < censoredShare ? 1 : 0));
  const factors = levels.map((count, f) => ({
    levels: count,
    of: of[f]!,
    variance: 0.1 + 0.1 * f,
    worth: NEVER,
    ...(f === 2 && { known: Float64Array.from({ length: count }, (_, j) => 0.02 * j) }),
  }));
  return { y: y.map((value, t) => (censored[t] ? value - random.uniform() : value)), censored, sigma: 0.7, factors };
}

const priorOf = ({ factors }: CensoredData, f: number, j: number) =>
  factors[f]!.variance + (factors[f]!.known?.[j] ?? 0);
const all = (data: CensoredData) =>
  data.factors.flatMap(({ levels }, f) => Array.from({ length: levels }, (_, j) => ({ f, j })));

/** E[u | y] and Var[u | y] by conditioning the joint normal of effects and observations, n × n. */
function byConditioning(data: CensoredData) {
  const n = data.y.length;
  const covariance = new Float64Array(n * n);
  const loads = all(data).map(({ f, j }) => Float64Array.from(data.factors[f]!.of, (one) => (one === j ? 1 : 0)));
  all(data).forEach(({ f, j }, k) => {
    for (let s = 0; s < n; s++)
      for (let t = 0; t < n; t++) covariance[s * n + t]! += priorOf(data, f, j) * loads[k]![s]! * loads[k]![t]!;
  });
  for (let t = 0; t < n; t++) covariance[t * n + t]! += data.sigma ** 2;
  const lower = cholesky(covariance, n)!;
  const weighted = solve(lower, data.y, n);
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  const priors = all(data).map(({ f, j }) => priorOf(data, f, j));
  return {
    mean: priors.map((prior, k) => prior * dot(loads[k]!, weighted)),
    covariance: loads.map((load, k) => {
      const solved = solve(lower, load, n);
      return loads.map((other, l) => (k === l ? priors[k]! : 0) - priors[k]! * priors[l]! * dot(other, solved));
    }),
  };
}

/** Derivative of the log posterior by every effect. */
function slopes(data: CensoredData, mean: readonly Float64Array[]): number[] {
  const { y, censored, sigma } = data;
  const score = Array.from(y, (value, t) => {
    const fitted = data.factors.reduce((sum, { of }, f) => sum + (of[t]! < 0 ? 0 : mean[f]![of[t]!]!), 0);
    return censored[t] ? normalHazard((value - fitted) / sigma) / sigma : (value - fitted) / sigma ** 2;
  });
  return all(data).map(({ f, j }) => {
    const own = score.reduce((sum, value, t) => sum + (data.factors[f]!.of[t] === j ? value : 0), 0);
    return own - mean[f]![j]! / priorOf(data, f, j);
  });
}

describe('crossed effects of censored observations', () => {
  it('are the exact posterior where nothing is censored', () => {
    const data = invent(3, 90, 0);
    const found = estimateCensoredEffects(data);
    const { mean, covariance } = byConditioning(data);
    const means = found.mean.flatMap((one) => [...one]);
    const variances = found.variance.flatMap((one) => [...one]);
    for (const [k, value] of mean.entries()) {
      expect(means[k]).toBeCloseTo(value, 10);
      expect(variances[k]).toBeCloseTo(covariance[k]![k]!, 10);
    }
  });

  it('are at the top of the posterior, whatever is censored', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.integer({ min: 1, max: 80 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (...given) => {
          const data = invent(...given);
          const { mean } = estimateCensoredEffects(data);
          return slopes(data, mean).every((slope) => Math.abs(slope) < 1e-6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lie close to the exact mean and SD of a single effect with half its observations censored', () => {
    const y = Float64Array.of(0.3, 1.1, -0.2, 0.8, 0.4, 1.5);
    const censored = Uint8Array.of(0, 1, 0, 1, 0, 1);
    const factors = [{ levels: 1, of: new Int32Array(6), variance: 0.25, worth: NEVER }];
    const found = estimateCensoredEffects({ y, censored, sigma: 0.8, factors });
    const moments = [0, 0, 0];
    for (let u = -4; u <= 4; u += 0.001) {
      let density = Math.exp((-u * u) / 0.5);
      for (let t = 0; t < 6; t++) {
        const z = (y[t]! - u) / 0.8;
        density *= censored[t] ? normalCdf(-z) : Math.exp((-z * z) / 2);
      }
      for (let power = 0; power < 3; power++) moments[power]! += density * u ** power;
    }
    const mean = moments[1]! / moments[0]!;
    expect(found.mean[0]![0]).toBeCloseTo(mean, 2);
    expect(Math.sqrt(found.variance[0]![0]!)).toBeCloseTo(Math.sqrt(moments[2]! / moments[0]! - mean ** 2), 2);
  });

  it('never take an observation for less because its end is still to come', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(39), (seed, t) => {
        const data = invent(seed, 40, 0.2);
        const ended = { ...data, censored: data.censored.with(t, 0) };
        const open = { ...data, censored: data.censored.with(t, 1) };
        return estimateCensoredEffects(open).fitted[t]! >= estimateCensoredEffects(ended).fitted[t]! - 1e-9;
      }),
      { numRuns: 40 },
    );
  });

  it('are drawn with their means and joint variances', () => {
    const data = invent(8, 60, 0);
    const found = estimateCensoredEffects(data);
    const { mean, covariance } = byConditioning(data);
    const random = createRandom(4);
    const draws = Array.from({ length: 20_000 }, () => found.draw(random).flatMap((one) => [...one]));
    mean.forEach((value, k) => {
      covariance[k]!.forEach((expected, l) => {
        const scale = Math.sqrt(covariance[k]![k]! * covariance[l]![l]!);
        const drawn = draws.reduce((sum, draw) => sum + (draw[k]! - value) * (draw[l]! - mean[l]!), 0) / draws.length;
        // Five standard errors of a covariance from so many draws.
        expect(Math.abs(drawn - expected) / scale).toBeLessThan(5 * Math.sqrt(2 / draws.length));
      });
    });
  });

  it('learn how far levels differ, and keep to the guess where there is nothing to learn from', () => {
    const random = createRandom(12);
    const n = 4000;
    const of = Int32Array.from({ length: n }, (_, t) => t % 200);
    const effects = Float64Array.from({ length: 200 }, () => 0.6 * random.normal());
    const y = Float64Array.from(of, (level) => effects[level]! + 0.7 * random.normal());
    const factor = { levels: 200, of, variance: 0.04, worth: 10 };
    const nowhere = { levels: 3, of: new Int32Array(n).fill(-1), variance: 0.3, worth: 10 };
    const { between } = estimateCensoredEffects({
      y,
      censored: new Uint8Array(n),
      sigma: 0.7,
      factors: [factor, nowhere],
    });
    expect(Math.abs(Math.sqrt(between[0]!) - 0.6)).toBeLessThan(0.06);
    expect(between[1]).toBeCloseTo(0.3, 6);
  });
});
