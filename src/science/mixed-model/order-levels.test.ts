import { expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { groupByLevels, orderByLevels, startsOf } from './order-levels.ts';

const SIZES = [3, 1, 7];
const observations = fc.array(fc.tuple(...SIZES.map((size) => fc.nat(size - 1))), { maxLength: 60 });
const columnsOf = (rows: readonly (readonly number[])[]) =>
  SIZES.map((size, f) => ({ size, level: Int32Array.from(rows, (row) => row[f]!) }));
const compare = (one: readonly number[], other: readonly number[]) => {
  const f = one.findIndex((level, at) => level !== other[at]);
  return f < 0 ? 0 : one[f]! - other[f]!;
};

it('orders as a stable comparison sort by the columns would', () => {
  fc.assert(
    fc.property(observations, (rows) => {
      const wanted = rows.map((_, i) => i).sort((a, b) => compare(rows[a]!, rows[b]!) || a - b);
      expect(Array.from(orderByLevels(columnsOf(rows), rows.length))).toEqual(wanted);
    }),
  );
});

it('gives two observations one group exactly when all their levels are the same', () => {
  fc.assert(
    fc.property(observations, (rows) => {
      const { group, groups } = groupByLevels(columnsOf(rows), rows.length);
      const keys = rows.map((row) => row.join(' '));
      expect(groups).toBe(new Set(keys).size);
      expect(new Set(keys.map((key, i) => `${key}:${group[i]}`)).size).toBe(groups);
    }),
  );
});

it('says where each level begins, levels without observations included', () => {
  expect(Array.from(startsOf(Int32Array.of(2, 0, 2, 4), 5))).toEqual([0, 1, 1, 3, 3, 4]);
});
