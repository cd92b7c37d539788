import type { Estimate } from '../records/verdicts/types.ts';
import { normalCdf } from '../science/normal.ts';
import type { SideView } from './joint-strength.ts';
import type { Contender } from './seat-case.ts';
import { estimateOf } from './strength.ts';

/** Weighted strength of one person: technical weight on one side, the rest on the other. */
export function weightedStrength(one: Contender, view: SideView, technicalWeight: number): Estimate {
  const { technical: t, people: p } = one.axes;
  const w = technicalWeight;
  const variance =
    w * w * view.covariance(t, t) + (1 - w) ** 2 * view.covariance(p, p) + 2 * w * (1 - w) * view.covariance(t, p);
  return estimateOf(w * view.mean(t) + (1 - w) * view.mean(p), variance);
}

/** How much stronger one is expected to be than another, and the chance that they are, from the joint normal posterior. */
export function compareWeighted(
  one: Contender,
  other: Contender,
  view: SideView,
  technicalWeight: number,
): { difference: number; chance: number } {
  const axes = [one.axes.technical, one.axes.people, other.axes.technical, other.axes.people];
  const weights = [technicalWeight, 1 - technicalWeight, -technicalWeight, technicalWeight - 1];
  let difference = 0;
  let variance = 0;
  for (let i = 0; i < 4; i++) {
    difference += weights[i]! * view.mean(axes[i]!);
    for (let j = 0; j < 4; j++) variance += weights[i]! * weights[j]! * view.covariance(axes[i]!, axes[j]!);
  }
  if (variance < 1e-12) return { difference, chance: difference > 0 ? 1 : difference < 0 ? 0 : 0.5 };
  return { difference, chance: normalCdf(difference / Math.sqrt(variance)) };
}

/** The strongest together with everyone whom they aren't surely before. */
export function chooseLeaders(
  able: readonly Contender[],
  view: SideView,
  technicalWeight: number,
  sure: number,
): Contender[] {
  const best = able.reduce((top, one) => (compareWeighted(one, top, view, technicalWeight).difference > 0 ? one : top));
  return able.filter((one) => one === best || compareWeighted(best, one, view, technicalWeight).chance < sure);
}
