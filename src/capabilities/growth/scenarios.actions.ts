import { Refusal } from '../../base/errors.ts';
import type { Day } from '../../base/time.ts';
import { planCsv } from '../../connectors/files/growth-plan.ts';
import { monthOf, parseMonth, sayMonth } from '../../model/growth/month.ts';
import { readPlan } from '../../model/growth/plan.ts';
import type { FirmContext } from '../../platform/context.ts';
import {
  deleteScenario,
  insertScenario,
  readPlanRows,
  saveGrowthFacts,
  savePlanRows,
  setMainScenario,
  updateScenario,
} from '../../records/growth/store.ts';
import type { KeptScenario, PlanRow } from '../../records/growth/types.ts';
import { findGrowth } from './actions.ts';
import { checkAssumptions, playbookOf } from './assumptions.ts';
import type { Growth } from './contract.ts';
import { type Changes, type Planning, readPlanning, scenarioOf } from './planning.actions.ts';
import type { GrowthRuns } from './runs.actions.ts';

/** A firm has only so many ways to go that anybody still compares. */
const MOST_SCENARIOS = 20;

type FactsInput = {
  founded: string | null;
  endpoints: number | null;
  coordinators: number | null;
  managers: number | null;
  left?: { leavers: number; years: number } | null | undefined;
};

/** Keeps what looking ahead starts from. */
export async function keepFacts(ctx: FirmContext, input: FactsInput, runs: GrowthRuns): Promise<Growth> {
  const { situation } = await readPlanning(ctx);
  const founded = input.founded === null ? null : parseMonth(input.founded);
  if (founded === undefined)
    throw new Refusal('bad-input', `“${input.founded}” is no month: write when the firm began like 2014-05.`, {
      field: 'founded',
    });
  const now = monthOf(situation.structure.day);
  if (founded !== null && founded > now)
    throw new Refusal('bad-input', `The firm can’t have begun in ${sayMonth(founded)}, which is still to come.`, {
      field: 'founded',
    });
  const day = founded === null ? null : (`${founded}-01` as Day);
  await saveGrowthFacts(ctx.db, { ...input, founded: day, left: input.left ?? null });
  return findGrowth(ctx, {}, runs);
}

/** Keeps the months of a plan, all of them or none. */
export async function keepPlan(
  ctx: FirmContext,
  { scenarioId, plan }: { scenarioId: number; plan: PlanRow[] },
  runs: GrowthRuns,
): Promise<Growth> {
  const planning = await readPlanning(ctx);
  const scenario = scenarioOf(planning, scenarioId);
  checkPlan(planning, scenario.assumptions, plan);
  await savePlanRows(ctx.db, scenarioId, plan);
  return findGrowth(ctx, { scenarioId }, runs);
}

/** Refuses months that can't be planned with; none at all is fine: then the work grows as the playbook says. */
export function checkPlan({ firm, situation }: Planning, own: Record<string, number>, plan: readonly PlanRow[]): void {
  if (plan.length > 0) readPlan(plan, firm.firstMonth, firm.now, playbookOf(situation.playbook, own));
}

/** The months of a plan as a table for a spreadsheet. */
export async function exportPlan(
  ctx: FirmContext,
  { scenarioId }: { scenarioId: number },
): Promise<{ fileName: string; text: string }> {
  const scenario = scenarioOf(await readPlanning(ctx), scenarioId);
  const name = scenario.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    fileName: `plan-${name.replace(/^-|-$/g, '') || scenarioId}.csv`,
    text: planCsv(await readPlanRows(ctx.db, scenarioId)),
  };
}

/** Keeps a copy of a scenario with what was changed. */
export async function keepCopy(
  ctx: FirmContext,
  { from, name, ...changes }: { from: number; name: string } & Changes,
  runs: GrowthRuns,
): Promise<Growth> {
  const planning = await readPlanning(ctx);
  const scenario = scenarioOf(planning, from, 'from');
  if (planning.scenarios.length >= MOST_SCENARIOS)
    throw new Refusal('conflict', `There are ${MOST_SCENARIOS} scenarios, the most a firm can keep: delete one first.`);
  refuseTaken(planning, name, null);
  const fields = fieldsOf(planning, scenario, { ...changes, name });
  const plan = changes.plan ?? (await readPlanRows(ctx.db, from));
  checkPlan(planning, fields.assumptions, plan);
  const scenarioId = await insertScenario(ctx.db, fields);
  await savePlanRows(ctx.db, scenarioId, plan);
  return findGrowth(ctx, { scenarioId }, runs);
}

/** Renames a scenario, changes what it rests on, or makes it the main one. */
export async function keepChange(
  ctx: FirmContext,
  {
    scenarioId,
    isMain,
    ...changes
  }: { scenarioId: number; name?: string | undefined; isMain?: true | undefined } & Omit<Changes, 'plan'>,
  runs: GrowthRuns,
): Promise<Growth> {
  const planning = await readPlanning(ctx);
  const scenario = scenarioOf(planning, scenarioId);
  if (changes.name !== undefined) refuseTaken(planning, changes.name, scenarioId);
  await updateScenario(ctx.db, scenarioId, fieldsOf(planning, scenario, changes));
  if (isMain) await setMainScenario(ctx.db, scenarioId);
  return findGrowth(ctx, { scenarioId }, runs);
}

/** Deletes a scenario that isn't the main one. */
export async function dropScenario(
  ctx: FirmContext,
  { scenarioId }: { scenarioId: number },
): Promise<{ scenarioId: number }> {
  const scenario = scenarioOf(await readPlanning(ctx), scenarioId);
  if (scenario.isMain)
    throw new Refusal('conflict', `“${scenario.name}” is the main scenario: make another one the main one first.`, {
      field: 'scenarioId',
    });
  await deleteScenario(ctx.db, scenarioId);
  return { scenarioId };
}

type Fields = Pick<KeptScenario, 'name' | 'policy' | 'phone' | 'assumptions'>;

function fieldsOf(
  { situation }: Planning,
  kept: KeptScenario,
  {
    name = kept.name,
    policy = kept.policy,
    phone = kept.phone,
    assumptions,
  }: Omit<Changes, 'plan'> & { name?: string | undefined },
): Fields {
  if (assumptions) checkAssumptions(assumptions);
  const own = Object.entries(assumptions ?? kept.assumptions);
  // What is as without the scenario is no assumption of its own.
  const differs = own.filter(([key, value]) => situation.playbook[key as keyof typeof situation.playbook] !== value);
  return { name, policy, phone, assumptions: Object.fromEntries(differs) };
}

function refuseTaken({ scenarios }: Planning, name: string, own: number | null): void {
  const taken = scenarios.some((one) => one.scenarioId !== own && one.name.toLowerCase() === name.toLowerCase());
  if (taken)
    throw new Refusal('conflict', `There is a scenario called “${name}” already: choose another name.`, {
      field: 'name',
    });
}
