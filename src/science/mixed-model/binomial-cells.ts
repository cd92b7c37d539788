import { assert } from '../../base/assert.ts';
import { groupByLevels, type LevelColumn } from './order-levels.ts';

/** A factor of binomial observations, with the levels that occur. */
export type CellFactor = {
  name: string;
  /** Identifiers of its levels, ascending. */
  ids: number[];
  /** Position of each cell's level in `ids`. */
  level: Int32Array;
};

/**
 * Binomial observations, those with the same levels of every factor added up: the likelihood needs no more of them
 * (Bates et al. 2015, JSS 67(1)), and there are fewer cells than observations.
 */
export type BinomialCells = {
  factors: CellFactor[];
  /** Observations of each cell, above 0, and how many of them were successes. */
  trials: Float64Array;
  successes: Float64Array;
};

/** One cell or observation: identifiers of its levels in the order of the names. */
export type CellEntry = { levels: readonly number[]; trials: number; successes: number };

/** Adds up entries with the same levels; entries that came to 0 observations vanish. */
export function collectCells(names: readonly string[], entries: Iterable<CellEntry>): BinomialCells {
  const read = readEntries(names.length, entries);
  const columns = read.levels.map((level, f): LevelColumn => ({ level, size: read.found[f]!.size }));
  const { group, groups } = groupByLevels(columns, read.trials.length);
  const trials = new Float64Array(groups);
  const successes = new Float64Array(groups);
  const first = new Int32Array(groups);
  for (let i = 0; i < group.length; i++) {
    trials[group[i]!]! += read.trials[i]!;
    successes[group[i]!]! += read.successes[i]!;
    first[group[i]!] = i;
  }
  for (let cell = 0; cell < groups; cell++)
    assert(
      trials[cell] === 0 || (trials[cell]! > 0 && successes[cell]! >= 0 && successes[cell]! <= trials[cell]!),
      `${successes[cell]} successes of ${trials[cell]}`,
    );
  const factors = names.map((name, f) => {
    const level = first.map((entry) => read.levels[f]![entry]!);
    return { name, ids: [...read.found[f]!.keys()], level };
  });
  return filterCells({ factors, trials, successes }, (cell) => trials[cell] !== 0);
}

/** Entries as columns; levels by position in the order in which they were found. */
function readEntries(factors: number, entries: Iterable<CellEntry>) {
  const found = Array.from({ length: factors }, () => new Map<number, number>());
  const levels = found.map(() => [] as number[]);
  const counts: number[] = [];
  const successes: number[] = [];
  for (const entry of entries) {
    assert(entry.levels.length === factors, `${entry.levels.length} levels for ${factors} factors`);
    for (let f = 0; f < factors; f++) {
      const id = entry.levels[f]!;
      let position = found[f]!.get(id);
      if (position === undefined) {
        position = found[f]!.size;
        found[f]!.set(id, position);
      }
      levels[f]!.push(position);
    }
    counts.push(entry.trials);
    successes.push(entry.successes);
  }
  return {
    found,
    levels: levels.map((column) => Int32Array.from(column)),
    trials: Float64Array.from(counts),
    successes: Float64Array.from(successes),
  };
}

/** The cells that pass, with only the levels that still occur. */
export function filterCells(cells: BinomialCells, passes: (cell: number) => boolean): BinomialCells {
  const every = cells.trials.length;
  const kept = new Int32Array(every);
  let count = 0;
  for (let cell = 0; cell < every; cell++) if (passes(cell)) kept[count++] = cell;
  const at = kept.subarray(0, count);
  return {
    factors: cells.factors.map((factor) => keepOccurring(factor, at)),
    trials: pick(cells.trials, at),
    successes: pick(cells.successes, at),
  };
}

function keepOccurring({ name, ids, level }: CellFactor, kept: Int32Array): CellFactor {
  const occurs = new Uint8Array(ids.length);
  for (let i = 0; i < kept.length; i++) occurs[level[kept[i]!]!] = 1;
  const left = ids.flatMap((_, at) => (occurs[at] ? [at] : [])).sort((one, other) => ids[one]! - ids[other]!);
  const place = new Int32Array(ids.length);
  left.forEach((at, i) => {
    place[at] = i;
  });
  return { name, ids: left.map((at) => ids[at]!), level: kept.map((cell) => place[level[cell]!]!) };
}

function pick(values: Float64Array, at: Int32Array): Float64Array {
  const picked = new Float64Array(at.length);
  for (let i = 0; i < at.length; i++) picked[i] = values[at[i]!]!;
  return picked;
}
