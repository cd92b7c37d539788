/**
 * Pairwise cross-products: everything a linear mixed model with crossed factors needs to know of its observations
 * (XᵀX, XᵀZ, ZᵀZ, Xᵀy, Zᵀy, yᵀy). They add up, so observations come and go by delta, and a fit never reads rows.
 * Source: Bates, Mächler, Bolker & Walker 2015, JSS 67(1), section 3 (the products that enter the penalised least squares).
 */
import { assert } from '../../base/assert.ts';

/** A factor: `key` names it in the entries, `name` in specifications and results. */
export type Factor = { key: number; name: string };

/** How many observations have both levels; on the diagonal (same factor and level) also their sum of y. */
export type CrossProductEntry = {
  factorA: number;
  /** Identifier of a level: any whole number. */
  levelA: number;
  factorB: number;
  levelB: number;
  /** Observations with both levels. */
  n: number;
  /** Sum of y over the level's observations; only read on the diagonal. */
  sumY: number;
};

export type CrossProductTotals = {
  /** Observations. */
  n: number;
  /** Σy. */
  sumY: number;
  /** Σy². */
  sumYY: number;
};

/** A factor with the levels that occur. All arrays are in the order of `ids`. */
export type FactorLevels = Factor & {
  /** Identifiers of the levels with at least one observation, ascending. */
  ids: number[];
  /** Observations of each level, above 0. */
  n: Float64Array;
  /** Σy of each level. */
  sumY: Float64Array;
};

/** For two different factors, the pairs of levels that occur together, as parallel lists. */
export type PairCounts = {
  /** Positions in `factors`, a < b. */
  a: number;
  b: number;
  /** Positions in the levels of factor a and of factor b. */
  levelA: Int32Array;
  levelB: Int32Array;
  /** Observations with both, above 0. */
  n: Float64Array;
};

export type CrossProducts = CrossProductTotals & {
  factors: FactorLevels[];
  /** One for every pair of factors, in the order (0,1), (0,2) … (1,2) … */
  pairs: PairCounts[];
};

/**
 * From stored entries, in any order and either orientation; entries of the same pair add up, which is how deltas are
 * applied. Levels and pairs whose count is 0 vanish, entries of factors that aren't asked for are passed over. Throws
 * where the entries contradict the totals, since a fit from such sums would be quietly wrong.
 */
export function crossProductsFrom(
  entries: Iterable<CrossProductEntry>,
  totals: CrossProductTotals,
  factors: readonly Factor[],
): CrossProducts {
  const position = new Map(factors.map((factor, index) => [factor.key, index]));
  const levels = factors.map(() => new Map<number, { n: number; sumY: number }>());
  const together: CrossProductEntry[][] = pairsOf(factors.length).map(() => []);
  for (const entry of entries) {
    const a = position.get(entry.factorA);
    const b = position.get(entry.factorB);
    if (a === undefined || b === undefined) continue;
    if (a !== b) together[pairIndex(a, b, factors.length)]!.push(entry);
    else if (entry.levelA === entry.levelB) addLevel(levels[a]!, entry);
  }
  const listed = factors.map((factor, index) => listLevels(factor, levels[index]!, totals.n));
  const pairs = pairsOf(factors.length).map(([a, b], index) => listPairs(a, b, listed, together[index]!));
  return { factors: listed, pairs, n: totals.n, sumY: totals.sumY, sumYY: totals.sumYY };
}

/** The sums as entries, diagonal first: what is stored, and the inverse of `crossProductsFrom`. */
export function* listEntries(sums: CrossProducts, sign: 1 | -1 = 1): Generator<CrossProductEntry> {
  for (const { key, ids, n, sumY } of sums.factors)
    for (let i = 0; i < ids.length; i++)
      yield {
        factorA: key,
        levelA: ids[i]!,
        factorB: key,
        levelB: ids[i]!,
        n: sign * n[i]!,
        sumY: sign * sumY[i]!,
      };
  for (const pair of sums.pairs) {
    const a = sums.factors[pair.a]!;
    const b = sums.factors[pair.b]!;
    for (let i = 0; i < pair.n.length; i++)
      yield {
        factorA: a.key,
        levelA: a.ids[pair.levelA[i]!]!,
        factorB: b.key,
        levelB: b.ids[pair.levelB[i]!]!,
        n: sign * pair.n[i]!,
        sumY: 0,
      };
  }
}

