import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { createRandom } from '../../base/random.ts';
import { cholesky, invert, logDeterminant, multiply, solve } from './cholesky.ts';

function makePositiveDefinite(seed: number, n: number): Float64Array {
  const random = createRandom(seed);
  const root = Float64Array.from({ length: n * n }, () => random.normal());
  return root.map((_, at) => {
    const i = Math.floor(at / n);
    const j = at % n;
    let sum = i === j ? 1 : 0;
    for (let k = 0; k < n; k++) sum += root[i * n + k]! * root[j * n + k]!;
    return sum;
  });
}

describe('Cholesky factor', () => {
  it('gives the factor and determinant that can be worked out by hand', () => {
    const l = cholesky(Float64Array.of(4, 2, 2, 10), 2)!;
    expect([...l]).toEqual([2, 0, 1, 3]);
    expect(logDeterminant(l, 2)).toBeCloseTo(Math.log(36), 14);
    expect([...solve(l, Float64Array.of(8, 22), 2)]).toEqual([1, 2]);
  });

  it('refuses what is not positive definite or not a number', () => {
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeUndefined();
    expect(cholesky(Float64Array.of(0), 1)).toBeUndefined();
    expect(cholesky(Float64Array.of(Number.NaN), 1)).toBeUndefined();
  });

  it('solves and inverts any positive definite matrix', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), (seed, n) => {
        const a = makePositiveDefinite(seed, n);
        const l = cholesky(a, n)!;
        const b = Float64Array.from({ length: n }, (_, i) => i - 1);
        const direct = solve(l, b, n);
        const inverse = invert(l, n);
        // The condition number stays below about 1e3 here, so 1e-9 is far above rounding and far below a mistake.
        multiply(a, direct, n).forEach((value, i) => {
          expect(value).toBeCloseTo(b[i]!, 9);
        });
        multiply(inverse, b, n).forEach((value, i) => {
          expect(value).toBeCloseTo(direct[i]!, 9);
        });
      }),
    );
  });
});
