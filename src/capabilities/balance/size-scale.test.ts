import { expect, test } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { sizesAround, stopOf } from './size-scale.ts';

test("today's size is always a stop, so that a reset comes back exactly", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (today) => {
      const sizes = sizesAround(today);
      expect(sizes[stopOf(sizes, today)]).toBe(today);
    }),
  );
});

test('stops rise and go from 1 to 150, in steps that grow with the size', () => {
  const sizes = sizesAround(22);
  expect(sizes[0]).toBe(1);
  expect(sizes.at(-1)).toBe(150);
  expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
  expect(sizes.filter((size) => size <= 30)).toHaveLength(30);
  expect(sizes.filter((size) => size > 100)).toHaveLength(10);
});

test('a firm without technicians stands at the first stop', () => {
  expect(stopOf(sizesAround(0), 0)).toBe(0);
});