/** The sums of both sets of observations (sign 1), or of those of `sums` without those of `delta` (sign −1). */
export function addCrossProducts(sums: CrossProducts, delta: CrossProducts, sign: 1 | -1 = 1): CrossProducts {
  const totals = {
    n: sums.n + sign * delta.n,
    sumY: sums.sumY + sign * delta.sumY,
    sumYY: sums.sumYY + sign * delta.sumYY,
  };
  const entries = [...listEntries(sums), ...listEntries(delta, sign)];
  return crossProductsFrom(
    entries,
    totals,
    sums.factors.map(({ key, name }) => ({ key, name })),
  );
}

/** The counts of two factors, turned so that the first named one is `a`; empty lists where nothing is together. */
export function pairCounts(sums: CrossProducts, a: number, b: number): PairCounts {
  const pair = sums.pairs[pairIndex(a, b, sums.factors.length)]!;
  return pair.a === a ? pair : { a, b, levelA: pair.levelB, levelB: pair.levelA, n: pair.n };
}

function pairsOf(factors: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let a = 0; a < factors; a++) for (let b = a + 1; b < factors; b++) pairs.push([a, b]);
  return pairs;
}

function pairIndex(a: number, b: number, factors: number): number {
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  return low * factors - (low * (low + 1)) / 2 + high - low - 1;
}

function addLevel(levels: Map<number, { n: number; sumY: number }>, { levelA, n, sumY }: CrossProductEntry): void {
  const level = levels.get(levelA);
  if (!level) {
    levels.set(levelA, { n, sumY });
    return;
  }
  level.n += n;
  level.sumY += sumY;
}

function listLevels(factor: Factor, levels: Map<number, { n: number; sumY: number }>, total: number): FactorLevels {
  const ids = [...levels.keys()].filter((id) => levels.get(id)!.n !== 0).sort((x, y) => x - y);
  const n = Float64Array.from(ids, (id) => levels.get(id)!.n);
  const sumY = Float64Array.from(ids, (id) => levels.get(id)!.sumY);
  const sum = n.reduce((x, y) => x + y, 0);
  assert(
    n.every((count) => count > 0) && sum === total,
    `the counts of ${factor.name} don't add up to the total: ${sum} ≠ ${total}`,
  );
  return { key: factor.key, name: factor.name, ids, n, sumY };
}

function listPairs(a: number, b: number, factors: FactorLevels[], entries: CrossProductEntry[]): PairCounts {
  const first = factors[a]!;
  const second = factors[b]!;
  const indexA = new Map(first.ids.map((id, index) => [id, index]));
  const indexB = new Map(second.ids.map((id, index) => [id, index]));
  const counts = new Map<number, number>();
  const width = second.ids.length;
  for (const { factorA, levelA, levelB, n } of entries) {
    if (n === 0) continue;
    const turned = factorA !== first.key;
    const i = indexA.get(turned ? levelB : levelA);
    const j = indexB.get(turned ? levelA : levelB);
    // A level that vanished takes its pairs along: they are 0 too, and the sum below would tell if they weren't.
    if (i === undefined || j === undefined) continue;
    counts.set(i * width + j, (counts.get(i * width + j) ?? 0) + n);
  }
  const kept = [...counts.keys()].filter((code) => counts.get(code) !== 0).sort((x, y) => x - y);
  const n = Float64Array.from(kept, (code) => counts.get(code)!);
  const total = first.n.reduce((x, y) => x + y, 0);
  const sum = n.reduce((x, y) => x + y, 0);
  assert(
    n.every((count) => count > 0) && sum === total,
    `the counts of ${first.name} with ${second.name} don't add up to the total: ${sum} ≠ ${total}`,
  );
  return {
    a,
    b,
    levelA: Int32Array.from(kept, (code) => Math.floor(code / width)),
    levelB: Int32Array.from(kept, (code) => code % width),
    n,
  };
}
