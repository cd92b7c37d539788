import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { cholesky, invert, multiply } from '../linear-algebra/cholesky.ts';
import { accumulateCrossProducts } from './accumulate.ts';
import { fitLinear } from './fit-linear.ts';
import { makeObservations, smallFactors } from './fixtures/make-observations.ts';
import { unshrink } from './unshrink.ts';

const spec = { fixed: ['priority'], random: ['technician', 'client'], compare: 'technician' };

describe('un-shrinking', () => {
  it('gives back one measurement that a prior had shrunk', () => {
    // Measured 2 with variance 3, prior N(0, 1): posterior mean 2·1/(1+3) = .5, variance 3/4.
    const result = unshrink([0.5], [0.75], 1);
    if (result.status !== 'reading') throw new Error(result.status);
    expect(result.marginal[0]!.mean).toBeCloseTo(2, 12);
    expect(result.marginal[0]!.variance).toBeCloseTo(3, 12);
    expect(result.precision[0]).toBeCloseTo(1 / 3, 12);
    expect(result.shift[0]).toBeCloseTo(2 / 3, 12);
  });

  it('says nothing of an effect whose uncertainty is the prior’s', () => {
    const result = unshrink([0.5, 0], [0.75, 0, 0, 1], 1);
    if (result.status !== 'reading') throw new Error(result.status);
    expect(result.marginal[1]).toBeUndefined();
    expect([...result.precision.slice(1)]).toEqual([0, 0, 0]);
    expect(result.shift[1]).toBe(0);
  });

  it('tells "no difference seen" from a reading when θ is 0', () => {
    expect(unshrink([0, 0], [0, 0, 0, 0], 0)).toEqual({ status: 'no-difference-seen' });
  });

  it('is undone by putting the same prior back, knows no origin, and never has negative precision', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const fit = fitLinear(accumulateCrossProducts(makeObservations(seed), smallFactors), spec);
        if (fit.status !== 'fitted') return;
        const { blup, covariance, tau2, ids } = fit.compared;
        const result = unshrink(blup, covariance, tau2);
        if (result.status !== 'reading' || fit.compared.theta < 0.05) return;
        read += 1;
        const n = ids.length;
        const { precision, shift } = result;
        const size = Math.max(...precision);
        // Rounding of one inversion in units of the prior, at most about 1e-12 of the largest precision.
        multiply(precision, new Float64Array(n).fill(1), n).forEach((sum) => {
          expect(Math.abs(sum)).toBeLessThan(1e-9 * size);
        });
        expect(Math.abs(shift.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-8 * size);
        const lifted = precision.map((value, at) => value + (at % (n + 1) === 0 ? 1e-9 * size : 0));
        expect(cholesky(lifted, n)).toBeDefined();
        const posterior = precision.map((value, at) => value + (at % (n + 1) === 0 ? 1 / tau2 : 0));
        const back = invert(cholesky(posterior, n)!, n);
        back.forEach((value, at) => {
          expect(value).toBeCloseTo(covariance[at]!, 9);
        });
        multiply(back, shift, n).forEach((value, i) => {
          expect(value).toBeCloseTo(blup[i]!, 9);
        });
      }),
      { numRuns: 40 },
    );
    expect(read).toBeGreaterThan(20);
  });
});
