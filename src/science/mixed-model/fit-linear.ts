import { assert } from '../../base/assert.ts';
import type { CrossProducts } from './cross-products.ts';
import { type Design, setUpDesign } from './design.ts';
import {
  type FixedEffect,
  jointCovariance,
  listFixedEffects,
  listRandomEffects,
  type RandomEffects,
} from './effects.ts';
import { estimateTheta } from './estimate-theta.ts';

/** Which factors of the sums enter, by name. */
export type LinearSpec = {
  /** Treatment-coded, first level reference; an intercept is always in. */
  fixed: readonly string[];
  /** One to four. */
  random: readonly string[];
  /** The random factor whose levels are compared with each other: without it there is nothing to fit. */
  compare: string;
};

export type LinearOptions = {
  /** θ of an earlier fit by factor name, where the search begins. Changes the time, not the result. */
  start?: Readonly<Record<string, number>>;
};

/** A part of the specification that the data can't carry, left out of the fit. */
export type LeftOut = {
  /** A random factor, or a column as named in FixedEffect. */
  name: string;
  /** aliased: other columns say the same. one-level: nothing to tell apart. one-observation-each: level = observation. */
  reason: 'aliased' | 'one-level' | 'one-observation-each';
};

export type LinearFit = {
  status: 'fitted';
  /** Observations. */
  n: number;
  /** Residual standard deviation, in units of y. */
  sigma: number;
  /** Restricted log-likelihood at its maximum, on lme4's scale. */
  remlLogLik: number;
  fixed: FixedEffect[];
  /** In the order of the specification, without those left out. */
  random: RandomEffects[];
  compared: RandomEffects & {
    /** Joint prediction error covariance of its levels, row-major ids.length², in units of y². */
    covariance: Float64Array;
  };
  leftOut: LeftOut[];
};

/**
 * Why there is no fit. too-few-levels: levels of the compared factor. too-few-observations and one-observation-each:
 * observations. no-variation: different values of y (1 of 2). nothing-unexplained: the factors explain y wholly, so there
 * is no noise to measure differences by; have 0 and need 1 residual degree of freedom that is not empty.
 */
export type LinearShortage = {
  status: 'not-enough-evidence';
  reason: 'too-few-levels' | 'too-few-observations' | 'one-observation-each' | 'no-variation' | 'nothing-unexplained';
  /** What there is, and the least that is needed, in the unit of the reason. */
  have: number;
  need: number;
};

/** Most random factors: beyond, the search over θ is neither tested nor quick. */
const MOST_RANDOM = 4;

/**
 * A linear mixed model with crossed random intercepts, fitted by REML from pairwise cross-products; agrees with lme4's
 * `lmer`. Its time depends on the numbers of levels, not on the number of observations.
 * Source: Bates, Mächler, Bolker & Walker 2015, JSS 67(1); Henderson 1975 for prediction errors.
 */
export function fitLinear(
  sums: CrossProducts,
  spec: LinearSpec,
  options: LinearOptions = {},
): LinearFit | LinearShortage {
  assert(spec.random.includes(spec.compare), `${spec.compare} is compared but not random`);
  assert(spec.random.length <= MOST_RANDOM, `more than ${MOST_RANDOM} random factors`);
  const compared = sums.factors[positionOf(sums, spec.compare)]!;
  if (compared.ids.length < 2) return shortage('too-few-levels', compared.ids.length, 2);
  if (compared.ids.length >= sums.n) return shortage('one-observation-each', sums.n, compared.ids.length + 1);
  const { random, leftOut } = chooseRandom(sums, spec.random);
  const fixed = spec.fixed.map((name) => positionOf(sums, name));
  const design = setUpDesign(sums, fixed, random);
  const need = design.fixed.length + random.length + 1;
  if (sums.n < need) return shortage('too-few-observations', sums.n, need);
  // All y alike, up to the rounding of their sums.
  if (design.yy <= 1e-13 * Math.max(sums.sumYY, Number.MIN_VALUE)) return shortage('no-variation', 1, 2);
  const names = design.random.map(({ factor }) => factor.name);
  const solution = estimateTheta(
    design,
    names.map((name) => options.start?.[name]),
  );
  if (!solution) return shortage('nothing-unexplained', 0, 1);
  const sigma = Math.sqrt(solution.r2 / (sums.n - design.fixed.length));
  const effects = listRandomEffects(design, solution, sigma);
  const k = names.indexOf(spec.compare);
  return {
    status: 'fitted',
    n: sums.n,
    sigma,
    remlLogLik: -solution.criterion / 2,
    fixed: listFixedEffects(design, solution, sigma),
    random: effects,
    compared: { ...effects[k]!, covariance: jointCovariance(design, solution, sigma, k) },
    leftOut: [...leftOut, ...listAliased(design)],
  };
}

function positionOf(sums: CrossProducts, name: string): number {
  const position = sums.factors.findIndex((factor) => factor.name === name);
  assert(position >= 0, `the sums have no factor ${name}`);
  return position;
}

function shortage(reason: LinearShortage['reason'], have: number, need: number): LinearShortage {
  return { status: 'not-enough-evidence', reason, have, need };
}

/** lme4 refuses random factors with one level or a level for every observation; here they are left out and said so. */
function chooseRandom(sums: CrossProducts, names: readonly string[]): { random: number[]; leftOut: LeftOut[] } {
  const random: number[] = [];
  const leftOut: LeftOut[] = [];
  for (const name of names) {
    const position = positionOf(sums, name);
    const levels = sums.factors[position]!.ids.length;
    if (levels < 2) leftOut.push({ name, reason: 'one-level' });
    else if (levels >= sums.n) leftOut.push({ name, reason: 'one-observation-each' });
    else random.push(position);
  }
  return { random, leftOut };
}

function listAliased(design: Design): LeftOut[] {
  return design.aliased.map((name) => ({ name, reason: 'aliased' }));
}
