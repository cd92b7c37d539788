import { assert } from '../../base/assert.ts';

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
  const cells = new Map<string, { levels: readonly number[]; trials: number; successes: number }>();
  for (const { levels, trials, successes } of entries) {
    assert(levels.length === names.length, `${levels.length} levels for ${names.length} factors`);
    const key = levels.join(' ');
    const cell = cells.get(key);
    if (cell) {
      cell.trials += trials;
      cell.successes += successes;
    } else cells.set(key, { levels, trials, successes });
  }
  const kept = [...cells.values()].filter((cell) => cell.trials !== 0);
  for (const { trials, successes } of kept)
    assert(trials > 0 && successes >= 0 && successes <= trials, `${successes} successes of ${trials}`);
  return {
    factors: names.map((name, at) =>
      nameLevels(
        name,
        kept.map((cell) => cell.levels[at]!),
      ),
    ),
    trials: Float64Array.from(kept, (cell) => cell.trials),
    successes: Float64Array.from(kept, (cell) => cell.successes),
  };
}

function nameLevels(name: string, levels: readonly number[]): CellFactor {
  const ids = [...new Set(levels)].sort((one, other) => one - other);
  const position = new Map(ids.map((id, at) => [id, at]));
  return { name, ids, level: Int32Array.from(levels, (id) => position.get(id)!) };
}

/** The cells that pass, with only the levels that still occur. */
export function filterCells(cells: BinomialCells, passes: (cell: number) => boolean): BinomialCells {
  const kept = Array.from(cells.trials.keys()).filter(passes);
  return {
    factors: cells.factors.map(({ name, ids, level }) =>
      nameLevels(
        name,
        kept.map((cell) => ids[level[cell]!]!),
      ),
    ),
    trials: Float64Array.from(kept, (cell) => cells.trials[cell]!),
    successes: Float64Array.from(kept, (cell) => cells.successes[cell]!),
  };
}
