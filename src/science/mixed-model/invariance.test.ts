import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { accumulateCrossProducts } from './accumulate.ts';
import { fitLinear, type LinearFit } from './fit-linear.ts';
import { type MadeObservations, makeObservations, smallFactors } from './fixtures/make-observations.ts';

function fitted(data: MadeObservations, factors = smallFactors): LinearFit {
  const spec = { fixed: ['priority'], random: ['technician', 'client'], compare: 'technician' };
  const result = fitLinear(accumulateCrossProducts(data, factors), spec);
  if (result.status !== 'fitted') throw new Error(result.reason);
  return result;
}

/** Effects by level, so that fits with different orders of levels can be compared. */
function effectOf({ compared }: LinearFit): Map<number, number> {
  return new Map(compared.ids.map((id, i) => [id, compared.blup[i]!]));
}

// θ is found to about 1e-8 where the criterion is curved; in nearly flat cases to about 1e-5, hence 4 digits for it.
const DIGITS = 4;

describe('linear mixed model', () => {
  it('is the same whatever the order of observations and whatever the levels are called', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const data = makeObservations(seed);
        const renamed = {
          levels: [data.levels[0]!.map((id) => 1000 - 3 * id), data.levels[1]!, data.levels[2]!].map((c) =>
            c.toReversed(),
          ),
          y: data.y.toReversed(),
        };
        const plain = fitted(data);
        const other = fitted(renamed);
        expect(other.remlLogLik).toBeCloseTo(plain.remlLogLik, 8);
        const effects = effectOf(other);
        for (const [id, blup] of effectOf(plain)) expect(effects.get(1000 - 3 * id)).toBeCloseTo(blup, DIGITS);
      }),
      { numRuns: 30 },
    );
  });

  it('is the same in whatever order the factors come', () => {
    const data = makeObservations(11);
    const plain = fitted(data);
    const other = fitted({ levels: data.levels.toReversed(), y: data.y }, smallFactors.toReversed());
    expect(other.remlLogLik).toBeCloseTo(plain.remlLogLik, 9);
    expect(other.compared.blup[0]).toBeCloseTo(plain.compared.blup[0]!, 7);
  });

  it('moves only the intercept when a constant is added to y', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: -100, max: 100, noNaN: true }), (seed, constant) => {
        const data = makeObservations(seed);
        const plain = fitted(data);
        const moved = fitted({ ...data, y: data.y.map((y) => y + constant) });
        expect(moved.remlLogLik).toBeCloseTo(plain.remlLogLik, 7);
        moved.fixed.forEach(({ estimate }, i) => {
          expect(estimate).toBeCloseTo(plain.fixed[i]!.estimate + (i === 0 ? constant : 0), DIGITS);
        });
        moved.compared.blup.forEach((blup, i) => {
          expect(blup).toBeCloseTo(plain.compared.blup[i]!, DIGITS);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('stretches effects with y, turns them with its sign, and leaves θ alone', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(-1, 1e-3, 60), (seed, factor) => {
        const data = makeObservations(seed);
        const plain = fitted(data);
        const scaled = fitted({ ...data, y: data.y.map((y) => y * factor) });
        expect(scaled.sigma / Math.abs(factor)).toBeCloseTo(plain.sigma, DIGITS);
        scaled.random.forEach(({ theta, blup, pevSd }, k) => {
          expect(theta).toBeCloseTo(plain.random[k]!.theta, DIGITS);
          blup.forEach((value, i) => {
            expect(value / factor).toBeCloseTo(plain.random[k]!.blup[i]!, DIGITS);
            expect(pevSd[i]! / Math.abs(factor)).toBeCloseTo(plain.random[k]!.pevSd[i]!, DIGITS);
          });
        });
      }),
      { numRuns: 30 },
    );
  });

  it('leaves the sum of a factor’s effects at 0', () => {
    const { compared } = fitted(makeObservations(5));
    expect(compared.blup.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
  });
});
