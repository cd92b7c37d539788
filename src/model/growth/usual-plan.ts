import { type Month, monthsBetween, parseMonth, sayMonth, shiftMonth } from '../../base/month.ts';
import type { PlanRow } from '../../records/growth/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { GrowthFirm } from './firm.ts';
import { type Plan, readPlan } from './plan.ts';
import { findPlanNotes } from './plan-notes.ts';
import { ownTicketShare } from './spans.ts';

/** Where no plan is told, this far ahead. */
const USUAL_MONTHS = 36;

/**
 * The plan that looking ahead rests on: the months that were told, or, where none of them lies ahead, the work growing by
 * `growth.work.yearly` from what is there. `usual`: the firm's own playbook, by which the desk is full today, where a scenario
 * assumes otherwise. `lines`: where the rows stand in a file. `notes`: what is unusual in it, or was put in the place of months
 * that are over.
 */
export function planAhead(
  { rows, lines }: { rows: readonly PlanRow[]; lines?: readonly number[] | undefined },
  firm: GrowthFirm,
  playbook: Playbook,
  usual: Playbook = playbook,
): { plan: Plan; notes: string[] } {
  const last = rows.toSorted((one, other) => (one.month < other.month ? -1 : 1)).at(-1);
  const ended = last && parseMonth(last.month);
  if (last && !(ended && ended < firm.now)) {
    const plan = readPlan(rows, firm.firstMonth, firm.now, playbook, lines);
    return { plan, notes: findPlanNotes(plan, { rows, lines, technicians: firm.technicians.length, playbook }) };
  }
  const growth = playbook['growth.work.yearly'];
  const over =
    ended === undefined
      ? []
      : [
          `The plan ended in ${sayMonth(ended)}. From there on the work is taken to grow by ${Math.round(100 * growth)}% a year: add the months that lie ahead.`,
        ];
  const since = ended === undefined ? 0 : monthsBetween(ended, firm.now);
  const from = (last?.endpoints ?? firm.endpoints ?? endpointsOf(firm, usual)) * (1 + growth) ** (since / 12);
  return { plan: readPlan(growYearly(firm.now, from, growth), firm.firstMonth, firm.now, playbook), notes: over };
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
