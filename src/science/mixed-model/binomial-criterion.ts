import { invert, solveLower } from '../linear-algebra/cholesky.ts';
import type { BinomialDesign } from './binomial-design.ts';
import { leadingBlock, reduceRight, scaleOf, solveWith } from './mode-equations.ts';
import type { Mode } from './penalised-mode.ts';
import type { Coefficients } from './weigh-cells.ts';

/** Inverse of the random part of M, as far as the criterion's derivatives need it. */
export type RandomInverse = {
  /** Border block, randomWidth². */
  border: Float64Array;
  /** Diagonal of the eliminated block. */
  eliminated: Float64Array;
  /** Eliminated levels by border columns, levels × randomWidth. */
  cross: Float64Array;
};

/** Inverse of the random part of M: with the border's block S⁻¹, cross = −a⁻¹bS⁻¹, diagonal = a⁻¹ + a⁻²bS⁻¹bᵀ. */
export function invertRandom(design: BinomialDesign, mode: Mode): RandomInverse {
  const { width, randomWidth, start, at } = design;
  const border = invert(leadingBlock(mode.factor, width, randomWidth), randomWidth);
  const levels = mode.diagonal.length;
  const cross = new Float64Array(levels * randomWidth);
  const eliminated = new Float64Array(levels);
  for (let c = 0; c < levels; c++) {
    const own = cross.subarray(c * randomWidth, (c + 1) * randomWidth);
    for (let i = start[c]!; i < start[c + 1]! && at[i]! < randomWidth; i++) {
      const share = mode.cross[c * width + at[i]!]! / mode.diagonal[c]!;
      const row = border.subarray(at[i]! * randomWidth, (at[i]! + 1) * randomWidth);
      for (let j = 0; j < randomWidth; j++) own[j]! -= share * row[j]!;
    }
    let square = 0;
    for (let i = start[c]!; i < start[c + 1]! && at[i]! < randomWidth; i++)
      square -= (mode.cross[c * width + at[i]!]! / mode.diagonal[c]!) * own[at[i]!]!;
    eliminated[c] = 1 / mode.diagonal[c]! + square;
  }
  return { border, eliminated, cross };
}

export type Criterion = {
  /** −2 log-likelihood: deviance + ‖u‖² + log|L|². */
  value: number;
  /** By log θ of every random factor, at the mode that `mode` is: joint, or of u with the fixed effects at their best. */
  gradient: Float64Array;
  /** By the fixed effects, u following them; 0 at the maximum of the Laplace likelihood. */
  fixedGradient: Float64Array;
};

/**
 * The criterion and its exact derivatives. `joint`: the mode is one of u and the fixed effects together (lme4's nAGQ = 0);
 * else of u alone (Laplace). The weights follow the effects, hence the terms in a = h·w·(1 − 2μ), h being a cell's
 * leverage: d log|H| by η. By log θ of a factor, the mode answers with dη = 2·G·M⁻¹·u of that factor.
 */
export function differentiate(design: BinomialDesign, mode: Mode, joint: boolean): Criterion {
  const { random, randomWidth, width } = design;
  const inverse = invertRandom(design, mode);
  const pull = pullBack(design, mode, inverse);
  const answer = solveWith(design, mode, pull, !joint);
  const gradient = new Float64Array(random.length);
  random.forEach(({ offset, ids }, k) => {
    const [u, answered, diagonal] =
      offset < 0
        ? [mode.at.eliminated, answer.eliminated, inverse.eliminated]
        : [
            mode.at.border.subarray(offset, offset + ids.length),
            answer.border.subarray(offset, offset + ids.length),
            ids.map((_, at) => inverse.border[(offset + at) * (randomWidth + 1)]!),
          ];
    let total = 0;
    for (let at = 0; at < ids.length; at++) total += 1 - diagonal[at]! - u[at]! ** 2 + answered[at]! * u[at]!;
    gradient[k] = 2 * total;
  });
  const fixedGradient = joint ? new Float64Array(width - randomWidth) : byFixed(design, mode, pull);
  return { value: mode.deviance + mode.penalty + mode.logDeterminant, gradient, fixedGradient };
}

/** −2Xᵀ(y − nμ) + Xᵀa − XᵀWZΛ·M⁻¹·ΛZᵀa, with M's random part; the last two by solving as far as the fixed columns. */
function byFixed(design: BinomialDesign, mode: Mode, pull: Coefficients): Float64Array {
  const { width, randomWidth } = design;
  const right = reduceRight(design, mode, pull);
  const solved = solveLower(leadingBlock(mode.factor, width, randomWidth), right, randomWidth);
  return right.subarray(randomWidth).map((value, j) => {
    const row = (randomWidth + j) * width;
    let left = value - 2 * mode.gradient.border[randomWidth + j]!;
    for (let k = 0; k < randomWidth; k++) left -= mode.factor[row + k]! * solved[k]!;
    return left;
  });
}

/** Gᵀa: what a change of each coefficient does to log|H| through the weights. */
function pullBack(design: BinomialDesign, mode: Mode, inverse: RandomInverse): Coefficients {
  const { parts, randomParts, randomWidth, width } = design;
  const { cellStart, pattern, trials, columns, patterns } = design.cells;
  const own = mode.theta[design.eliminated]!;
  const scale = scaleOf(design, mode.theta);
  const byPattern = leverageOfPatterns(design, inverse, scale);
  const answer = new Float64Array(patterns);
  const row = new Float64Array(randomWidth);
  const eliminated = mode.diagonal.map((_, c) => {
    const odds = mode.odds.eliminated[c]!;
    const leverageOfLevel = own * own * inverse.eliminated[c]!;
    for (let j = 0; j < randomWidth; j++) row[j] = 2 * own * scale[j]! * inverse.cross[c * randomWidth + j]!;
    let sum = 0;
    for (let i = cellStart[c]!; i < cellStart[c + 1]!; i++) {
      const one = pattern[i]!;
      let leverage = leverageOfLevel + byPattern[one]!;
      for (let p = 0; p < randomParts; p++) leverage += row[columns[one * parts + p]!]!;
      const e = odds * mode.odds.pattern[one]!;
      const chance = 1 / (1 + e);
      const a = leverage * trials[i]! * e * chance * chance * (1 - 2 * chance);
      sum += a;
      answer[one]! += a;
    }
    return own * sum;
  });
  const border = new Float64Array(width);
  for (let one = 0; one < patterns; one++) {
    border[randomWidth]! += answer[one]!;
    for (let p = one * parts; p < (one + 1) * parts; p++)
      if (columns[p]! < width) border[columns[p]!]! += scale[columns[p]!]! * answer[one]!;
  }
  return { eliminated, border };
}

/** What a pattern's own random levels add to the leverage of its cells. */
function leverageOfPatterns(
  { parts, randomParts, randomWidth, cells }: BinomialDesign,
  { border }: RandomInverse,
  scale: Float64Array,
): Float64Array {
  return new Float64Array(cells.patterns).map((_, one) => {
    let leverage = 0;
    for (let p = 0; p < randomParts; p++) {
      const j = cells.columns[one * parts + p]!;
      leverage += scale[j]! ** 2 * border[j * randomWidth + j]!;
      for (let q = 0; q < p; q++) {
        const k = cells.columns[one * parts + q]!;
        leverage += 2 * scale[j]! * scale[k]! * border[j * randomWidth + k]!;
      }
    }
    return leverage;
  });
}
