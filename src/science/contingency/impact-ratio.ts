import { normalQuantile } from '../normal.ts';
import type { TwoGroups } from './fisher.ts';

/** How the rate of a group compares with another's: their quotient and an interval; `high` may be ∞. */
export type ImpactRatio = { ratio: number; low: number; high: number };

/**
 * The quotient of two rates with Koopman's score interval (Koopman 1984, Biometrics 40:513), which also holds for few people
 * and for nobody or everybody chosen. `confidence` between 0 and 1. Undefined where the other group's rate is 0.
 */
export function impactRatio(groups: TwoGroups, confidence: number): ImpactRatio | undefined {
  const { chosen, size, otherChosen, otherSize } = groups;
  if (otherChosen === 0) return undefined;
  const ratio = chosen / size / (otherChosen / otherSize);
  const z = normalQuantile(1 - (1 - confidence) / 2);
  return {
    ratio,
    low: chosen === 0 ? 0 : crossing(groups, z, 0, ratio),
    high: crossing(groups, -z, ratio, upperStart(groups, ratio, z)),
  };
}

/** A ratio that is surely too high: the score falls as the ratio grows. */
function upperStart(groups: TwoGroups, ratio: number, z: number): number {
  let high = Math.max(1, 2 * ratio);
  while (score(groups, high) > -z) high *= 2;
  return high;
}

/** The ratio at which the score is `wanted`, between two that enclose it; by bisection. */
function crossing(groups: TwoGroups, wanted: number, from: number, to: number): number {
  let low = from;
  let high = to;
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (score(groups, middle) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How many standard errors the seen rates lie above what a true ratio would give, at the likeliest rates with that ratio. */
function score({ chosen, size, otherChosen, otherSize }: TwoGroups, ratio: number): number {
  const difference = chosen / size - (ratio * otherChosen) / otherSize;
  const a = (size + otherSize) * ratio;
  const b = ratio * (size + otherChosen) + chosen + otherSize;
  const c = chosen + otherChosen;
  // The smaller root, written so that nothing cancels.
  const other = Math.min(1, (2 * c) / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c))));
  const own = Math.min(1, ratio * other);
  const variance = (own * (1 - own)) / size + (ratio * ratio * other * (1 - other)) / otherSize;
  if (variance > 0) return difference / Math.sqrt(variance);
  return difference === 0 ? 0 : difference * Number.POSITIVE_INFINITY;
}
