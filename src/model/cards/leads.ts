import type { PersonId } from '../../records/people/types.ts';
import { type Chart, isFilled, reportsOf } from '../structure.ts';
import type { Lead } from './types.ts';

/** Everybody who leads somebody, by their number. Whoever leads nobody is not among them. */
export function findLeads(chart: Chart): Lead[] {
  const filled = chart.structure.seats.filter(isFilled);
  const bySeat = Map.groupBy(filled, ({ holderId }) => holderId);
  const leads = [...bySeat].map(([leadId, seats]): Lead => {
    const below = seats.flatMap((seat) => reportsOf(chart, seat).map(({ personId }) => personId));
    const reports = [...new Set(below)].filter((id) => id !== leadId).sort((a, b) => a - b);
    const teamIds = seats.flatMap(({ teamId }) => teamId ?? []);
    return { leadId, seatIds: seats.map(({ seatId }) => seatId), reports, teamIds, leadsBelow: [] };
  });
  const leading = leads.filter(({ reports }) => reports.length > 0);
  const ids = new Set(leading.map(({ leadId }) => leadId));
  return leading
    .map((lead) => ({ ...lead, leadsBelow: lead.reports.filter((id) => ids.has(id)) }))
    .sort((a, b) => a.leadId - b.leadId);
}

/** Whose direct lead is who; of several the one with the lower number, so that one ticket makes one card. */
export function directLeads(leads: readonly Lead[]): Map<PersonId, Lead> {
  const of = new Map<PersonId, Lead>();
  for (const lead of leads) for (const id of lead.reports) if (!of.has(id)) of.set(id, lead);
  return of;
}
