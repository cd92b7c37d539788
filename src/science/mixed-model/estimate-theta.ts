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

/**
 * The θ with the least REML criterion, and the equations solved there. A θ is exactly 0 where the criterion is at least
 * as good at 0 as anywhere the search went. Undefined where nothing can be solved, or where the random factors explain
 * everything, so that θ has no bound.
 */
export function estimateTheta(design: Design, start: readonly (number | undefined)[] = []): Solution | undefined {
  const given = design.random.map((_, k) => {
    const theta = start[k];
    return theta !== undefined && theta > 1e-3 && theta < 1e3 ? theta : FIRST_THETA;
  });
  let best = descend(design, design.n <= FEW ? lookAround(design, given) : given);
  if (!best) return undefined;
  best = dropToZero(design, best);
  for (let k = 0; k < best.theta.length; k++) {
    if (best.theta[k] !== 0) continue;
    const better = lookAgain(design, best, k);
    if (better) best = dropToZero(design, better);
  }
  return best.theta.some((theta) => theta > 1e4) ? undefined : best;
}

function lookAround(design: Design, given: readonly number[]): readonly number[] {
  const places = given.reduce<number[][]>(
    (before, _) => before.flatMap((theta) => FIRST_LOOKS.map((look) => [...theta, look])),
    [[]],
  );
  return bestOf(design, [given, ...places])?.theta ?? given;
}

function bestOf(design: Design, places: readonly (readonly number[])[]): Solution | undefined {
  let best: Solution | undefined;
  for (const theta of places) {
    const there = solveEquations(design, theta);
    if (there && !(best && best.criterion <= there.criterion)) best = there;
  }
  return best;
}

/** Minimises over the log of every θ that isn't 0; those that are 0 stay there. */
function descend(design: Design, from: readonly number[]): Solution | undefined {
  const active = from.flatMap((theta, k) => (theta > 0 ? [k] : []));
  type Step = Point & { solution: Solution };
  const evaluate = (x: readonly number[]): Step | undefined => {
    const theta = Array.from(from);
    active.forEach((k, i) => {
      theta[k] = Math.exp(x[i]!);
    });
    if (theta.some((value) => value > 1e6)) return undefined;
    const solution = solveEquations(design, theta);
    if (!solution) return undefined;
    return { x, value: solution.criterion, gradient: active.map((k) => solution.gradient[k]!), solution };
  };
  const start = evaluate(active.map((k) => Math.log(from[k]!)));
  if (!start) return undefined;
  // With many observations the criterion of a factor is q(2 log θ + s²/θ²), whose curvature by log θ is 4q at its minimum.
  const curvature = active.map((k) => 4 * design.random[k]!.factor.ids.length);
  // This leaves log θ within about 1e-9.
  return minimise(evaluate, start, curvature, 1e-9 * (10 + Math.max(0, ...curvature) / 4)).solution;
}

/** Sets a θ to 0 wherever that costs nothing, the smallest first. */
function dropToZero(design: Design, found: Solution): Solution {
  let best = found;
  const bySize = found.theta.map((_, k) => k).sort((a, b) => found.theta[a]! - found.theta[b]!);
  for (const k of bySize) {
    if (best.theta[k] === 0) continue;
    const without = solveEquations(
      design,
      best.theta.map((theta, i) => (i === k ? 0 : theta)),
    );
    if (!without || without.criterion > best.criterion + roundingOf(best)) continue;
    best = descend(design, without.theta) ?? without;
  }
  return best;
}

/** A valley away from 0 would be hidden behind a slope, or be shallow: looks for one along this θ. */
function lookAgain(design: Design, best: Solution, k: number): Solution | undefined {
  const places = SECOND_LOOKS.map((look) => best.theta.map((old, i) => (i === k ? look : old)));
  const there = bestOf(design, places);
  return there && there.criterion < best.criterion - roundingOf(best) ? descend(design, there.theta) : undefined;
}

/** Rounding of the criterion: a sum of about n terms of size 1. */
function roundingOf({ criterion }: Solution): number {
  return 1e-8 + 1e-12 * Math.abs(criterion);
}
