import type { DeskTicket } from '../../records/desk/types.ts';
import { isLate } from './late.ts';
import { directLeads } from './leads.ts';
import type { LateTicket, LeadTicket, RuleInput } from './types.ts';

/** Open tickets with the lead whom each concerns; one that concerns nobody who leads is left out. */
export function ticketsOfLeads({ desk, leads, chart }: Pick<RuleInput, 'desk' | 'leads' | 'chart'>): LeadTicket[] {
  const direct = directLeads(leads);
  return desk.tickets.flatMap((ticket) => {
    const holderId = ticket.holderId !== null && chart.person.has(ticket.holderId) ? ticket.holderId : null;
    const lead =
      holderId === null
        ? leads.find(({ teamIds }) => ticket.teamId !== null && teamIds.includes(ticket.teamId))
        : direct.get(holderId);
    return lead ? [{ lead, ticket: { ...ticket, holderId } }] : [];
  });
}

/** Those that are late, the most urgent first. */
export function lateTickets(input: Pick<RuleInput, 'desk' | 'leads' | 'chart' | 'late'>): LateTicket[] {
  return ticketsOfLeads(input)
    .flatMap(({ lead, ticket }) => {
      const standing = input.late.standingOf(ticket);
      return isLate(ticket, standing) ? [{ lead, ticket, standing }] : [];
    })
    .sort((a, b) => urgencyOf(b) - urgencyOf(a) || a.ticket.ticketId - b.ticket.ticketId);
}

/** 0 can wait to 1 now: by its priority and how far beyond late it is; what waits for somebody else can wait. */
export function urgencyOf({ ticket, standing }: Pick<LateTicket, 'ticket' | 'standing'>): number {
  const beyond = Math.log2(ticket.minutes / Math.max(1, standing.lateAt));
  return within(0.5 + priorityPart(ticket) + Math.min(0.25, 0.1 * beyond) - (ticket.waits ? 0.2 : 0));
}

/** From .2 for the most urgent to −.2. */
export const priorityPart = ({ priority }: Pick<DeskTicket, 'priority'>): number =>
  priority === null ? 0 : (3 - priority) * 0.1;
export const within = (urgency: number): number => Math.min(1, Math.max(0, urgency));
