import { listAssumptions } from '../../model/growth/assumptions.ts';
import { showFirm } from '../../model/growth/firm-now.ts';
import {
  type Asked,
  askFor,
  besideFor,
  type Changes,
  keepsPlans,
  type Planning,
  planningOf,
  scenarioOf,
} from '../../model/growth/planning.ts';
import { rowOf } from '../../model/growth/scenario.ts';
import { showLook } from '../../model/growth/show-look.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readPlanning } from '../../records/growth/planning.store.ts';
import { readPlanRows } from '../../records/growth/store.ts';
import type { Growth, Looked, RunState } from './contract.ts';
import type { GrowthRuns, KeptLook } from './runs.actions.ts';

/** The first view: the firm now, its plan, what growth brings and by when to begin. */
export async function findGrowth(
  ctx: FirmContext,
  input: { scenarioId?: number | undefined },
  runs: GrowthRuns,
): Promise<Growth> {
  const planning = planningOf(await readPlanning(ctx), ctx);
  const scenario = scenarioOf(planning, input.scenarioId);
  const asked = askFor(planning, scenario, await readPlanRows(ctx.db, scenario.scenarioId));
  const { situation, firmOwn, scenarios } = planning;
  return {
    firm: showFirm(planning),
    scenarios: scenarios.map(rowOf),
    scenario: { ...rowOf(scenario), plan: [...asked.rows], assumptions: asked.assumptions, phone: scenario.phone },
    assumptions: listAssumptions(situation.playbook, firmOwn, { own: asked.assumptions, kept: scenario }),
    notes: asked.notes,
    mayChange: keepsPlans(ctx.standing),
    ...(await lookAt(ctx, planning, asked, runs)),
  };
}

/** Looks ahead with other numbers, which aren't kept. */
export async function lookWith(
  ctx: FirmContext,
  { scenarioId, ...changes }: { scenarioId: number } & Changes,
  runs: GrowthRuns,
): Promise<Looked & Pick<Growth, 'assumptions' | 'notes'>> {
  const planning = planningOf(await readPlanning(ctx), ctx);
  const rows = changes.plan ?? (await readPlanRows(ctx.db, scenarioId));
  const scenario = scenarioOf(planning, scenarioId);
  const asked = askFor(planning, scenario, rows, changes);
  return {
    ...(await lookAt(ctx, planning, asked, runs)),
    notes: asked.notes,
    assumptions: listAssumptions(planning.situation.playbook, planning.firmOwn, {
      own: asked.assumptions,
      kept: scenario,
    }),
  };
}

async function lookAt(ctx: FirmContext, planning: Planning, asked: Asked, runs: GrowthRuns): Promise<Looked> {
  const kept = await runs.look(ctx.orgId, asked, ctx.log);
  return { look: showKept(planning, kept), run: kept.run };
}

function showKept(planning: Planning, { input, ahead, isMain, run }: KeptLook) {
  return showLook(input, ahead, besideFor(planning, { maySeat: isMain, ofRuns: run.ofRuns }));
}

/** How far a look ahead is, and the finer picture once it is done. */
export async function findRun(
  ctx: FirmContext,
  { runId }: { runId: string },
  runs: GrowthRuns,
): Promise<{ run: RunState; look: Looked['look'] | null }> {
  const kept = runs.find(ctx.orgId, runId);
  if (kept.run.state !== 'done') return { run: kept.run, look: null };
  return { run: kept.run, look: showKept(planningOf(await readPlanning(ctx), ctx), kept) };
}

/** Stops a look ahead that is being refined; what it has found so far stays. */
export async function stopRun(
  ctx: FirmContext,
  { runId }: { runId: string },
  runs: GrowthRuns,
): Promise<{ run: RunState }> {
  return { run: runs.stop(ctx.orgId, runId).run };
}
