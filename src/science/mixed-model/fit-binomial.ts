import { assert } from '../../base/assert.ts';
import { solve } from '../linear-algebra/cholesky.ts';
import { type BinomialCells, filterCells } from './binomial-cells.ts';
import { differentiate } from './binomial-criterion.ts';
import { type BinomialDesign, setUpBinomial } from './binomial-design.ts';
import { listBinomialEffects, listBinomialFixed, predictionCovariance } from './binomial-effects.ts';
import type { FixedEffect, RandomEffects } from './effects.ts';
import { type Solved, searchTheta } from './estimate-theta.ts';
import type { LeftOut, LinearSpec } from './fit-linear.ts';
import { findMode, type Mode } from './penalised-mode.ts';
import type { Coefficients } from './weigh-cells.ts';

/**
 * joint: fixed effects and random ones at one mode, then θ by the Laplace criterion there: lme4's nAGQ = 0, fast and a
 * little biased. laplace: the exact maximum of the Laplace likelihood over θ and the fixed effects, as glmmTMB.
 */
export type BinomialMethod = 'joint' | 'laplace';

export type BinomialOptions = {
  method?: BinomialMethod;
  /** θ of an earlier fit by factor name, where the search begins. Changes the time, not the result. */
  start?: Readonly<Record<string, number>>;
};

export type BinomialFit = {
  status: 'fitted';
  /** Observations, and the cells they came to. */
  n: number;
  cells: number;
  logLik: number;
  fixed: FixedEffect[];
  /** Log odds; in the order of the specification, without those left out. */
  random: RandomEffects[];
  compared: RandomEffects & {
    /** Joint prediction error covariance of its levels, row-major ids.length², in squared log odds. */
    covariance: Float64Array;
  };
  /** A fixed level where all succeed or all fail has no finite effect; its cells say nothing about the others. */
  leftOut: (LeftOut | { name: string; reason: 'separated' })[];
};

/** Why there is no fit. no-variation: different outcomes (1 of 2); the others as in LinearShortage. */
export type BinomialShortage = {
  status: 'not-enough-evidence';
  reason: 'too-few-levels' | 'too-few-observations' | 'no-variation' | 'not-solvable';
  have: number;
  need: number;
};

/**
 * A binomial mixed model (logit) with crossed random intercepts, from cells. Agrees with lme4's `glmer(nAGQ = 0)` (joint)
 * and with glmmTMB (laplace). Its time depends on the number of different cells and of levels.
 * Source: Bates, Mächler, Bolker & Walker 2015, JSS 67(1); Brooks et al. 2017, R Journal 9(2) for the Laplace reference.
 */
export function fitBinomial(
  given: BinomialCells,
  spec: LinearSpec,
  options: BinomialOptions = {},
): BinomialFit | BinomialShortage {
  assert(spec.random.includes(spec.compare), `${spec.compare} is compared but not random`);
  const { cells, separated } = dropSeparated(given, spec.fixed);
  const compared = cells.factors.find((factor) => factor.name === spec.compare);
  assert(compared, `the cells have no factor ${spec.compare}`);
  if (compared.ids.length < 2) return shortage('too-few-levels', compared.ids.length, 2);
  const n = sum(cells.trials);
  const successes = sum(cells.successes);
  if (successes === 0 || successes === n) return shortage('no-variation', 1, 2);
  const random = spec.random.filter((name) => cells.factors.find((one) => one.name === name)!.ids.length >= 2);
  const design = setUpBinomial(cells, spec.fixed, random);
  const need = design.fixed.length + random.length + 1;
  if (n < need) return shortage('too-few-observations', n, need);
  const best = estimate(design, options);
  if (!best) return shortage('not-solvable', 0, 1);
  const effects = listBinomialEffects(design, best.mode);
  const k = random.indexOf(spec.compare);
  return {
    status: 'fitted',
    n,
    cells: cells.trials.length,
    logLik: (best.mode.hold - best.criterion) / 2,
    fixed: listBinomialFixed(design, best.mode),
    random: effects,
    compared: { ...effects[k]!, covariance: predictionCovariance(design, best.mode, k) },
    leftOut: [
      ...separated.map((name) => ({ name, reason: 'separated' as const })),
      ...spec.random.filter((name) => !random.includes(name)).map((name) => ({ name, reason: 'one-level' as const })),
      ...design.aliased.map((name) => ({ name, reason: 'aliased' as const })),
    ],
  };
}

