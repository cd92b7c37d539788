import { assert } from '../../base/assert.ts';
import type { Random } from '../../base/random.ts';
import { cholesky, invert, solve, solveUpper } from '../linear-algebra/cholesky.ts';
import { type Blocks, type EffectFactor, gatherBlocks, layOut } from './effect-blocks.ts';
import { momentsAbove } from './truncated-normal.ts';

/** Observations with normal noise of a known SD; of some only a lower bound is seen. */
export type CensoredData = {
  y: Float64Array;
  /** 1: y is only a lower bound. */
  censored: Uint8Array;
  /** Noise SD, above 0. */
  sigma: number;
  factors: readonly EffectFactor[];
};

export type CensoredEffects = {
  /** Posterior mode of each level by factor; the exact mean where nothing is censored. */
  mean: Float64Array[];
  /** Posterior variance of each level by factor. */
  variance: Float64Array[];
  /** Variance between levels by factor as learned, without what is known beside it. */
  between: number[];
  /** Sum of its effects for each observation. */
  fitted: Float64Array;
  /** One joint draw of all levels by factor. */
  draw(random: Random): Float64Array[];
};

const MOST_ROUNDS = 200;
/** A learned variance stands when a round changes it by less than this share, an effect when by less than this many σ. */
const VARIANCE_SETTLED = 1e-4;
const EFFECT_SETTLED = 1e-10;

/**
 * Crossed random effects under a normal outcome with right-censored observations: a log-normal survival model with
 * crossed frailties, when y is the log of a time. Given the variances the posterior is exactly normal without censoring;
 * a censored observation enters by the mean and the variance of the normal cut off below its bound, in rounds, which ends
 * at the posterior mode with the observed information as precision (Laplace). Variances between levels are learned by EM,
 * with the guess as so many further levels.
 * Sources: Aitkin 1981, Technometrics 23, 161–163 (EM for censored normal data); Louis 1982, JRSS B 44, 226–233 (the
 * information is 1 − variance of the cut-off normal / σ²); Dempster, Rubin & Tsutakawa 1981, JASA 76, 341–353 (variances).
 */
export function estimateCensoredEffects(data: CensoredData): CensoredEffects {
  assert(data.sigma > 0 && data.factors.every(({ variance }) => variance > 0), 'a variance is not above 0');
  const layout = layOut(data.factors);
  const between = data.factors.map(({ variance }) => variance);
  let effects: Float64Array = new Float64Array(layout.total);
  let state = solveRound(data, between, effects);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    effects = state.effects;
    const moved = learn(data, between, state);
    state = solveRound(data, between, effects);
    if (moved < VARIANCE_SETTLED) break;
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const change = state.effects.reduce((most, value, i) => Math.max(most, Math.abs(value - effects[i]!)), 0);
    effects = state.effects;
    state = solveRound(data, between, effects);
    if (change < EFFECT_SETTLED * data.sigma) break;
  }
  const { blocks } = state;
  return {
    mean: layout.split(state.effects),
    variance: layout.split(variancesOf(blocks, data.sigma)),
    between,
    fitted: layout.fitted(state.effects),
    draw: (random) => layout.split(drawEffects(blocks, state.effects, data.sigma, random)),
  };
}

type Round = { effects: Float64Array; blocks: Solved };
type Solved = Blocks & { lower: Float64Array };

/** One Newton step from these effects, the cut-off moments taken there. */
function solveRound(data: CensoredData, between: readonly number[], effects: Float64Array): Round {
  const { y, censored, sigma } = data;
  const layout = layOut(data.factors);
  const fitted = layout.fitted(effects);
  const weight = new Float64Array(y.length).fill(1);
  const aim = Float64Array.from(y);
  for (let t = 0; t < y.length; t++) {
    if (!censored[t]) continue;
    const { mean, variance } = momentsAbove(fitted[t]!, sigma, y[t]!);
    weight[t] = 1 - variance / sigma ** 2;
    aim[t] = weight[t]! * fitted[t]! + (mean - fitted[t]!);
  }
  const precision = layout.precision(between, sigma);
  const blocks = gatherBlocks(data.factors, weight, aim, precision);
  const lower = cholesky(blocks.inner, blocks.size);
  assert(lower, 'the equations of the effects have no solution');
  return { effects: solveBlocks(blocks, lower), blocks: { ...blocks, lower } };
}

/** Solves [D B; Bᵀ S₀]·u = r, where S = S₀ − BᵀD⁻¹B is factored already. */
function solveBlocks({ outer, diagonal, cross, size, innerRight, outerRight }: Blocks, lower: Float64Array) {
  const inner = solve(lower, innerRight, size);
  const effects = new Float64Array(outer + size);
  effects.set(inner, outer);
  for (let i = 0; i < outer; i++) effects[i] = (outerRight[i]! - rowTimes(cross, i, size, inner)) / diagonal[i]!;
  return effects;
}

/** Replaces each variance by its expected value under the posterior; returns the largest share by which one changed. */
function learn(data: CensoredData, between: number[], { effects, blocks }: Round): number {
  const layout = layOut(data.factors);
  const variances = layout.split(variancesOf(blocks, data.sigma));
  const means = layout.split(effects);
  let moved = 0;
  data.factors.forEach(({ levels, variance, worth, known }, f) => {
    if (worth === Number.POSITIVE_INFINITY || levels === 0) return;
    const old = between[f]!;
    let sum = worth * variance;
    for (let j = 0; j < levels; j++) {
      // Of a level's whole effect this share is its own, the rest the error that was known beforehand.
      const own = old / (old + (known?.[j] ?? 0));
      sum += own ** 2 * (means[f]![j]! ** 2 + variances[f]![j]!) + old * (1 - own);
    }
    between[f] = sum / (worth + levels);
    moved = Math.max(moved, Math.abs(between[f]! / old - 1));
  });
  return moved;
}

function variancesOf({ outer, diagonal, cross, size, lower }: Solved, sigma: number): Float64Array {
  const inverse = invert(lower, size);
  const variances = new Float64Array(outer + size);
  for (let j = 0; j < size; j++) variances[outer + j] = sigma ** 2 * inverse[j * size + j]!;
  for (let i = 0; i < outer; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) {
      const value = cross[i * size + j]!;
      if (value === 0) continue;
      for (let k = 0; k < size; k++) sum += value * inverse[j * size + k]! * cross[i * size + k]!;
    }
    variances[i] = sigma ** 2 * (1 / diagonal[i]! + sum / diagonal[i]! ** 2);
  }
  return variances;
}

function drawEffects(
  { outer, diagonal, cross, size, lower }: Solved,
  mode: Float64Array,
  sigma: number,
  random: Random,
): Float64Array {
  const noise = Float64Array.from({ length: size }, () => sigma * random.normal());
  const inner = solveUpper(lower, noise, size);
  const effects = Float64Array.from(mode);
  for (let j = 0; j < size; j++) effects[outer + j]! += inner[j]!;
  for (let i = 0; i < outer; i++)
    effects[i]! += (sigma * random.normal()) / Math.sqrt(diagonal[i]!) - rowTimes(cross, i, size, inner) / diagonal[i]!;
  return effects;
}

function rowTimes(matrix: Float64Array, row: number, size: number, x: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < size; j++) sum += matrix[row * size + j]! * x[j]!;
  return sum;
}
