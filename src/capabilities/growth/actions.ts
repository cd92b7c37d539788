import { monthOf } from '../../model/growth/month.ts';
import { believeTurnover, turnoverAt } from '../../model/growth/turnover.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { KeptScenario } from '../../records/growth/types.ts';
import { listAssumptions } from './assumptions.ts';
import type { FirmNow, Growth, Looked, RunState, ScenarioRow } from './contract.ts';
import {
  type Asked,
  askFor,
  besideFor,
  type Changes,
  keepsPlans,
  type Planning,
  readPlanning,
  scenarioOf,
} from './planning.actions.ts';
import type { GrowthRuns, KeptLook } from './runs.actions.ts';
import { showLook } from './show-look.ts';

/** The first view: the firm now, its plan, what growth brings and by when to begin. */
export async function findGrowth(
  ctx: FirmContext,
  input: { scenarioId?: number | undefined },
  runs: GrowthRuns,
): Promise<Growth> {
  return growthOf(ctx, await readPlanning(ctx), input.scenarioId, runs);
}

/** The view of a scenario from what was read. */
async function growthOf(
  ctx: FirmContext,
  planning: Planning,
  scenarioId: number | undefined,
  runs: GrowthRuns,
): Promise<Growth> {
  const scenario = scenarioOf(planning, scenarioId);
  const asked = await askFor(ctx, planning, scenario);
  const { situation, firmOwn, scenarios } = planning;
  return {
    firm: showFirm(planning),
    scenarios: scenarios.map(rowOf),
    scenario: { ...rowOf(scenario), plan: asked.rows, assumptions: asked.assumptions, phone: scenario.phone },
    assumptions: listAssumptions(situation.playbook, firmOwn, asked.assumptions),
    note: asked.note,
    mayChange: keepsPlans(ctx),
    ...(await lookAt(ctx, planning, asked, runs)),
  };
}

/** Looks ahead with other numbers, which aren't kept. */
export async function lookWith(
  ctx: FirmContext,
  { scenarioId, ...changes }: { scenarioId: number } & Changes,
  runs: GrowthRuns,
): Promise<Looked & Pick<Growth, 'assumptions'>> {
  const planning = await readPlanning(ctx);
  const asked = await askFor(ctx, planning, scenarioOf(planning, scenarioId), changes);
  return {
    ...(await lookAt(ctx, planning, asked, runs)),
    assumptions: listAssumptions(planning.situation.playbook, planning.firmOwn, asked.assumptions),
  };
}

async function lookAt(ctx: FirmContext, planning: Planning, asked: Asked, runs: GrowthRuns): Promise<Looked> {
  const kept = await runs.look(ctx.orgId, asked, ctx.log);
  return { look: showKept(ctx, planning, kept), run: kept.run };
}

function showKept(ctx: FirmContext, planning: Planning, { input, ahead, isMain, run }: KeptLook) {
  return showLook(input, ahead, besideFor(ctx, planning, { maySeat: isMain, ofRuns: run.ofRuns }));
}

/** How far a look ahead is, and the finer picture once it is done. */
export async function findRun(
  ctx: FirmContext,
  { runId }: { runId: string },
  runs: GrowthRuns,
): Promise<{ run: RunState; look: Looked['look'] | null }> {
  const kept = runs.find(ctx.orgId, runId);
  if (kept.run.state !== 'done') return { run: kept.run, look: null };
  return { run: kept.run, look: showKept(ctx, await readPlanning(ctx), kept) };
}

/** Stops a look ahead that is being refined; what it has found so far stays. */
export async function stopRun(
  ctx: FirmContext,
  { runId }: { runId: string },
  runs: GrowthRuns,
): Promise<{ run: RunState }> {
  return { run: runs.stop(ctx.orgId, runId).run };
}

const rowOf = ({ scenarioId, name, isMain, months, assumptions, phone, policy }: KeptScenario): ScenarioRow => ({
  ...{ scenarioId, name, isMain, months, policy },
  ownAssumptions: Object.keys(assumptions).length,
  hasPhone: phone !== null,
});

function showFirm({ firm, facts, counted, situation }: Planning): FirmNow {
  const { leavers, personYears } = firm.leavers;
  const belief = believeTurnover(firm.leavers, situation.playbook);
  const at = (p: number) => turnoverAt(belief, p);
  const told = (known: boolean) => (known ? 'told' : 'counted');
  return {
    day: situation.structure.day,
    founded: facts.founded
      ? { value: monthOf(facts.founded), basis: 'told', source: 'as told' }
      : counted.founded
        ? { value: counted.founded, basis: 'counted', source: 'the earliest first day on the list of people' }
        : { value: firm.now, basis: 'not-known', source: 'nobody on the list of people has a first day' },
    endpoints:
      facts.endpoints === null
        ? { value: null, basis: 'not-known', source: 'the work is taken to be what fills the desk today' }
        : { value: facts.endpoints, basis: 'told', source: 'as told' },
    coordinators: {
      value: firm.coordinators,
      basis: told(facts.coordinators !== null),
      source: facts.coordinators === null ? 'people whose work is to hand out tickets' : 'as told',
    },
    managers: {
      value: firm.managers,
      basis: told(facts.managers !== null),
      source: facts.managers === null ? 'people who lead leads, without whoever holds the top seat' : 'as told',
    },
    technicians: firm.technicians.length,
    leads: firm.leads.length,
    others: firm.others,
    teams: firm.teams,
    turnover: {
      leavers,
      personYears: Math.round(10 * personYears) / 10,
      ...{ low: at(0.1), middle: at(0.5), high: at(0.9) },
      source: sayTurnover(leavers, personYears, facts.left !== null),
    },
    left: facts.left,
  };
}

function sayTurnover(leavers: number, personYears: number, told: boolean): string {
  const years = personYears < 10 ? personYears.toFixed(1) : Math.round(personYears);
  const seen = `${leavers === 1 ? '1 person' : `${leavers} people`} left in ${years} person-years`;
  if (personYears === 0) return 'nothing seen here yet, so what is usual elsewhere stands, widely';
  return `${seen}${told ? ', as told' : ', from the list of people'}; the rest is what is usual elsewhere`;
}
