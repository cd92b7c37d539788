import { cholesky, logDeterminant, solve } from '../linear-algebra/cholesky.ts';
import type { BinomialDesign } from './binomial-design.ts';

/** Spherical effects u of the eliminated levels and of the border's random columns, then the fixed effects. */
export type Coefficients = { eliminated: Float64Array; border: Float64Array };

/**
 * The mode of the penalised likelihood for one θ, and the weighted equations there: M = [ΛZᵀWZΛ + I, ΛZᵀWX; ·, XᵀWX].
 * Its eliminated block is the diagonal `diagonal` = θ²Σw + 1; the border becomes S, of which `factor` is the Cholesky factor.
 */
export type Mode = {
  theta: readonly number[];
  at: Coefficients;
  /** −2 log-likelihood of the observations given the effects. */
  deviance: number;
  /** ‖u‖². */
  penalty: number;
  /** log|ΛZᵀWZΛ + I|: random columns only. */
  logDeterminant: number;
  /** Chance of each cell. */
  chance: Float64Array;
  diagonal: Float64Array;
  /** θ times the weighted products of the eliminated levels with the scaled border, levels × width. */
  cross: Float64Array;
  factor: Float64Array;
};

const MOST_STEPS = 60;
const MOST_HALVINGS = 30;

/**
 * Finds the mode by Newton's method with step halving (for a canonical link the same as penalised iteratively reweighted
 * least squares). `hold`: the fixed effects stay where `from` has them. Undefined where the equations can't be solved.
 * Source: Bates, Mächler, Bolker & Walker 2015, JSS 67(1); Bates 2010, lme4: Mixed-effects modeling with R, chapter 6.
 */
export function findMode(
  design: BinomialDesign,
  theta: readonly number[],
  from: Coefficients,
  hold: boolean,
): Mode | undefined {
  const scale = scaleOf(design, theta);
  let at = from;
  let state = evaluate(design, theta, scale, at);
  for (let step = 0; step < MOST_STEPS; step++) {
    const system = assemble(design, theta, scale, at, state.chance);
    if (!system) return undefined;
    const move = newtonStep(design, system, hold);
    const stepTo = (share: number) => {
      const there = moved(at, move, share);
      return { at: there, state: evaluate(design, theta, scale, there) };
    };
    const decrement = slopeOf(system, move, hold ? design.randomWidth : design.width);
    const value = state.deviance + state.penalty;
    if (decrement <= 1e-17 * (1 + Math.abs(value))) return asMode(theta, at, state, system, design);
    // So near that the whole step is right, and the gain would drown in rounding.
    const near = decrement <= 1e-9 * (1 + Math.abs(value));
    const next = near ? stepTo(1) : descend(stepTo, value);
    if (!next) return asMode(theta, at, state, system, design);
    at = next.at;
    state = next.state;
  }
  return undefined;
}

type State = { deviance: number; penalty: number; chance: Float64Array };

type Step = { at: Coefficients; state: State };

function descend(stepTo: (share: number) => Step, value: number): Step | undefined {
  for (let halving = 0, share = 1; halving < MOST_HALVINGS; halving++, share /= 2) {
    const step = stepTo(share);
    if (step.state.deviance + step.state.penalty < value) return step;
  }
  return undefined;
}

const moved = (from: Coefficients, move: Coefficients, share: number): Coefficients => ({
  eliminated: from.eliminated.map((u, c) => u + share * move.eliminated[c]!),
  border: from.border.map((u, j) => u + share * move.border[j]!),
});

/** What each border column is multiplied by: θ of its random factor, 1 for a fixed column. */
export function scaleOf(design: BinomialDesign, theta: readonly number[]): Float64Array {
  const scale = new Float64Array(design.width).fill(1);
  design.random.forEach(({ offset, ids }, k) => {
    if (offset >= 0) scale.fill(theta[k]!, offset, offset + ids.length);
  });
  return scale;
}

function evaluate(design: BinomialDesign, theta: readonly number[], scale: Float64Array, at: Coefficients): State {
  const { trials, successes } = design.cells;
  const { level } = design.random[design.eliminated]!;
  const own = theta[design.eliminated]!;
  const scaled = at.border.map((value, j) => value * scale[j]!);
  const chance = new Float64Array(trials.length);
  let logLik = 0;
  for (let i = 0; i < trials.length; i++) {
    let eta = own * at.eliminated[level[i]!]!;
    for (let p = 0; p < design.columns.length; p++) {
      const column = design.columns[p]![i]!;
      if (column >= 0) eta += scaled[column]!;
    }
    chance[i] = 1 / (1 + Math.exp(-eta));
    // log(1 + e^η) without overflow.
    const softplus = eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta));
    logLik += successes[i]! * eta - trials[i]! * softplus;
  }
  let penalty = 0;
  for (const u of at.eliminated) penalty += u * u;
  for (let j = 0; j < design.randomWidth; j++) penalty += at.border[j]! ** 2;
  return { deviance: -2 * logLik, penalty, chance };
}

type System = {
  /** −½ gradient of deviance + penalty. */
  gradientEliminated: Float64Array;
  gradientBorder: Float64Array;
  diagonal: Float64Array;
  cross: Float64Array;
  factor: Float64Array;
};

