import { cholesky, logDeterminant } from '../linear-algebra/cholesky.ts';
import type { BinomialDesign } from './binomial-design.ts';
import { leadingBlock, type ModeEquations, scaleOf, solveWith } from './mode-equations.ts';
import { type Coefficients, type Odds, type Weighed, weighCells } from './weigh-cells.ts';

/** The mode of the penalised likelihood for one θ, and the weighted equations there. */
export type Mode = ModeEquations & {
  theta: readonly number[];
  /** Spherical effects u of the eliminated levels and of the border's random columns, then the fixed effects. */
  at: Coefficients;
  /** −2 log-likelihood of the observations given the effects. */
  deviance: number;
  /** ‖u‖² and the hold on the fixed effects, and the hold alone. */
  penalty: number;
  hold: number;
  /** log|ΛZᵀWZΛ + I|: random columns only. */
  logDeterminant: number;
  /** −½ of the derivative of deviance and penalty by every coefficient. */
  gradient: Coefficients;
  odds: Odds;
};

/**
 * Holds fixed effects that no data hold (separated together, though none is alone) where they are finite: a prior of
 * SD 3,000 log odds. It moves an effect that a single ticket holds by less than its 1e-6th part.
 */
const HOLD = 1e-7;
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
  let step = lookAt(design, theta, scale, from);
  for (let steps = 0; step && steps < MOST_STEPS; steps++) {
    const system = assemble(design, theta, scale, step);
    if (!system) return undefined;
    const { at, value } = step;
    const move = solveWith(design, system, system.gradient, hold);
    const decrement = slopeOf(system, move, hold ? design.randomWidth : design.width);
    if (decrement <= 1e-17 * (1 + Math.abs(value))) return asMode(design, theta, step, system);
    const stepTo = (share: number) => lookAt(design, theta, scale, moved(at, move, share));
    // So near that the whole step is right, and the gain would drown in rounding.
    const near = decrement <= 1e-9 * (1 + Math.abs(value));
    const next = near ? stepTo(1) : descend(stepTo, value);
    if (!next) return asMode(design, theta, step, system);
    step = next;
  }
  return undefined;
}

/** A place on the way, with deviance + penalty there. */
type Step = { at: Coefficients; penalty: number; hold: number; value: number; weighed: Weighed };

function descend(stepTo: (share: number) => Step | undefined, value: number): Step | undefined {
  for (let halving = 0, share = 1; halving < MOST_HALVINGS; halving++, share /= 2) {
    const step = stepTo(share);
    if (step && step.value < value) return step;
  }
  return undefined;
}

const moved = (from: Coefficients, move: Coefficients, share: number): Coefficients => ({
  eliminated: from.eliminated.map((u, c) => u + share * move.eliminated[c]!),
  border: from.border.map((u, j) => u + share * move.border[j]!),
});

function lookAt(
  design: BinomialDesign,
  theta: readonly number[],
  scale: Float64Array,
  at: Coefficients,
): Step | undefined {
  const own = theta[design.eliminated]!;
  const weighed = weighCells(design, {
    eliminated: at.eliminated.map((u) => own * u),
    border: at.border.map((u, j) => scale[j]! * u),
  });
  if (!weighed) return undefined;
  let penalty = 0;
  for (const u of at.eliminated) penalty += u * u;
  for (let j = 0; j < design.randomWidth; j++) penalty += at.border[j]! ** 2;
  let hold = 0;
  for (let j = design.randomWidth; j < design.width; j++) hold += HOLD * at.border[j]! ** 2;
  penalty += hold;
  return { at, penalty, hold, value: weighed.deviance + penalty, weighed };
}

type System = ModeEquations & Pick<Mode, 'gradient'>;

