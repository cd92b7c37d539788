import { invert } from '../linear-algebra/cholesky.ts';
import type { BinomialDesign } from './binomial-design.ts';
import { type Coefficients, leadingBlock, type Mode, scaleOf, solveWith } from './penalised-mode.ts';

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
  const fixedGradient = new Float64Array(width - randomWidth);
  if (!joint) {
    const rest = residualByFixed(design, mode);
    const through = weightedFixed(design, mode, answer);
    for (let j = 0; j < fixedGradient.length; j++)
      fixedGradient[j] = -2 * rest[j]! + pull.border[randomWidth + j]! - through[j]!;
  }
  return { value: mode.deviance + mode.penalty + mode.logDeterminant, gradient, fixedGradient };
}

/** Gᵀa: what a change of each coefficient does to log|H| through the weights. */
function pullBack(design: BinomialDesign, mode: Mode, inverse: RandomInverse): Coefficients {
  const { columns, randomParts, randomWidth, width } = design;
  const { trials } = design.cells;
  const { level, ids } = design.random[design.eliminated]!;
  const own = mode.theta[design.eliminated]!;
  const scale = scaleOf(design, mode.theta);
  const eliminated = new Float64Array(ids.length);
  const border = new Float64Array(width);
  for (let i = 0; i < trials.length; i++) {
    const c = level[i]!;
    let leverage = own * own * inverse.eliminated[c]!;
    for (let p = 0; p < randomParts; p++) {
      const j = columns[p]![i]!;
      leverage += 2 * own * scale[j]! * inverse.cross[c * randomWidth + j]!;
      leverage += scale[j]! ** 2 * inverse.border[j * randomWidth + j]!;
      for (let q = 0; q < p; q++) {
        const k = columns[q]![i]!;
        leverage += 2 * scale[j]! * scale[k]! * inverse.border[j * randomWidth + k]!;
      }
    }
    const chance = mode.chance[i]!;
    const a = leverage * trials[i]! * chance * (1 - chance) * (1 - 2 * chance);
    eliminated[c]! += own * a;
    for (const column of columns) {
      const j = column[i]!;
      if (j >= 0) border[j]! += scale[j]! * a;
    }
  }
  return { eliminated, border };
}

/** Xᵀ(y − nμ). */
function residualByFixed(design: BinomialDesign, mode: Mode): Float64Array {
  const { columns, randomParts, randomWidth, width } = design;
  const { trials, successes } = design.cells;
  const sums = new Float64Array(width - randomWidth);
  for (let p = randomParts; p < columns.length; p++) {
    const column = columns[p]!;
    for (let i = 0; i < trials.length; i++)
      if (column[i]! >= 0) sums[column[i]! - randomWidth]! += successes[i]! - trials[i]! * mode.chance[i]!;
  }
  return sums;
}

/** XᵀWZΛv for random coefficients v. */
function weightedFixed(design: BinomialDesign, mode: Mode, v: Coefficients): Float64Array {
  const { columns, randomParts, randomWidth, width } = design;
  const { trials } = design.cells;
  const { level } = design.random[design.eliminated]!;
  const own = mode.theta[design.eliminated]!;
  const scale = scaleOf(design, mode.theta);
  const sums = new Float64Array(width - randomWidth);
  for (let i = 0; i < trials.length; i++) {
    let eta = own * v.eliminated[level[i]!]!;
    for (let p = 0; p < randomParts; p++) eta += scale[columns[p]![i]!]! * v.border[columns[p]![i]!]!;
    const weighted = trials[i]! * mode.chance[i]! * (1 - mode.chance[i]!) * eta;
    for (let p = randomParts; p < columns.length; p++) {
      const j = columns[p]![i]!;
      if (j >= 0) sums[j - randomWidth]! += weighted;
    }
  }
  return sums;
}
