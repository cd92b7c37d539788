import type { Day } from '../../base/time.ts';
import type { PlanRow, TicketMonths } from '../../records/growth/types.ts';
import { playbookOf } from './assumptions.ts';
import { type MeasuredWork, measureWork, spanOf } from './measured.ts';
import type { Planning } from './planning.ts';

/** The days between which a firm's tickets are looked at. */
export const ticketSpan = ({ situation }: Planning): { from: Day; until: Day } =>
  spanOf(situation.structure.day, situation.playbook);

/** What the firm's tickets say of a scenario's assumptions. `rows`: its plan; `own`: its assumptions. */
export function measureFor(
  { situation, facts, firm, chart }: Planning,
  rows: readonly PlanRow[],
  own: Readonly<Record<string, number>>,
  tickets: TicketMonths,
): MeasuredWork {
  return measureWork({
    tickets,
    plan: rows,
    endpoints: facts.endpoints,
    technicians: firm.technicians.map(({ personId }) => chart.person.get(personId)!),
    playbook: playbookOf(situation.playbook, own),
  });
}
