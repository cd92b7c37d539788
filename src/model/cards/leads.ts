import type { PersonId, Seat } from '../../records/people/types.ts';
import { type Chart, isFilled, reportsOf } from '../structure.ts';
import type { Lead } from './types.ts';

/**
 * Everybody who leads somebody, by their number, and whoever stands above a seat that nobody holds: what is agreed with its
 * team is theirs meanwhile. Its people are not: their numbers stay closed until somebody leads them.
 */
export function findLeads(chart: Chart): Lead[] {
  const filled = chart.structure.seats.filter(isFilled);
  const bySeat = Map.groupBy(filled, ({ holderId }) => holderId);
  const leads = [...bySeat].map(([leadId, held]): Lead => {
    const seats = [...held, ...held.flatMap((seat) => emptyUnder(chart, seat))];
    const below = held.flatMap((seat) => reportsOf(chart, seat).map(({ personId }) => personId));
    const reports = [...new Set(below)].filter((id) => id !== leadId).sort((a, b) => a - b);
    const teamIds = seats.flatMap(({ teamId }) => teamId ?? []);
    return { leadId, seatIds: seats.map(({ seatId }) => seatId), reports, teamIds, leadsBelow: [] };
  });
  const leading = leads.filter(
    ({ leadId, reports, seatIds }) => reports.length > 0 || seatIds.length > bySeat.get(leadId)!.length,
  );
  const ids = new Set(leading.map(({ leadId }) => leadId));
  return leading
    .map((lead) => ({ ...lead, leadsBelow: lead.reports.filter((id) => ids.has(id)) }))
    .sort((a, b) => a.leadId - b.leadId);
}

/** Seats under one that nobody holds, through others that nobody holds. */
function emptyUnder(chart: Chart, { seatId }: Pick<Seat, 'seatId'>): Seat[] {
  const empty = (chart.seatsUnder.get(seatId) ?? []).filter((seat) => !isFilled(seat));
  return empty.flatMap((seat) => [seat, ...emptyUnder(chart, seat)]);
}

/** Whose direct lead is who; of several the one with the lower number, so that one ticket makes one card. */
export function directLeads(leads: readonly Lead[]): Map<PersonId, Lead> {
  const of = new Map<PersonId, Lead>();
  for (const lead of leads) for (const id of lead.reports) if (!of.has(id)) of.set(id, lead);
  return of;
}
