import { invert, solve } from '../linear-algebra/cholesky.ts';
import type { Design } from './design.ts';
import { type Solution, scaleBorder, scaleMatrix, squareRow } from './solve-equations.ts';

/** A fixed effect, treatment-coded: against the first level of its factor. */
export type FixedEffect = {
  /** '(Intercept)', or the factor's name followed by the level's identifier. */
  name: string;
  /** Absent for the intercept. */
  factor?: string;
  /** Identifier of the level; absent for the intercept. */
  level?: number;
  /** In units of y. */
  estimate: number;
  /** Standard error, in units of y. */
  se: number;
};

/** The effects of a random factor, all arrays in the order of `ids`. */
export type RandomEffects = {
  factor: string;
  /** Standard deviation between levels over the residual one; exactly 0 where no difference can be seen. */
  theta: number;
  /** Variance between levels, θ²σ². */
  tau2: number;
  /** Identifiers of the levels, ascending. */
  ids: number[];
  /** Observations of each level. */
  n: Float64Array;
  /** Best linear unbiased prediction of each effect, in units of y: already shrunk towards 0. */
  blup: Float64Array;
  /** lme4's conditional standard deviation: takes the fixed effects as known, so too small to show. */
  condSd: Float64Array;
  /** Henderson's prediction error standard deviation, with the uncertainty of the fixed effects: the one to show. */
  pevSd: Float64Array;
};

/** Fixed effects on the scale of y. Standard errors: σ times the root of the fixed diagonal of M⁻¹. */
export function listFixedEffects(design: Design, solution: Solution, sigma: number): FixedEffect[] {
  return design.fixed.map((column, i) => {
    const at = design.randomWidth + i;
    const shift = column.factor === undefined ? design.meanY : 0;
    const se = sigma * Math.sqrt(solution.inverse[at * (design.width + 1)]!);
    return { ...column, estimate: solution.border[at]! + shift, se };
  });
}

/**
 * BLUP = θu; PEV = σ²θ²[M⁻¹]_uu (Henderson 1975, Biometrics 31, 423–447); conditional variance σ²θ²[L⁻ᵀL⁻¹]
 * (Bates et al. 2015, JSS 67(1), section 2.2), which is the inverse of M without its fixed columns.
 */
export function listRandomEffects(design: Design, solution: Solution, sigma: number): RandomEffects[] {
  const { width, randomWidth } = design;
  const known = invert(leading(solution.factor, width, randomWidth), randomWidth);
  const conditional = conditionalDiagonal(design, solution, known);
  return design.random.map(({ factor, offset }, k) => {
    const theta = solution.theta[k]!;
    const spread = theta * sigma;
    const own = <T>(border: (column: number) => T, eliminated: (level: number) => T): T[] =>
      factor.ids.map((_, level) => (offset < 0 ? eliminated(level) : border(offset + level)));
    const u = own(
      (column) => solution.border[column]!,
      (level) => solution.eliminated[level]!,
    );
    const cond = own(
      (column) => known[column * (randomWidth + 1)]!,
      (level) => conditional[level]!,
    );
    const pev = own(
      (column) => solution.inverse[column * (width + 1)]!,
      (level) => solution.inverseDiagonal[level]!,
    );
    return {
      factor: factor.name,
      theta,
      tau2: spread * spread,
      ids: [...factor.ids],
      n: Float64Array.from(factor.n),
      blup: Float64Array.from(u, (value) => theta * value),
      condSd: Float64Array.from(cond, (value) => spread * Math.sqrt(value)),
      pevSd: Float64Array.from(pev, (value) => spread * Math.sqrt(value)),
    };
  });
}

/** The joint prediction error covariance of the levels of random factor `k`, row-major, symmetric, in units of y². */
export function jointCovariance(design: Design, solution: Solution, sigma: number, k: number): Float64Array {
  const { factor, offset } = design.random[k]!;
  const size = factor.ids.length;
  const variance = (solution.theta[k]! * sigma) ** 2;
  const covariance = new Float64Array(size * size);
  if (offset < 0) return eliminatedCovariance(design, solution, variance);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      covariance[i * size + j] = variance * solution.inverse[(offset + i) * design.width + offset + j]!;
  return covariance;
}

/** The eliminated block of M⁻¹: 1/a on the diagonal, plus bᵢᵀS⁻¹bⱼ/(aᵢaⱼ), b being θ times the level's scaled row. */
function eliminatedCovariance(design: Design, solution: Solution, variance: number): Float64Array {
  const { start, column, value, width } = design;
  const size = solution.diagonal.length;
  const own = solution.theta[design.eliminated]!;
  const scale = scaleBorder(design, solution.theta);
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = new Float64Array(width);
    for (let at = start[i]!; at < start[i + 1]!; at++) row[column[at]!] = own * scale[column[at]!]! * value[at]!;
    const solved = solve(solution.factor, row, width);
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let at = start[j]!; at < start[j + 1]!; at++)
        sum += own * scale[column[at]!]! * value[at]! * solved[column[at]!]!;
      const block = sum / (solution.diagonal[i]! * solution.diagonal[j]!) + (i === j ? 1 / solution.diagonal[i]! : 0);
      covariance[i * size + j] = variance * block;
      covariance[j * size + i] = variance * block;
    }
  }
  return covariance;
}

/** Diagonal of the eliminated block of the inverse of M without fixed columns. */
function conditionalDiagonal(design: Design, solution: Solution, known: Float64Array): Float64Array {
  const own = solution.theta[design.eliminated]!;
  if (own === 0) return solution.diagonal.map(() => 1);
  const { width, randomWidth } = design;
  const scaled = scaleMatrix(known, scaleBorder(design, solution.theta).subarray(0, randomWidth));
  // Spread over the width of the border, so that the rows' columns find their place.
  const wide = new Float64Array(randomWidth * width);
  for (let i = 0; i < randomWidth; i++) wide.set(scaled.subarray(i * randomWidth, (i + 1) * randomWidth), i * width);
  return solution.diagonal.map((a, c) => 1 / a + (own * own * squareRow(design, c, wide, randomWidth)) / (a * a));
}

/** The leading size × size block of a width × width matrix. */
function leading(matrix: Float64Array, width: number, size: number): Float64Array {
  const block = new Float64Array(size * size);
  for (let i = 0; i < size; i++) block.set(matrix.subarray(i * width, i * width + size), i * size);
  return block;
}
