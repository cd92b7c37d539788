import { Refusal } from '../../base/errors.ts';
import { checkAssumptions } from '../../model/growth/assumptions.ts';
import { MEASURABLE, notesFor } from '../../model/growth/measured.ts';
import { measureFor, ticketSpan } from '../../model/growth/measured-firm.ts';
import { type Changes, checkPlan, type Planning, planningOf, scenarioOf } from '../../model/growth/planning.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readPlanning } from '../../records/growth/planning.store.ts';
import {
  deleteScenario,
  insertScenario,
  readPlanRows,
  savePlanRows,
  setMainScenario,
  updateScenario,
} from '../../records/growth/store.ts';
import type { KeptScenario, PlanRow } from '../../records/growth/types.ts';
import { readTicketMonths } from '../../records/growth/work.store.ts';

/** A firm has only so many ways to go that anybody still compares. */
const MOST_SCENARIOS = 20;

/** Keeps a copy of a scenario with what was changed. */
export async function keepCopy(
  ctx: FirmContext,
  { from, name, ...changes }: { from: number; name: string } & Changes,
): Promise<{ scenarioId: number }> {
  const planning = planningOf(await readPlanning(ctx), ctx);
  const scenario = scenarioOf(planning, from, 'from');
  if (planning.scenarios.length >= MOST_SCENARIOS)
    throw new Refusal('conflict', `There are ${MOST_SCENARIOS} scenarios, the most a firm can keep: delete one first.`);
  refuseTaken(planning, name, null);
  const fields = fieldsOf(planning, scenario, { ...changes, name });
  if (changes.plan) checkPlan(planning, changes.plan);
  // What is kept may be over by now: it is copied as it is.
  const rows = changes.plan ?? (await readPlanRows(ctx.db, from));
  const measured = await findNotes(ctx, planning, scenario, fields.assumptions, rows);
  const scenarioId = await insertScenario(ctx.db, { ...fields, measured });
  await savePlanRows(ctx.db, scenarioId, rows);
  return { scenarioId };
}

/** Renames a scenario, changes its months or what it rests on, or makes it the main one: all of that, or nothing. */
export async function keepChange(
  ctx: FirmContext,
  {
    scenarioId,
    isMain,
    ...changes
  }: { scenarioId: number; name?: string | undefined; isMain?: true | undefined } & Changes,
): Promise<{ scenarioId: number }> {
  const planning = planningOf(await readPlanning(ctx), ctx);
  const scenario = scenarioOf(planning, scenarioId);
  if (changes.name !== undefined) refuseTaken(planning, changes.name, scenarioId);
  const fields = fieldsOf(planning, scenario, changes);
  if (changes.plan) {
    checkPlan(planning, changes.plan);
    await savePlanRows(ctx.db, scenarioId, changes.plan);
  }
  const rows = changes.plan ?? (await readPlanRows(ctx.db, scenarioId));
  const measured = changes.assumptions
    ? await findNotes(ctx, planning, scenario, fields.assumptions, rows)
    : scenario.measured;
  await updateScenario(ctx.db, scenarioId, { ...fields, measured });
  if (isMain) await setMainScenario(ctx.db, scenarioId);
  return { scenarioId };
}

/** Deletes a scenario that isn't the main one. */
export async function dropScenario(
  ctx: FirmContext,
  { scenarioId }: { scenarioId: number },
): Promise<{ scenarioId: number }> {
  const scenario = scenarioOf(planningOf(await readPlanning(ctx), ctx), scenarioId);
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

/** Which assumptions say what the firm's tickets say; these are read only where one of them is the scenario's own. */
async function findNotes(
  ctx: FirmContext,
  planning: Planning,
  kept: KeptScenario,
  assumptions: Fields['assumptions'],
  rows: readonly PlanRow[],
): Promise<KeptScenario['measured']> {
  if (!MEASURABLE.some((key) => assumptions[key] !== undefined)) return {};
  const tickets = await ctx.asEngine((db) => readTicketMonths(db, ticketSpan(planning)));
  return notesFor(assumptions, measureFor(planning, rows, assumptions, tickets), kept);
}

function refuseTaken({ scenarios }: Planning, name: string, own: number | null): void {
  const taken = scenarios.some((one) => one.scenarioId !== own && one.name.toLowerCase() === name.toLowerCase());
  if (taken)
    throw new Refusal('conflict', `There is a scenario called “${name}” already: choose another name.`, {
      field: 'name',
    });
}
