import { expect, it } from 'vitest';
import { listIndependentColumns } from './rank.ts';

function productsOf(columns: number[][]): Float64Array {
  return Float64Array.from(
    columns.flatMap((a) => columns.map((b) => a.reduce((sum, value, i) => sum + value * b[i]!, 0))),
  );
}

it('keeps the earlier of columns that say the same, and drops empty ones', () => {
  const intercept = [1, 1, 1, 1];
  const first = [1, 1, 0, 0];
  const rest = [0, 0, 1, 1];
  const own = [1, 0, 1, 0];
  expect(listIndependentColumns(productsOf([intercept, first, rest, [0, 0, 0, 0], own]), 5)).toEqual([0, 1, 4]);
});

it('keeps a column that differs from another in one of a million observations', () => {
  const products = Float64Array.of(1e6, 1e6 - 1, 1e6 - 1, 1e6 - 1);
  expect(listIndependentColumns(products, 2)).toEqual([0, 1]);
});
