import { expect, test } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { stackDots } from './stack-dots.ts';

test('dots never lie on each other and none moves along the scale', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 40 }), (xs) => {
      const dots = stackDots(
        xs.map((x) => ({ x })),
        12,
      );
      expect(dots.map(({ x }) => x)).toEqual([...xs].sort((a, b) => a - b));
      dots.forEach((a, at) => {
        for (const b of dots.slice(at + 1))
          expect(Math.hypot(a.x - b.x, a.offset - b.offset)).toBeGreaterThanOrEqual(12);
      });
    }),
  );
});
