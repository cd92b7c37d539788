import { monthsBetween } from '../../base/month.ts';
import type { Policy } from '../../records/growth/types.ts';
import { chancesOf } from './fans.ts';
import type { Forecast, ForecastInput } from './forecast.ts';
import { findMarkers } from './markers.ts';
import { simulateRuns } from './simulate.ts';

/** What can be done when a lead is due, in the order in which they are shown. */
export const POLICIES = ['grow-early', 'by-fit', 'top-closer', 'hire-outside'] as const satisfies readonly Policy[];

/** So many runs place the month from which on somebody has to grow. */
const FEW_RUNS = 300;

/**
 * The month of the plan, 1 the first, from which on the policy grow-early has somebody growing: when the next lead is due less what
 * it takes to be ready. After the plan's end where none is due. From a few runs, always the same ones.
 */
export function findGrowFrom({ firm, plan, playbook }: ForecastInput, forecast: Forecast): number {
  const runs = simulateRuns(forecast, 'by-fit', 0, 0, FEW_RUNS);
  const next = findMarkers(firm, plan, chancesOf(runs), playbook).find((one) => one.kind === 'next-lead');
  if (!next?.start) return plan.months + 1;
  return Math.max(1, 1 + monthsBetween(plan.first, next.start.month));
}
