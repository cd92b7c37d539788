import { createReadStream } from 'node:fs';
import { Refusal } from './base/errors.ts';
import { type Month, monthOf, parseMonth } from './base/month.ts';
import { dayOf, systemClock } from './base/time.ts';
import { createGrowthRuns } from './capabilities/growth/runs.actions.ts';
import { type PlanFile, readPlanFile } from './connectors/files/growth-plan.ts';
import { type Found, jsonOf, pageOf } from './grow-words.ts';
import { type Install, openInstall } from './install.ts';
import { readPlan } from './model/growth/plan.ts';
import { findPlanNotes } from './model/growth/plan-notes.ts';
import { askFor, besideFor, checkPlan, planningOf, SEED, scenarioOf } from './model/growth/planning.ts';
import { showLook } from './model/growth/show-look.ts';
import { untoldFirm } from './model/growth/untold-firm.ts';
import { readChart } from './model/structure.ts';
import { appendAudit } from './platform/audit/store.ts';
import { firmContext } from './platform/context.ts';
import { SERVER_HOLDER } from './platform/sign-in/actions.ts';
import { readPlanning } from './records/growth/planning.store.ts';
import type { Policy } from './records/growth/types.ts';
import { type Playbook, playbookWith } from './records/playbook/definitions.ts';
import { findFirm, isEmptyInstall, type ReviewedFirm } from './review-firms.ts';

/** What `evenkeel grow` was given, as command-line.ts declares it. */
export type GrowOptions = {
  plan: string;
  firm?: string;
  technicians?: number;
  leads?: number;
  founded?: string;
  policy: Policy;
  runs: number;
  json?: boolean;
};

/** `evenkeel grow`: looks ahead along a plan, of a firm that is kept here, or of one of which only numbers are told. */
export async function grow(
  environment: NodeJS.ProcessEnv,
  options: GrowOptions,
  say: (text: string) => void,
): Promise<void> {
  const { firm, technicians, leads, founded } = options;
  const numbers = technicians !== undefined || leads !== undefined || founded !== undefined;
  if (firm !== undefined && numbers)
    throw new Refusal('bad-input', 'Give --firm, or numbers with --technicians: not both.', { field: 'firm' });
  const file = await readFile(options.plan);
  const runs = createGrowthRuns();
  try {
    const isKept = firm !== undefined || (!numbers && !(await isEmptyInstall(environment)));
    const found = isKept
      ? await lookAtKept(environment, options, file, runs)
      : await lookAtNumbers(options, file, runs);
    say(options.json ? jsonOf(found) : pageOf(found));
  } finally {
    await runs.close();
  }
}

async function readFile(path: string): Promise<PlanFile> {
  try {
    return await readPlanFile(createReadStream(path), systemClock());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'EISDIR') throw error;
    throw new Refusal('cannot-read', `--plan is ${path}, which can't be read: give a CSV file with a row a month.`, {
      field: 'plan',
    });
  }
}

type Runs = ReturnType<typeof createGrowthRuns>;

async function lookAtKept(
  environment: NodeJS.ProcessEnv,
  options: GrowOptions,
  file: PlanFile,
  runs: Runs,
): Promise<Found> {
  const install = await openInstall(environment);
  try {
    return await lookAtFirm(install, await findFirm(install.database, options.firm), options, file, runs);
  } finally {
    await install.database.close();
  }
}

function lookAtFirm(
  { database, secrets }: Install,
  firm: ReviewedFirm,
  { policy, runs: count }: GrowOptions,
  { rows: plan, lines }: PlanFile,
  runs: Runs,
): Promise<Found> {
  const scope = { orgId: firm.orgId, actor: SERVER_HOLDER, standing: 'operator' as const };
  return database.transact(scope, async (db) => {
    const ctx = firmContext(db, scope, { now: systemClock, log: () => undefined, secrets });
    const planning = planningOf(await readPlanning(ctx), ctx);
    checkPlan(planning, plan, lines);
    const asked = askFor(planning, scenarioOf(planning, undefined), plan, { plan, policy }, lines);
    const ahead = await runs.count(asked, count);
    const look = showLook(asked.input, ahead, besideFor(planning, { maySeat: false, ofRuns: count }));
    // Whoever holds the server looked at how soon somebody could lead: they read that in the log.
    const people = [...ctx.concerns.people];
    if (people.length > 0)
      await appendAudit(db, secrets, scope, { action: 'readGrowth', people, look: true }, systemClock());
    const { technicians, leads } = asked.input.firm;
    const counts = { technicians: technicians.length, leads: leads.length };
    return { look, firm: firm.name, basis: 'kept', ...counts, policy, notes: asked.notes };
  });
}

/** Where no firm is known: the numbers that were given, else as many technicians as the plan's first month takes. */
async function lookAtNumbers(options: GrowOptions, { rows, lines }: PlanFile, runs: Runs): Promise<Found> {
  const playbook = playbookWith();
  const now = monthOf(dayOf(systemClock()));
  const founded = foundedOf(options);
  const plan = readPlan(rows, founded, now, playbook, lines);
  const technicians = options.technicians ?? Math.max(1, Math.round(worked(plan, playbook)));
  const told = { technicians, leads: options.leads ?? null, teams: null, coordinators: 0, managers: 0 };
  const firm = untoldFirm(told, now, founded, playbook);
  const input = { firm, plan, playbook, phone: null, seed: SEED };
  const ahead = await runs.count({ input, policy: options.policy, isMain: false }, options.runs);
  const nobody = { day: dayOf(systemClock()), people: [], teams: [], seats: [], memberships: [], lines: [] };
  const beside = { chart: readChart(nobody), nameOf: () => null, seats: [], maySeat: false, ofRuns: options.runs };
  const look = showLook(input, ahead, beside);
  const basis = options.technicians === undefined ? 'from-plan' : 'told';
  const notes = findPlanNotes(plan, { rows, lines, technicians, playbook });
  return { look, firm: null, basis, technicians, leads: firm.leads.length, policy: options.policy, notes };
}

const worked = ({ endpoints, hoursPerEndpoint }: ReturnType<typeof readPlan>, playbook: Playbook) =>
  (endpoints[0]! * hoursPerEndpoint[0]!) / (playbook['growth.work.hours-month'] * playbook['growth.work.utilisation']);

function foundedOf({ founded }: GrowOptions): Month {
  const month = founded === undefined ? ('1900-01' as Month) : parseMonth(founded);
  if (month) return month;
  throw new Refusal('bad-input', `--founded is "${founded}", which is no month: write it like 2014-05.`, {
    field: 'founded',
  });
}
