import type { BinomialDesign } from './binomial-design.ts';

/** One number for every eliminated level, and one for every column of the border. */
export type Coefficients = { eliminated: Float64Array; border: Float64Array };

/** What the equations need of the cells for one set of effects; w is a cell's weight, trials × μ(1 − μ). */
export type Weighed = {
  /** −2 log-likelihood of the observations given the effects. */
  deviance: number;
  odds: Odds;
  /** Σw, and the failures to be expected, of each eliminated level and each pattern. */
  weight: ByPart;
  failures: ByPart;
  /** Σw by eliminated level and border column, levels × width. */
  cross: Float64Array;
};

export type ByPart = { eliminated: Float64Array; pattern: Float64Array };

/** A cell's odds of failure, e^−η, are those of its eliminated level times those of its pattern: no exponential per cell. */
export type Odds = ByPart;

/** Effects beyond this leave no chance that a double could tell from 0 or 1, and their odds would overflow. */
const LARGEST_EFFECT = 300;
/** The logarithm is taken of a product of many cells at once; times one more cell's odds it still is a double. */
const LARGEST_PRODUCT = 1e40;

/** The one pass over the cells, for effects in log odds. Undefined where an effect is beyond all measure. */
export function weighCells(design: BinomialDesign, effects: Coefficients): Weighed | undefined {
  const odds = oddsOf(design, effects);
  if (!odds) return undefined;
  const { width, randomWidth, parts } = design;
  const { cellStart, pattern, trials, columns, patterns } = design.cells;
  const levels = effects.eliminated.length;
  const weight = { eliminated: new Float64Array(levels), pattern: new Float64Array(patterns) };
  const failures = { eliminated: new Float64Array(levels), pattern: new Float64Array(patterns) };
  const cross = new Float64Array(levels * width);
  // One slot more than columns: for levels that have none.
  const row = new Float64Array(width + 1);
  let product = 1;
  let logs = 0;
  for (let c = 0; c < levels; c++) {
    const own = odds.eliminated[c]!;
    let weights = 0;
    let failed = 0;
    row.fill(0);
    for (let i = cellStart[c]!; i < cellStart[c + 1]!; i++) {
      const one = pattern[i]!;
      const n = trials[i]!;
      const e = own * odds.pattern[one]!;
      const chance = 1 / (1 + e);
      const f = n * e * chance;
      const w = f * chance;
      if (n === 1) {
        product *= 1 + e;
        if (product > LARGEST_PRODUCT) {
          logs += Math.log(product);
          product = 1;
        }
      } else logs += n * Math.log(1 + e);
      weights += w;
      failed += f;
      weight.pattern[one]! += w;
      failures.pattern[one]! += f;
      for (let p = one * parts, end = p + parts; p < end; p++) row[columns[p]!]! += w;
    }
    weight.eliminated[c] = weights;
    failures.eliminated[c] = failed;
    row[randomWidth] = weights;
    cross.set(row.subarray(0, width), c * width);
  }
  // −log-likelihood: log(1 + e^−η) of every observation, and η of every failure.
  const value =
    logs +
    Math.log(product) +
    dot(design.failures.eliminated, effects.eliminated) +
    dot(design.failures.border, effects.border);
  return { deviance: 2 * value, odds, weight, failures, cross };
}

function oddsOf({ randomWidth, parts, cells }: BinomialDesign, effects: Coefficients): Odds | undefined {
  const { columns, patterns } = cells;
  const beyond = (effect: number) => !(Math.abs(effect) <= LARGEST_EFFECT);
  if (effects.eliminated.some(beyond)) return undefined;
  const pattern = new Float64Array(patterns);
  for (let one = 0; one < patterns; one++) {
    let effect = effects.border[randomWidth]!;
    for (let p = one * parts; p < (one + 1) * parts; p++) effect += effects.border[columns[p]!] ?? 0;
    if (beyond(effect)) return undefined;
    pattern[one] = Math.exp(-effect);
  }
  return { eliminated: effects.eliminated.map((effect) => Math.exp(-effect)), pattern };
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!;
  return sum;
}