const shortage = (reason: BinomialShortage['reason'], have: number, need: number): BinomialShortage => ({
  status: 'not-enough-evidence',
  reason,
  have,
  need,
});

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/**
 * Leaves out levels of fixed factors where everything succeeds or everything fails, until none is left. Their effect has
 * no finite estimate, and in the limit their observations weigh nothing, so the rest is fitted exactly as it would be.
 */
function dropSeparated(given: BinomialCells, fixed: readonly string[]): { cells: BinomialCells; separated: string[] } {
  let cells = given;
  const separated: string[] = [];
  for (let before = -1; before !== separated.length; ) {
    before = separated.length;
    for (const name of fixed) {
      const { ids, level } = cells.factors.find((factor) => factor.name === name)!;
      if (ids.length < 2) continue;
      const tried = new Float64Array(ids.length);
      const succeeded = new Float64Array(ids.length);
      level.forEach((at, cell) => {
        tried[at]! += cells.trials[cell]!;
        succeeded[at]! += cells.successes[cell]!;
      });
      const one = ids.map((_, at) => succeeded[at] === 0 || succeeded[at] === tried[at]);
      if (!one.includes(true) || !one.includes(false)) continue;
      separated.push(...ids.filter((_, at) => one[at]).map((id) => `${name}${id}`));
      cells = filterCells(cells, (cell) => !one[level[cell]!]!);
    }
  }
  return { cells, separated };
}

/** Of log θ. The modes end within 1e-17 of the criterion, which leaves its derivatives some 1e-6 of a curvature of 4 per level. */
const PRECISION = 1e-7;

type Place = Solved & { mode: Mode };

function estimate(design: BinomialDesign, { method = 'joint', start = {} }: BinomialOptions): Place | undefined {
  const joint = method === 'joint';
  // Every search goes on from the effects of the last point: near it, so that a step or two finds the next mode.
  let last: Coefficients = {
    eliminated: new Float64Array(design.random[design.eliminated]!.ids.length),
    border: new Float64Array(design.width),
  };
  const look = (theta: readonly number[]): Place | undefined => {
    const mode = joint ? findMode(design, theta, last, false) : profile(design, theta, last);
    if (!mode) return undefined;
    last = mode.at;
    const { value, gradient } = differentiate(design, mode, joint);
    return { theta, criterion: value, gradient, mode };
  };
  const levels = design.random.map(({ ids }) => ids.length);
  return searchTheta(
    { solve: look, levels, n: design.n, precision: PRECISION },
    design.random.map(({ name }) => start[name]),
  );
}

const MOST_NEWTON = 40;

/** For one θ, the fixed effects that maximise the Laplace likelihood, u at its mode: Newton, with the curvature of the joint mode. */
function profile(design: BinomialDesign, theta: readonly number[], from: Coefficients): Mode | undefined {
  const { randomWidth, width } = design;
  const size = width - randomWidth;
  let mode = findMode(design, theta, from, true);
  for (let step = 0; mode && step < MOST_NEWTON; step++) {
    const { value, fixedGradient } = differentiate(design, mode, false);
    const factor = trailingBlock(mode.factor, width, size);
    const move = solve(factor, fixedGradient, size);
    const gain = move.reduce((total, one, j) => total + one * fixedGradient[j]!, 0);
    if (gain < 1e-13 * (1 + Math.abs(value))) return mode;
    const next = descend(design, theta, mode, move, value);
    if (!next) return mode;
    mode = next;
  }
  return mode;
}

function descend(
  design: BinomialDesign,
  theta: readonly number[],
  from: Mode,
  move: Float64Array,
  value: number,
): Mode | undefined {
  // The criterion's curvature is about twice that of the equations.
  for (let share = 0.5; share > 1e-6; share /= 2) {
    const border = Float64Array.from(from.at.border);
    move.forEach((one, j) => {
      border[design.randomWidth + j]! -= share * one;
    });
    const mode = findMode(design, theta, { eliminated: from.at.eliminated, border }, true);
    if (mode && mode.deviance + mode.penalty + mode.logDeterminant < value) return mode;
  }
  return undefined;
}

/** The trailing size × size block of a Cholesky factor: the factor of what is left of the fixed columns after the random ones. */
function trailingBlock(factor: Float64Array, width: number, size: number): Float64Array {
  const block = new Float64Array(size * size);
  const from = width - size;
  for (let i = 0; i < size; i++)
    block.set(factor.subarray((from + i) * width + from, (from + i) * width + width), i * size);
  return block;
}
