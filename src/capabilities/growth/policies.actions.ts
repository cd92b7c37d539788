import { POLICIES } from '../../model/growth/policies.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { Policies } from './contract.ts';
import { askFor, readPlanning, scenarioOf } from './planning.actions.ts';
import { POLICY_WORDS, sayPolicies } from './policy-words.ts';
import type { GrowthRuns } from './runs.actions.ts';

/** So many futures tell policies apart: they share their luck. */
const RUNS = 1000;

/** What can be done when a lead is due, side by side under the same luck. */
export async function setPoliciesSideBySide(
  ctx: FirmContext,
  { scenarioId }: { scenarioId?: number | undefined },
  runs: GrowthRuns,
): Promise<Policies> {
  const planning = await readPlanning(ctx);
  const asked = await askFor(ctx, planning, scenarioOf(planning, scenarioId));
  const found = await Promise.all(POLICIES.map((policy) => runs.count({ ...asked, policy }, RUNS)));
  const policies = found.map(({ outcome }) => ({ ...outcome, ...POLICY_WORDS[outcome.policy] }));
  return { runs: RUNS, months: asked.input.plan.months, policies, sentence: sayPolicies(policies) };
}