function assemble(
  design: BinomialDesign,
  theta: readonly number[],
  scale: Float64Array,
  at: Coefficients,
  chance: Float64Array,
): System | undefined {
  const { width, randomWidth, columns } = design;
  const { trials, successes } = design.cells;
  const { level, ids } = design.random[design.eliminated]!;
  const own = theta[design.eliminated]!;
  const products = new Float64Array(width * width);
  const border = new Float64Array(width);
  const weight = new Float64Array(ids.length);
  const rest = new Float64Array(ids.length);
  const cross = new Float64Array(ids.length * width);
  const used = new Int32Array(columns.length);
  for (let i = 0; i < trials.length; i++) {
    const w = trials[i]! * chance[i]! * (1 - chance[i]!);
    const r = successes[i]! - trials[i]! * chance[i]!;
    const c = level[i]!;
    weight[c]! += w;
    rest[c]! += r;
    let n = 0;
    for (let p = 0; p < columns.length; p++) {
      const column = columns[p]![i]!;
      if (column < 0) continue;
      used[n++] = column;
      border[column]! += r;
      cross[c * width + column]! += w;
      const row = column * width;
      // Parts stand in the order of their columns, so this fills the lower triangle.
      for (let q = 0; q < n; q++) products[row + used[q]!]! += w;
    }
  }
  for (let j = 0; j < width; j++) {
    border[j] = scale[j]! * border[j]! - (j < randomWidth ? at.border[j]! : 0);
    for (let k = 0; k <= j; k++) products[j * width + k]! *= scale[j]! * scale[k]!;
    if (j < randomWidth) products[j * width + j]! += 1;
  }
  const diagonal = weight.map((w) => own * own * w + 1);
  eliminate(design, products, cross, diagonal, own, scale);
  const factor = cholesky(products, width);
  if (!factor) return undefined;
  const gradientEliminated = rest.map((r, c) => own * r - at.eliminated[c]!);
  return { gradientEliminated, gradientBorder: border, diagonal, cross, factor };
}

/** S = D − Bᵀa⁻¹B, in place; `cross` becomes θ times the scaled products. */
function eliminate(
  { start, at, width }: BinomialDesign,
  products: Float64Array,
  cross: Float64Array,
  diagonal: Float64Array,
  own: number,
  scale: Float64Array,
) {
  for (let c = 0; c < diagonal.length; c++) {
    const row = c * width;
    for (let i = start[c]!; i < start[c + 1]!; i++) cross[row + at[i]!]! *= own * scale[at[i]!]!;
    for (let i = start[c]!; i < start[c + 1]!; i++) {
      const share = cross[row + at[i]!]! / diagonal[c]!;
      const into = at[i]! * width;
      for (let j = start[c]!; j <= i; j++) products[into + at[j]!]! -= share * cross[row + at[j]!]!;
    }
  }
}

function newtonStep(design: BinomialDesign, system: System, hold: boolean): Coefficients {
  return solveWith(design, system, { eliminated: system.gradientEliminated, border: system.gradientBorder }, hold);
}

/** Twice the gain that a quadratic expects of a step: gradient times step. */
function slopeOf(system: System, move: Coefficients, width: number): number {
  let sum = 0;
  system.gradientEliminated.forEach((g, c) => {
    sum += g * move.eliminated[c]!;
  });
  for (let j = 0; j < width; j++) sum += system.gradientBorder[j]! * move.border[j]!;
  return sum;
}

/** M⁻¹b; with `randomOnly` the inverse of its random part alone, and 0 for the fixed columns. */
export function solveWith(
  design: BinomialDesign,
  { diagonal, cross, factor }: Pick<Mode, 'diagonal' | 'cross' | 'factor'>,
  b: Coefficients,
  randomOnly: boolean,
): Coefficients {
  const { width, randomWidth, start, at } = design;
  const right = Float64Array.from(b.border);
  for (let c = 0; c < diagonal.length; c++)
    for (let i = start[c]!; i < start[c + 1]!; i++)
      right[at[i]!]! -= (cross[c * width + at[i]!]! * b.eliminated[c]!) / diagonal[c]!;
  const border = new Float64Array(width);
  if (randomOnly)
    border.set(solve(leadingBlock(factor, width, randomWidth), right.subarray(0, randomWidth), randomWidth));
  else border.set(solve(factor, right, width));
  const eliminated = b.eliminated.map((value, c) => {
    let rest = value;
    for (let i = start[c]!; i < start[c + 1]!; i++) rest -= cross[c * width + at[i]!]! * border[at[i]!]!;
    return rest / diagonal[c]!;
  });
  return { eliminated, border };
}

/** The leading size × size block of a width × width matrix: of a Cholesky factor, the factor of the leading block. */
export function leadingBlock(matrix: Float64Array, width: number, size: number): Float64Array {
  const block = new Float64Array(size * size);
  for (let i = 0; i < size; i++) block.set(matrix.subarray(i * width, i * width + size), i * size);
  return block;
}

function asMode(
  theta: readonly number[],
  at: Coefficients,
  state: State,
  system: System,
  design: BinomialDesign,
): Mode {
  const { width, randomWidth } = design;
  let logDet = logDeterminant(leadingBlock(system.factor, width, randomWidth), randomWidth);
  for (const a of system.diagonal) logDet += Math.log(a);
  const { diagonal, cross, factor } = system;
  return { theta, at, ...state, logDeterminant: logDet, diagonal, cross, factor };
}
