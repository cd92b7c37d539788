import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { dot } from './dot.ts';

const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });

describe('the product of two stretches', () => {
  it('is the sum of products at any length and place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, number), { maxLength: 23 }),
        fc.nat(5),
        fc.nat(5),
        (pairs, before, ahead) => {
          const a = Float64Array.from([...Array<number>(before).fill(7), ...pairs.map(([one]) => one), 7]);
          const b = Float64Array.from([...Array<number>(ahead).fill(7), ...pairs.map(([, other]) => other), 7]);
          const plain = pairs.reduce((sum, [one, other]) => sum + one * other, 0);
          // Every product is below 1e6, and 23 of them round by far less than this.
          expect(Math.abs(dot(a, before, b, ahead, pairs.length) - plain)).toBeLessThan(1e-7);
        },
      ),
    );
  });
});
