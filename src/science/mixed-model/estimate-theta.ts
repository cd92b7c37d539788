import type { Design } from './design.ts';
import { minimise, type Point } from './minimise.ts';
import { type Solution, solveEquations } from './solve-equations.ts';

/** Where the search begins without a start. */
const FIRST_THETA = 0.3;
/** With few observations the criterion may have several valleys: begins in the best of these, for each factor. */
const FEW = 2000;
const FIRST_LOOKS = [0.1, 0.5, 4];
/** Looks again from where a θ was found to be 0; a minimum below the smallest can't be told from 0. */
const SECOND_LOOKS = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 4];

/** A model solved for one θ: its criterion (−2 log-likelihood of some kind) and the derivative by every log θ. */
export type Solved = { theta: readonly number[]; criterion: number; gradient: ArrayLike<number> };

/** A model whose θ are sought. */
export type ThetaProblem<S extends Solved> = {
  /** Undefined where the model can't be solved. */
  solve(theta: readonly number[]): S | undefined;
  /** How many levels each random factor has. */
  levels: readonly number[];
  /** Observations. */
  n: number;
  /** How far from the minimum log θ may stay; rounding of the derivatives sets a bound to what can be asked. */
  precision: number;
};

/** The θ with the least REML criterion of a linear model. */
export function estimateTheta(design: Design, start: readonly (number | undefined)[] = []): Solution | undefined {
  const levels = design.random.map(({ factor }) => factor.ids.length);
  return searchTheta({ solve: (theta) => solveEquations(design, theta), levels, n: design.n, precision: 1e-9 }, start);
}

/**
 * The θ with the least criterion, and the model solved there. A θ is exactly 0 where the criterion is at least as good at 0
 * as anywhere the search went. Undefined where nothing can be solved, or where the random factors explain everything, so
 * that θ has no bound.
 */
export function searchTheta<S extends Solved>(
  problem: ThetaProblem<S>,
  start: readonly (number | undefined)[] = [],
): S | undefined {
  const given = problem.levels.map((_, k) => {
    const theta = start[k];
    return theta !== undefined && theta > 1e-3 && theta < 1e3 ? theta : FIRST_THETA;
  });
  const first = descend(problem, problem.n <= FEW ? lookAround(problem, given) : given);
  if (!first) return undefined;
  let best: S = dropToZero(problem, first);
  for (let k = 0; k < best.theta.length; k++) {
    if (best.theta[k] !== 0) continue;
    const better: S | undefined = lookAgain(problem, best, k);
    if (better) best = dropToZero(problem, better);
  }
  return best.theta.some((theta) => theta > 1e4) ? undefined : best;
}

function lookAround<S extends Solved>(problem: ThetaProblem<S>, given: readonly number[]): readonly number[] {
  const places = given.reduce<number[][]>(
    (before, _) => before.flatMap((theta) => FIRST_LOOKS.map((look) => [...theta, look])),
    [[]],
  );
  return bestOf(problem, [given, ...places])?.theta ?? given;
}

function bestOf<S extends Solved>(problem: ThetaProblem<S>, places: readonly (readonly number[])[]): S | undefined {
  let best: S | undefined;
  for (const theta of places) {
    const there = problem.solve(theta);
    if (there && !(best && best.criterion <= there.criterion)) best = there;
  }
  return best;
}

/** Minimises over the log of every θ that isn't 0; those that are 0 stay there. */
function descend<S extends Solved>(problem: ThetaProblem<S>, from: readonly number[]): S | undefined {
  const active = from.flatMap((theta, k) => (theta > 0 ? [k] : []));
  type Step = Point & { solution: S };
  const evaluate = (x: readonly number[]): Step | undefined => {
    const theta = Array.from(from);
    active.forEach((k, i) => {
      theta[k] = Math.exp(x[i]!);
    });
    if (theta.some((value) => value > 1e6)) return undefined;
    const solution = problem.solve(theta);
    if (!solution) return undefined;
    return { x, value: solution.criterion, gradient: active.map((k) => solution.gradient[k]!), solution };
  };
  const start = evaluate(active.map((k) => Math.log(from[k]!)));
  if (!start) return undefined;
  // With many observations the criterion of a factor is q(2 log θ + s²/θ²), whose curvature by log θ is 4q at its minimum.
  const curvature = active.map((k) => 4 * problem.levels[k]!);
  const tolerance = problem.precision * (10 + Math.max(0, ...curvature) / 4);
  return minimise(evaluate, start, curvature, tolerance).solution;
}

/** Sets a θ to 0 wherever that costs nothing, the smallest first. */
function dropToZero<S extends Solved>(problem: ThetaProblem<S>, found: S): S {
  let best = found;
  const bySize = found.theta.map((_, k) => k).sort((a, b) => found.theta[a]! - found.theta[b]!);
  for (const k of bySize) {
    if (best.theta[k] === 0) continue;
    const without = problem.solve(best.theta.map((theta, i) => (i === k ? 0 : theta)));
    if (!without || without.criterion > best.criterion + roundingOf(best)) continue;
    best = descend(problem, without.theta) ?? without;
  }
  return best;
}

/** A valley away from 0 would be hidden behind a slope, or be shallow: looks for one along this θ. */
function lookAgain<S extends Solved>(problem: ThetaProblem<S>, best: S, k: number): S | undefined {
  const places = SECOND_LOOKS.map((look) => best.theta.map((old, i) => (i === k ? look : old)));
  const there = bestOf(problem, places);
  return there && there.criterion < best.criterion - roundingOf(best) ? descend(problem, there.theta) : undefined;
}

/** Rounding of the criterion: a sum of about n terms of size 1. */
function roundingOf({ criterion }: Solved): number {
  return 1e-8 + 1e-12 * Math.abs(criterion);
}
