import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { cholesky, invert, logDeterminant, multiply } from '../linear-algebra/cholesky.ts';
import { accumulateCrossProducts } from './accumulate.ts';
import { fitLinear, type LinearFit } from './fit-linear.ts';
import { type MadeObservations, makeObservations, smallFactors } from './fixtures/make-observations.ts';

/** Indicator columns of X (intercept, priority) and Z (technician, client), one array per observation. */
function spell({ levels, y }: MadeObservations, fit: LinearFit) {
  const x = y.map((_, i) => fit.fixed.map(({ level }) => Number(level === undefined || levels[2]![i] === level)));
  const z = y.map((_, i) => fit.random.flatMap(({ ids }, at) => ids.map((id) => Number(levels[at]![i] === id))));
  const variances = fit.random.flatMap(({ ids, tau2 }) => ids.map(() => tau2));
  return { x, z, variances };
}

/** [ZᵀZ/σ² + T⁻¹, ZᵀX/σ²; ·, XᵀX/σ²]⁻¹: Henderson's equations without any elimination. */
function invertHenderson(data: MadeObservations, fit: LinearFit): { inverse: Float64Array; width: number } {
  const { x, z, variances } = spell(data, fit);
  const rows = z.map((row, i) => [...row, ...x[i]!]);
  const width = rows[0]!.length;
  const system = new Float64Array(width * width);
  for (const row of rows)
    for (let i = 0; i < width; i++)
      for (let j = 0; j < width; j++) system[i * width + j]! += (row[i]! * row[j]!) / fit.sigma ** 2;
  variances.forEach((variance, i) => {
    system[i * (width + 1)]! += 1 / variance;
  });
  return { inverse: invert(cholesky(system, width)!, width), width };
}

/** The restricted likelihood from the n × n covariance of y (Patterson & Thompson 1971), no mixed model equations. */
function restrictedLogLikelihood(data: MadeObservations, fit: LinearFit): number {
  const { x, z, variances } = spell(data, fit);
  const n = data.y.length;
  const p = fit.fixed.length;
  const covariance = Float64Array.from({ length: n * n }, (_, at) => {
    const i = Math.floor(at / n);
    const j = at % n;
    const shared = z[i]!.reduce((sum, value, k) => sum + value * z[j]![k]! * variances[k]!, 0);
    return shared + (i === j ? fit.sigma ** 2 : 0);
  });
  const factor = cholesky(covariance, n)!;
  const inverse = invert(factor, n);
  const information = new Float64Array(p * p);
  for (let k = 0; k < p; k++) {
    const solved = multiply(
      inverse,
      Float64Array.from(x, (row) => row[k]!),
      n,
    );
    for (let l = 0; l < p; l++) information[k * p + l] = x.reduce((sum, row, i) => sum + row[l]! * solved[i]!, 0);
  }
  const rest = Float64Array.from(data.y, (y, i) => {
    return y - fit.fixed.reduce((sum, { estimate }, k) => sum + estimate * x[i]![k]!, 0);
  });
  const squares = multiply(inverse, rest, n).reduce((sum, value, i) => sum + value * rest[i]!, 0);
  const determinants = logDeterminant(factor, n) + logDeterminant(cholesky(information, p)!, p);
  return -0.5 * (determinants + squares + (n - p) * Math.log(2 * Math.PI));
}

describe('linear mixed model, against brute force on small cases', () => {
  const spec = { fixed: ['priority'], random: ['technician', 'client'] };
  const cases = fc.record({ seed: fc.integer(), technicians: fc.integer({ min: 2, max: 12 }) });

  it('has the likelihood, errors and joint covariances of the full equations', () => {
    let compared = 0;
    fc.assert(
      fc.property(cases, fc.constantFrom('technician', 'client'), ({ seed, technicians }, compare) => {
        const data = makeObservations(seed, { technicians });
        const fit = fitLinear(accumulateCrossProducts(data, smallFactors), { ...spec, compare });
        // At θ = 0 Henderson's T⁻¹ doesn't exist; that edge is checked against lme4.
        if (fit.status !== 'fitted' || fit.random.some(({ theta }) => theta < 0.01)) return;
        compared += 1;
        // Different orders of summation at condition numbers up to about 1e5: 1e-9 would do, 1e-7 is safe.
        expect(fit.remlLogLik).toBeCloseTo(restrictedLogLikelihood(data, fit), 7);
        const { inverse, width } = invertHenderson(data, fit);
        const errors = Float64Array.from({ length: width }, (_, i) => Math.sqrt(inverse[i * (width + 1)]!));
        const shown = [...fit.random.flatMap(({ pevSd }) => [...pevSd]), ...fit.fixed.map(({ se }) => se)];
        shown.forEach((sd, i) => {
          expect(sd).toBeCloseTo(errors[i]!, 7);
        });
        const { ids, covariance } = fit.compared;
        const offset = compare === 'technician' ? 0 : fit.random[0]!.ids.length;
        covariance.forEach((value, at) => {
          const i = offset + Math.floor(at / ids.length);
          const j = offset + (at % ids.length);
          expect(value).toBeCloseTo(inverse[i * width + j]!, 7);
        });
      }),
      { numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(20);
  });

  it('is at a maximum: no other θ nearby or at 0 has a higher likelihood', () => {
    fc.assert(
      fc.property(cases, ({ seed, technicians }) => {
        const data = makeObservations(seed, { technicians, n: 60, effect: 0.25 });
        const fit = fitLinear(accumulateCrossProducts(data, smallFactors), { ...spec, compare: 'technician' });
        if (fit.status !== 'fitted') return;
        const best = restrictedLogLikelihood(data, fit);
        for (const change of [0, 0.9, 1.1, 'more'] as const)
          fit.random.forEach((changed) => {
            const random = fit.random.map((effects) => {
              const tau2 = change === 'more' ? effects.tau2 + 0.01 : effects.tau2 * change;
              return effects === changed ? { ...effects, tau2 } : effects;
            });
            // The estimates of the fixed effects aren't redone, which only lowers the other side.
            expect(restrictedLogLikelihood(data, { ...fit, random })).toBeLessThan(best + 1e-7);
          });
      }),
      { numRuns: 30 },
    );
  });
});
