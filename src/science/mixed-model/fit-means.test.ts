import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { fitMeans } from './fit-means.ts';

describe('means of several people', () => {
  it('equal the published example of DerSimonian and Laird’s estimator', () => {
    // Worked by hand from the formula: w = 1/v, Q = Σw(y − ȳ)², τ² = (Q − 2)/(Σw − Σw²/Σw).
    const fit = fitMeans([0, 1, 3], [0.5, 0.5, 0.5]);
    // ȳ = 4/3, Q = 2·(16/9 + 1/9 + 25/9) = 28/3, so τ² = (28/3 − 2)/(6 − 2) = 11/6.
    expect(fit.mean).toBeCloseTo(4 / 3, 12);
    expect(fit.tau2).toBeCloseTo(11 / 6, 12);
    expect(fit.effect[2]).toBeCloseTo((11 / 6 / (11 / 6 + 0.5)) * (5 / 3), 12);
    expect(fit.sd[0]).toBeCloseTo(Math.sqrt(((11 / 6) * 0.5) / (11 / 6 + 0.5)), 12);
  });

  it('show no difference where the noise explains all there is', () => {
    const fit = fitMeans([1, 1.1, 0.9], [1, 1, 1]);
    expect(fit).toMatchObject({ tau2: 0, sd: [0, 0, 0] });
  });

  it('never move with a shift of all measurements', () => {
    const one = fc.record({
      y: fc.double({ min: -3, max: 3, noNaN: true }),
      v: fc.double({ min: 0.01, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 2, maxLength: 8 }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (all, by) => {
          const v = all.map((each) => each.v);
          const here = fitMeans(
            all.map((each) => each.y),
            v,
          );
          const there = fitMeans(
            all.map((each) => each.y + by),
            v,
          );
          expect(there.tau2).toBeCloseTo(here.tau2, 8);
          here.effect.forEach((value, i) => {
            expect(there.effect[i]).toBeCloseTo(value, 8);
          });
        },
      ),
    );
  });
});
