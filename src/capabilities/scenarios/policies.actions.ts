import { askFor, type CountAhead, planningOf, scenarioOf } from '../../model/growth/planning.ts';
import { POLICIES } from '../../model/growth/policies.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readPlanning } from '../../records/growth/planning.store.ts';
import { readPlanRows } from '../../records/growth/store.ts';
import type { Policies } from './contract.ts';
import { POLICY_WORDS, sayPolicies } from './policy-words.ts';

/** So many futures tell policies apart: they share their luck. */
const RUNS = 1000;

/** What can be done when a lead is due, side by side under the same luck. */
export async function setPoliciesSideBySide(
  ctx: FirmContext,
  { scenarioId }: { scenarioId?: number | undefined },
  count: CountAhead,
): Promise<Policies> {
  const planning = planningOf(await readPlanning(ctx), ctx);
  const scenario = scenarioOf(planning, scenarioId);
  const asked = askFor(planning, scenario, await readPlanRows(ctx.db, scenario.scenarioId));
  const found = await Promise.all(POLICIES.map((policy) => count({ ...asked, policy }, RUNS)));
  const policies = found.map(({ outcome }) => ({ ...outcome, ...POLICY_WORDS[outcome.policy] }));
  return { runs: RUNS, months: asked.input.plan.months, policies, sentence: sayPolicies(policies) };
}
