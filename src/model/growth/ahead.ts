import type { Policy } from '../../records/growth/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { chancesOf, type Fans, fansOf, meansOf } from './fans.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type Runs, SUMS, type SumKind } from './runs.ts';

/** What runs brought, summed up by month: small enough to keep and to send. */
export type Ahead = {
  /** How many runs it rests on. */
  runs: number;
  fans: Fans;
  /** Means over the runs. */
  means: Record<SumKind, Float64Array>;
  /** Of each marker, in the order of `MARKERS`: the chance that it is due by a month. */
  chances: Float64Array[];
  outcome: Outcome;
};

/** Sums up the runs of a policy. */
export function sumUp(runs: Runs, policy: Policy, playbook: Playbook): Ahead {
  return {
    runs: runs.to - runs.from,
    fans: fansOf(runs),
    means: Object.fromEntries(SUMS.map((kind) => [kind, meansOf(runs, kind)])) as Ahead['means'],
    chances: chancesOf(runs),
    outcome: outcomeOf(policy, runs, playbook),
  };
}