function assemble(
  design: BinomialDesign,
  theta: readonly number[],
  scale: Float64Array,
  { at, weighed }: Step,
): System | undefined {
  const { width, randomWidth, failures } = design;
  const own = theta[design.eliminated]!;
  const { products, expected } = addPatterns(design, weighed);
  for (let j = 0; j < width; j++) {
    for (let k = 0; k <= j; k++) products[j * width + k]! *= scale[j]! * scale[k]!;
    products[j * width + j]! += j < randomWidth ? 1 : HOLD;
  }
  const diagonal = weighed.weight.eliminated.map((w) => own * own * w + 1);
  const cross = scaleCross(design, weighed.cross, own, scale);
  eliminate(design, products, cross, diagonal);
  const factor = cholesky(products, width);
  if (!factor) return undefined;
  const gradient = {
    eliminated: at.eliminated.map((u, c) => own * (weighed.failures.eliminated[c]! - failures.eliminated[c]!) - u),
    border: at.border.map(
      (u, j) => scale[j]! * (expected[j]! - failures.border[j]!) - (j < randomWidth ? u : HOLD * u),
    ),
  };
  return { gradient, diagonal, cross, factor };
}

/** Weighted products of the border columns (lower triangle), and the failures to be expected in each. */
function addPatterns({ width, randomWidth, parts, randomParts, cells }: BinomialDesign, { weight, failures }: Weighed) {
  const products = new Float64Array(width * width);
  const expected = new Float64Array(width);
  const used = new Int32Array(parts + 1);
  for (let one = 0; one < cells.patterns; one++) {
    const w = weight.pattern[one]!;
    let n = 0;
    for (let p = 0; p <= parts; p++) {
      // The intercept stands between the random columns and the other fixed ones.
      const column = p === randomParts ? randomWidth : cells.columns[one * parts + (p < randomParts ? p : p - 1)]!;
      if (column === width) continue;
      used[n++] = column;
      expected[column]! += failures.pattern[one]!;
      for (let q = 0; q < n; q++) products[column * width + used[q]!]! += w;
    }
  }
  return { products, expected };
}

function scaleCross(
  { start, at, width }: BinomialDesign,
  cross: Float64Array,
  own: number,
  scale: Float64Array,
): Float64Array {
  const scaled = new Float64Array(cross.length);
  for (let c = 0; c + 1 < start.length; c++)
    for (let i = start[c]!; i < start[c + 1]!; i++) {
      const place = c * width + at[i]!;
      scaled[place] = own * scale[at[i]!]! * cross[place]!;
    }
  return scaled;
}

/** S = D − Bᵀa⁻¹B, in place. */
function eliminate(
  { start, at, width }: BinomialDesign,
  products: Float64Array,
  cross: Float64Array,
  diagonal: Float64Array,
): void {
  const own = new Float64Array(width);
  for (let c = 0; c < diagonal.length; c++) {
    const from = start[c]!;
    const count = start[c + 1]! - from;
    for (let i = 0; i < count; i++) own[i] = cross[c * width + at[from + i]!]!;
    for (let i = 0; i < count; i++) {
      const share = own[i]! / diagonal[c]!;
      const into = at[from + i]! * width;
      for (let j = 0; j <= i; j++) products[into + at[from + j]!]! -= share * own[j]!;
    }
  }
}

/** Twice the gain that a quadratic expects of a step: gradient times step. */
function slopeOf({ gradient }: System, move: Coefficients, width: number): number {
  let sum = 0;
  gradient.eliminated.forEach((g, c) => {
    sum += g * move.eliminated[c]!;
  });
  for (let j = 0; j < width; j++) sum += gradient.border[j]! * move.border[j]!;
  return sum;
}

function asMode(
  design: BinomialDesign,
  theta: readonly number[],
  { at, penalty, hold, weighed }: Step,
  system: System,
): Mode {
  const { width, randomWidth } = design;
  let logDet = logDeterminant(leadingBlock(system.factor, width, randomWidth), randomWidth);
  for (const a of system.diagonal) logDet += Math.log(a);
  const { deviance, odds } = weighed;
  return { theta, at, deviance, penalty, hold, odds, logDeterminant: logDet, ...system };
}
