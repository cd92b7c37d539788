import type { BinomialCells } from './binomial-cells.ts';
import { groupByLevels, type LevelColumn, orderByLevels, startsOf } from './order-levels.ts';

/**
 * Cells as the search reads them, over and over: sorted by their level of the eliminated factor, then by pattern. A pattern
 * is a combination of the levels of all other factors of the model; there are far fewer patterns than cells, so that
 * whatever depends on them alone is worked out once for each.
 */
export type PatternCells = {
  /** Cells of eliminated level c: from `cellStart[c]` to `cellStart[c + 1]`. */
  cellStart: Int32Array;
  /** Pattern of each cell. */
  pattern: Int32Array;
  /** Observations of each cell. */
  trials: Float64Array;
  /** Border columns of each pattern, patterns × parts, ascending; the width of the border stands for none. */
  columns: Int32Array;
  patterns: number;
};

/** `parts`: border column of every cell for each factor of the border, none: the width of the border. */
export function arrangeCells(
  cells: BinomialCells,
  eliminated: LevelColumn,
  parts: readonly Int32Array[],
  width: number,
): PatternCells {
  const count = cells.trials.length;
  const { group, groups } = groupByLevels(
    parts.map((level) => ({ level, size: width + 1 })),
    count,
  );
  const columns = new Int32Array(groups * parts.length);
  for (let i = 0; i < count; i++)
    for (let p = 0; p < parts.length; p++) columns[group[i]! * parts.length + p] = parts[p]![i]!;
  const order = orderByLevels([eliminated, { level: group, size: groups }], count);
  const trials = new Float64Array(count);
  const pattern = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    trials[i] = cells.trials[order[i]!]!;
    pattern[i] = group[order[i]!]!;
  }
  return { cellStart: startsOf(eliminated.level, eliminated.size), pattern, trials, columns, patterns: groups };
}
