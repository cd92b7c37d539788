import { type Month, monthsBetween, parseMonth, sayMonth, shiftMonth } from '../../base/month.ts';
import type { PlanRow } from '../../records/growth/types.ts';
import { PLAYBOOK, type Playbook } from '../../records/playbook/definitions.ts';
import type { GrowthFirm } from './firm.ts';
import { type Plan, readPlan } from './plan.ts';
import { ownTicketShare } from './spans.ts';

/** Where no plan is told, this far ahead. */
const USUAL_MONTHS = 36;

/**
 * The plan that looking ahead rests on: the months that were told, or, where none of them lies ahead, the work growing by
 * `growth.work.yearly` from what is there. `usual`: the firm's own playbook, by which the desk is full today, where a scenario
 * assumes otherwise. `note`: what was put in the place of months that are over.
 */
export function planAhead(
  rows: readonly PlanRow[],
  firm: GrowthFirm,
  playbook: Playbook,
  usual: Playbook = playbook,
): { plan: Plan; note: string | null } {
  const last = rows.toSorted((one, other) => (one.month < other.month ? -1 : 1)).at(-1);
  const ended = last && parseMonth(last.month);
  if (last && !(ended && ended < firm.now)) return withNote(readPlan(rows, firm.firstMonth, firm.now, playbook));
  const growth = playbook['growth.work.yearly'];
  const note =
    ended === undefined
      ? null
      : `The plan ended in ${sayMonth(ended)}. From there on the work is taken to grow by ${Math.round(100 * growth)}% a year: add the months that lie ahead.`;
  const since = ended === undefined ? 0 : monthsBetween(ended, firm.now);
  const from = (last?.endpoints ?? firm.endpoints ?? endpointsOf(firm, usual)) * (1 + growth) ** (since / 12);
  return { plan: readPlan(growYearly(firm.now, from, growth), firm.firstMonth, firm.now, playbook), note };
}

/** From this growth in a year on, somebody should look whether a figure has a digit too many. */
const MUCH = PLAYBOOK['growth.work.yearly'].high;

/** Says plainly what is unusual in a plan and yet can be meant: that it falls, or grows by more than any firm does. */
function withNote(plan: Plan): { plan: Plan; note: string | null } {
  const { endpoints } = plan;
  const [first, last] = [endpoints[0]!, endpoints.at(-1)!];
  const count = (value: number) => Math.round(value).toLocaleString('en');
  const from = `from ${count(first)} to ${count(last)} endpoints`;
  if (last < first) return { plan, note: `The plan falls ${from}: work that goes needs nobody new.` };
  const years = Math.max(1, (plan.months - 1) / 12);
  const growth = first > 0 ? (last / first) ** (1 / years) - 1 : 0;
  if (growth < MUCH) return { plan, note: null };
  const yearly = Math.round(100 * growth).toLocaleString('en');
  return { plan, note: `The plan grows by ${yearly}% a year, ${from}: check that no figure has a digit too many.` };
}

function growYearly(first: Month, endpoints: number, growth: number): PlanRow[] {
  const untold = { clients: null, hoursPerEndpoint: null, hires: null, leavers: null, budget: null };
  return Array.from({ length: USUAL_MONTHS }, (_, at) => ({
    month: shiftMonth(first, at),
    endpoints: endpoints * (1 + growth) ** (at / 12),
    ...untold,
  }));
}

/** As many endpoints as fill those on the desk today, own tickets of leads included, where nobody has told how many there are. */
export function endpointsOf({ technicians, leads }: GrowthFirm, playbook: Playbook): number {
  const reports = Math.round(technicians.length / Math.max(1, leads.length));
  const people = technicians.length + leads.length * ownTicketShare(reports, playbook);
  const hours = people * playbook['growth.work.hours-month'] * playbook['growth.work.utilisation'];
  return hours / playbook['growth.work.per-endpoint'];
}
