import type { CrossProducts, FactorLevels } from './cross-products.ts';
import { pairCounts } from './cross-products.ts';
import { listIndependentColumns } from './rank.ts';

/** A random factor inside the system to solve. */
export type RandomPart = {
  factor: FactorLevels;
  /** First column of its levels in the border, or −1 for the factor that is eliminated. */
  offset: number;
};

/** A column of the fixed part: the intercept has no level. */
export type FixedColumn = { name: string; factor?: string; level?: number };

/**
 * The mixed model equations before any θ: the levels of the largest random factor are eliminated, since their own block is
 * diagonal; what stays is the border, the levels of the other random factors first, then the fixed columns.
 */
export type Design = {
  /** Observations. */
  n: number;
  /** Mean of y, taken off everywhere below. */
  meanY: number;
  /** Σ(y − mean)². */
  yy: number;
  random: RandomPart[];
  /** Position in `random` of the eliminated factor. */
  eliminated: number;
  fixed: FixedColumn[];
  /** Names of fixed columns that others already say, left out. */
  aliased: string[];
  /** Width of the border, and how many of its columns are random. */
  width: number;
  randomWidth: number;
  /** Products of the border columns with each other, width × width. */
  products: Float64Array;
  /** Products of the border columns with y − mean. */
  productsY: Float64Array;
  /** Σ(y − mean) of each level of the eliminated factor. */
  eliminatedY: Float64Array;
  /** Products of the eliminated levels with the border, by row: `start[c]` to `start[c + 1]`, columns ascending. */
  start: Int32Array;
  column: Int32Array;
  value: Float64Array;
};

/** Sets up the equations; `fixed` and `random` are positions in `sums.factors`, at least one random, at least one row. */
export function setUpDesign(sums: CrossProducts, fixed: readonly number[], random: readonly number[]): Design {
  const { columns, aliased } = chooseFixedColumns(sums, fixed);
  const eliminated = random.reduce((best, at, i) => (sizeOf(sums, at) > sizeOf(sums, random[best]!) ? i : best), 0);
  const layout: Layout = { at: sums.factors.map(() => undefined), intercept: -1, width: 0 };
  const parts = random.map((at, i): RandomPart => {
    const factor = sums.factors[at]!;
    if (i === eliminated) return { factor, offset: -1 };
    const offset = layout.width;
    layout.at[at] = Int32Array.from(factor.ids, (_, level) => offset + level);
    layout.width += factor.ids.length;
    return { factor, offset };
  });
  const randomWidth = layout.width;
  for (const { at, level } of columns) {
    if (at === undefined) layout.intercept = layout.width;
    else {
      layout.at[at] ??= new Int32Array(sizeOf(sums, at)).fill(-1);
      layout.at[at][level] = layout.width;
    }
    layout.width += 1;
  }
  const meanY = sums.sumY / sums.n;
  return {
    n: sums.n,
    meanY,
    yy: Math.max(0, sums.sumYY - sums.n * meanY * meanY),
    random: parts,
    eliminated,
    fixed: columns.map(({ at, level }) => nameColumn(sums, at, level)),
    aliased,
    width: layout.width,
    randomWidth,
    products: multiplyColumns(sums, layout),
    productsY: multiplyY(sums, layout, meanY),
    eliminatedY: centre(sums.factors[random[eliminated]!]!, meanY),
    ...listRows(sums, layout, random[eliminated]!),
  };
}

/** Where the levels of each factor stand: their columns, −1 for a level without one, undefined for a factor without any. */
type Layout = { at: (Int32Array | undefined)[]; intercept: number; width: number };

type ColumnSource = { at?: number; level: number };

function sizeOf(sums: CrossProducts, at: number): number {
  return sums.factors[at]!.ids.length;
}

function nameColumn(sums: CrossProducts, at: number | undefined, level: number): FixedColumn {
  if (at === undefined) return { name: '(Intercept)' };
  const { name, ids } = sums.factors[at]!;
  return { name: `${name}${ids[level]}`, factor: name, level: ids[level]! };
}

/** Treatment coding: an intercept, and for every factor all levels but the first; columns that add nothing are left out. */
function chooseFixedColumns(
  sums: CrossProducts,
  fixed: readonly number[],
): { columns: ColumnSource[]; aliased: string[] } {
  const all: ColumnSource[] = [{ level: -1 }];
  const layout: Layout = { at: sums.factors.map(() => undefined), intercept: 0, width: 1 };
  for (const at of fixed) {
    const size = sizeOf(sums, at);
    layout.at[at] = Int32Array.from({ length: size }, (_, level) => (level === 0 ? -1 : layout.width + level - 1));
    layout.width += size - 1;
    for (let level = 1; level < size; level++) all.push({ at, level });
  }
  const independent = new Set(listIndependentColumns(multiplyColumns(sums, layout), layout.width));
  return {
    columns: all.filter((_, column) => independent.has(column)),
    aliased: all
      .filter((_, column) => !independent.has(column))
      .map(({ at, level }) => nameColumn(sums, at, level).name),
  };
}

function multiplyColumns(sums: CrossProducts, { at, intercept, width }: Layout): Float64Array {
  const products = new Float64Array(width * width);
  const put = (i: number, j: number, n: number) => {
    if (i < 0 || j < 0) return;
    products[i * width + j] = n;
    products[j * width + i] = n;
  };
  put(intercept, intercept, sums.n);
  sums.factors.forEach(({ n }, a) => {
    const columns = at[a];
    if (!columns) return;
    n.forEach((count, level) => {
      put(columns[level]!, columns[level]!, count);
      put(columns[level]!, intercept, count);
    });
    for (let b = a + 1; b < sums.factors.length; b++) {
      const others = at[b];
      if (!others) continue;
      const pair = pairCounts(sums, a, b);
      pair.n.forEach((count, i) => {
        put(columns[pair.levelA[i]!]!, others[pair.levelB[i]!]!, count);
      });
    }
  });
  return products;
}

function centre({ n, sumY }: FactorLevels, meanY: number): Float64Array {
  return sumY.map((sum, level) => sum - n[level]! * meanY);
}

function multiplyY(sums: CrossProducts, { at, intercept, width }: Layout, meanY: number): Float64Array {
  const products = new Float64Array(width);
  sums.factors.forEach((factor, a) => {
    const columns = at[a];
    if (!columns) return;
    centre(factor, meanY).forEach((sum, level) => {
      if (columns[level]! >= 0) products[columns[level]!] = sum;
    });
  });
  // Σ(y − mean) over all observations is 0 by definition; written so, it stays 0 whatever the rounding.
  products[intercept] = 0;
  return products;
}

function listRows(
  sums: CrossProducts,
  { at, intercept }: Layout,
  eliminated: number,
): Pick<Design, 'start' | 'column' | 'value'> {
  const factor = sums.factors[eliminated]!;
  const rows = factor.ids.map((_, level) => [{ column: intercept, value: factor.n[level]! }]);
  at.forEach((columns, b) => {
    if (!columns) return;
    const pair = pairCounts(sums, eliminated, b);
    pair.n.forEach((value, i) => {
      const column = columns[pair.levelB[i]!]!;
      if (column >= 0) rows[pair.levelA[i]!]!.push({ column, value });
    });
  });
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, c) => {
    row.sort((x, y) => x.column - y.column);
    start[c + 1] = start[c]! + row.length;
  });
  const flat = rows.flat();
  return {
    start,
    column: Int32Array.from(flat, (cell) => cell.column),
    value: Float64Array.from(flat, (cell) => cell.value),
  };
}
