import type { Policy } from '../../records/growth/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { meansOf, quantileOf } from './fans.ts';
import type { Runs } from './runs.ts';

/** What a policy brings over the whole plan, to be set beside the others. Nobody's worth is in it, only months and money. */
export type Outcome = {
  policy: Policy;
  /** Months, summed over seats, in which a lead was due and none who clears the bars was there; mean. */
  monthsWithoutReadyLead: number;
  /** Share of leads who clear the bars, in the plan's last month; null: there are no leads. */
  readyAtEnd: number | null;
  /** Technician-months needed beyond those available: 10, 50 and 90 of 100 futures don't exceed these. */
  short: { low: number; middle: number; high: number };
  /** People who left, and people promoted; means. */
  leavers: number;
  promoted: number;
  /** What the seats left behind cost: technician-months of search and of settling in, and in money; means. */
  leftBehind: { technicianMonths: number; money: number };
};

/** Sums up the runs of a policy. */
export function outcomeOf(policy: Policy, runs: Runs, playbook: Playbook): Outcome {
  const count = runs.to - runs.from;
  const short = runs.short.toSorted();
  const last = runs.months - 1;
  const leads = meansOf(runs, 'leads')[last]!;
  const technicianMonths = mean(runs.leftBehind);
  return {
    policy,
    monthsWithoutReadyLead: meansOf(runs, 'months-short-of-lead').reduce((sum, one) => sum + one, 0),
    readyAtEnd: leads > 0 ? meansOf(runs, 'leads-ready')[last]! / leads : null,
    short: { low: quantileOf(short, 0.1), middle: quantileOf(short, 0.5), high: quantileOf(short, 0.9) },
    leavers: meansOf(runs, 'departures')[last]!,
    promoted: runs.promoted.reduce((sum, one) => sum + one, 0) / count,
    leftBehind: { technicianMonths, money: technicianMonths * playbook['growth.cost.technician'] },
  };
}

const mean = (values: Float32Array) => values.reduce((sum, one) => sum + one, 0) / values.length;
