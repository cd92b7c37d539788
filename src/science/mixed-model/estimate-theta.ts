import type { Design } from './design.ts';
import { minimise, type Point } from './minimise.ts';
import { type Solution, solveEquations } from './solve-equations.ts';

/** Where the search begins without a start, and looks again from where a θ was found to be 0. */
const FIRST_THETA = 0.3;
const SECOND_LOOKS = [0.02, 0.1, 0.5, 2];

/**
 * The θ with the least REML criterion, and the equations solved there. A θ is exactly 0 where the criterion is at least
 * as good at 0 as anywhere the search went. Undefined where nothing can be solved, or where the random factors explain
 * everything, so that θ has no bound.
 */
export function estimateTheta(design: Design, start: readonly (number | undefined)[] = []): Solution | undefined {
  const first = design.random.map((_, k) => {
    const given = start[k];
    return given !== undefined && given > 1e-3 && given < 1e3 ? given : FIRST_THETA;
  });
  let best = descend(design, first);
  if (!best) return undefined;
  best = dropToZero(design, best);
  for (let k = 0; k < best.theta.length; k++) {
    if (best.theta[k] !== 0) continue;
    const better = lookAgain(design, best, k);
    if (better) best = dropToZero(design, better);
  }
  return best.theta.some((theta) => theta > 1e4) ? undefined : best;
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
  // The curvature by log θ is of the order of the number of levels, so this leaves log θ within about 1e-9.
  const levels = design.random.reduce((sum, { factor }) => sum + factor.ids.length, 0);
  return minimise(evaluate, start, 1e-9 * (levels + 10)).solution;
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
    // Rounding of the criterion: a sum of about n terms of size 1.
    if (!without || without.criterion > best.criterion + 1e-8 + 1e-12 * Math.abs(best.criterion)) continue;
    best = descend(design, without.theta) ?? without;
  }
  return best;
}

/** A second valley away from 0 would be hidden behind a slope: looks for one from a few values of this θ. */
function lookAgain(design: Design, best: Solution, k: number): Solution | undefined {
  for (const value of SECOND_LOOKS) {
    const theta = best.theta.map((old, i) => (i === k ? value : old));
    const there = solveEquations(design, theta);
    if (there && there.criterion < best.criterion - 1e-6) return descend(design, theta);
  }
  return undefined;
}
