import type { BinomialCells, CellFactor } from './binomial-cells.ts';
import type { FixedColumn } from './design.ts';
import { listIndependentColumns } from './rank.ts';

/** A random factor of the equations; `offset` −1: the largest one, which is eliminated. */
export type BinomialRandom = CellFactor & { offset: number };

/**
 * The columns of the equations, as `Design` has them for the linear model: the levels of the largest random factor are
 * eliminated; the border holds the levels of the other random factors, then the fixed columns.
 */
export type BinomialDesign = {
  cells: BinomialCells;
  random: BinomialRandom[];
  /** Position in `random` of the eliminated factor. */
  eliminated: number;
  fixed: FixedColumn[];
  aliased: string[];
  width: number;
  randomWidth: number;
  /** For each part of the border, the column of every cell in it; −1: none. Random parts first, then fixed ones. */
  columns: Int32Array[];
  /** How many of `columns` are random. */
  randomParts: number;
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
  let width = 0;
  const parts = random.map((name, k): BinomialRandom => {
    const offset = k === eliminated ? -1 : width;
    if (k !== eliminated) width += sizes[k]!;
    return { ...factor(name), offset };
  });
  const randomWidth = width;
  const { columns: chosen, aliased } = chooseFixed(cells, fixed.map(factor));
  const columns = parts.flatMap(({ offset, level }) => (offset < 0 ? [] : [level.map((at) => offset + at)]));
  const randomParts = columns.length;
  columns.push(new Int32Array(cells.trials.length).fill(width));
  width += 1;
  for (const one of fixed.map(factor)) {
    const place = new Int32Array(one.ids.length).fill(-1);
    for (const { factor: name, level } of chosen) if (name === one.name) place[one.ids.indexOf(level!)] = width++;
    columns.push(one.level.map((at) => place[at]!));
  }
  const design = { cells, random: parts, eliminated, fixed: chosen, aliased, width, randomWidth, columns, randomParts };
  return { ...design, ...listOccurring(parts[eliminated]!, columns, width) };
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
  eliminated: CellFactor,
  columns: readonly Int32Array[],
  width: number,
): Pick<BinomialDesign, 'start' | 'at'> {
  const levels = eliminated.ids.length;
  const seen = new Uint8Array(levels * width);
  for (const column of columns)
    column.forEach((at, cell) => {
      if (at >= 0) seen[eliminated.level[cell]! * width + at] = 1;
    });
  const start = new Int32Array(levels + 1);
  const at: number[] = [];
  for (let c = 0; c < levels; c++) {
    for (let column = 0; column < width; column++) if (seen[c * width + column]) at.push(column);
    start[c + 1] = at.length;
  }
  return { start, at: Int32Array.from(at) };
}
