import type { BinomialCells, CellFactor } from './binomial-cells.ts';
import { arrangeCells, type PatternCells } from './binomial-patterns.ts';
import type { FixedColumn } from './design.ts';
import { listIndependentColumns } from './rank.ts';

/** A random factor of the equations; `offset` −1: the largest one, which is eliminated; `n`: observations of each level. */
type BinomialRandom = Pick<CellFactor, 'name' | 'ids'> & { offset: number; n: Float64Array };

/**
 * The columns of the equations, as `Design` has them for the linear model: the levels of the largest random factor are
 * eliminated; the border holds the levels of the other random factors, then the intercept and the other fixed columns.
 */
export type BinomialDesign = {
  /** Observations. */
  n: number;
  random: BinomialRandom[];
  /** Position in `random` of the eliminated factor. */
  eliminated: number;
  fixed: FixedColumn[];
  aliased: string[];
  width: number;
  /** Also the column of the intercept, which every cell has and no pattern lists. */
  randomWidth: number;
  cells: PatternCells;
  /** Factors of the border in the columns of a pattern: all, and how many of them are random; these come first. */
  parts: number;
  randomParts: number;
  /** Failures among the observations of each eliminated level, and of each border column. */
  failures: { eliminated: Float64Array; border: Float64Array };
  /** Border columns that occur with each eliminated level, ascending: `at` from `start[c]` to `start[c + 1]`. */
  start: Int32Array;
  at: Int32Array;
};

/** Sets up the equations; `fixed` and `random` are names of factors, at least one random. */
export function setUpBinomial(
  cells: BinomialCells,
  fixed: readonly string[],
  random: readonly string[],
): BinomialDesign {
  const factor = (name: string) => cells.factors.find((one) => one.name === name)!;
  const sizes = random.map((name) => factor(name).ids.length);
  const eliminated = sizes.indexOf(Math.max(...sizes));
  const largest = factor(random[eliminated]!);
  const others = random.filter((_, k) => k !== eliminated).map(factor);
  const randomWidth = others.reduce((sum, { ids }) => sum + ids.length, 0);
  const { columns: chosen, aliased } = chooseFixed(cells, fixed.map(factor));
  const width = randomWidth + chosen.length;
  const parts = [...placeRandom(others), ...placeFixed(fixed.map(factor), chosen, randomWidth, width)];
  const arranged = arrangeCells(cells, { level: largest.level, size: largest.ids.length }, parts, width);
  return {
    n: cells.trials.reduce((sum, one) => sum + one, 0),
    random: random.map((name) => {
      const { ids, level } = factor(name);
      const before = others.slice(0, others.indexOf(factor(name)));
      const offset = name === largest.name ? -1 : before.reduce((sum, one) => sum + one.ids.length, 0);
      return { name, ids, offset, n: sumBy(level, ids.length, cells.trials) };
    }),
    eliminated,
    fixed: chosen,
    aliased,
    width,
    randomWidth,
    cells: arranged,
    parts: parts.length,
    randomParts: others.length,
    failures: countFailures(cells, largest, parts, width, randomWidth),
    ...listOccurring(arranged, parts.length, width, randomWidth),
  };
}

function placeRandom(factors: readonly CellFactor[]): Int32Array[] {
  let offset = 0;
  return factors.map(({ ids, level }) => {
    const from = offset;
    offset += ids.length;
    return level.map((at) => from + at);
  });
}

/** Levels without a column, being the reference or aliased, get `width`. */
function placeFixed(
  factors: readonly CellFactor[],
  chosen: readonly FixedColumn[],
  from: number,
  width: number,
): Int32Array[] {
  return factors.map(({ name, ids, level }) => {
    const place = new Int32Array(ids.length).fill(width);
    chosen.forEach((column, at) => {
      if (column.factor === name) place[ids.indexOf(column.level!)] = from + at;
    });
    return level.map((at) => place[at]!);
  });
}

function sumBy(level: Int32Array, size: number, values: Float64Array): Float64Array {
  const sums = new Float64Array(size);
  for (let i = 0; i < level.length; i++) sums[level[i]!]! += values[i]!;
  return sums;
}

function countFailures(
  { trials, successes }: BinomialCells,
  { level, ids }: CellFactor,
  parts: readonly Int32Array[],
  width: number,
  intercept: number,
): BinomialDesign['failures'] {
  const failed = trials.map((one, i) => one - successes[i]!);
  const border = new Float64Array(width);
  for (const column of parts) {
    const sums = sumBy(column, width + 1, failed);
    for (let j = 0; j < width; j++) border[j]! += sums[j]!;
  }
  border[intercept] = failed.reduce((sum, one) => sum + one, 0);
  return { eliminated: sumBy(level, ids.length, failed), border };
}

/** Treatment coding; a column that earlier ones already say is left out, as in the linear model. */
function chooseFixed(
  cells: BinomialCells,
  factors: readonly CellFactor[],
): { columns: FixedColumn[]; aliased: string[] } {
  const all: FixedColumn[] = [{ name: '(Intercept)' }];
  const place = factors.map(({ name, ids }) =>
    ids.map((id, at) => (at === 0 ? -1 : all.push({ name: `${name}${id}`, factor: name, level: id }) - 1)),
  );
  const width = all.length;
  const products = new Float64Array(width * width);
  const own = new Int32Array(factors.length + 1);
  for (let cell = 0; cell < cells.trials.length; cell++) {
    let used = 1;
    for (let f = 0; f < factors.length; f++) {
      const column = place[f]![factors[f]!.level[cell]!]!;
      if (column >= 0) own[used++] = column;
    }
    for (let i = 0; i < used; i++)
      for (let j = 0; j < used; j++) products[own[i]! * width + own[j]!]! += cells.trials[cell]!;
  }
  const independent = new Set(listIndependentColumns(products, width));
  return {
    columns: all.filter((_, at) => independent.has(at)),
    aliased: all.filter((_, at) => !independent.has(at)).map(({ name }) => name),
  };
}

function listOccurring(
  { cellStart, pattern, columns }: PatternCells,
  parts: number,
  width: number,
  intercept: number,
): Pick<BinomialDesign, 'start' | 'at'> {
  const start = new Int32Array(cellStart.length);
  const at: number[] = [];
  const seen = new Uint8Array(width + 1);
  for (let c = 0; c + 1 < cellStart.length; c++) {
    seen.fill(0);
    seen[intercept] = 1;
    for (let i = cellStart[c]!; i < cellStart[c + 1]!; i++)
      for (let p = pattern[i]! * parts; p < (pattern[i]! + 1) * parts; p++) seen[columns[p]!] = 1;
    for (let column = 0; column < width; column++) if (seen[column]) at.push(column);
    start[c + 1] = at.length;
  }
  return { start, at: Int32Array.from(at) };
}
