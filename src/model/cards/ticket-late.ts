import type { CardEvidence, CardProposal } from '../../records/cards/types.ts';
import type { DeskTicket } from '../../records/desk/types.ts';
import { bestPlaced, sayUnplaced } from './best-placed.ts';
import { isOfConditions, sharesOf } from './causes.ts';
import { lateTickets, urgencyOf } from './late-tickets.ts';
import type { LateTicket, Lead, Rule, RuleInput } from './types.ts';
import { asFirstSentence, asTrigger, called, sayHands, sayLate, sayLike } from './words.ts';

/**
 * A ticket that has taken longer than the playbook's share of like ones. Not where its whole area is stuck, which is one
 * card, and not where it goes back to its person's conditions: that is to be listened to.
 */
export const ticketLate: Rule = {
  rule: 'ticket-late',
  propose: (input) => {
    const isStuck = ({ lead, ticket }: LateTicket) =>
      input.stuck.some((one) => one.lead === lead && one.areaId === ticket.areaId);
    return lateTickets(input)
      .filter((late) => !isStuck(late) && !isOfConditions(input, late.ticket.ticketId))
      .map((late) => proposal(late, input));
  },
};

function proposal({ lead, ticket, standing }: LateTicket, input: RuleInput): CardProposal {
  const cause = input.causes.get(ticket.ticketId);
  const best = bestPlaced(input, lead, ticket.areaId, ticket.holderId === null ? [] : [ticket.holderId]);
  return {
    leadId: lead.leadId,
    rule: 'ticket-late',
    kind: 'fix',
    subject: `ticket/${ticket.ticketId}`,
    personId: ticket.holderId,
    trigger: asTrigger(sayLate(ticket, standing, input)),
    firstSentence: asFirstSentence(firstSentence(ticket, input)),
    evidence: {
      facts: [
        ...sayHands(ticket, input),
        sayLike(standing, ticket, input),
        ...sayUnplaced(input, lead, ticket.areaId, ticket.holderId),
      ],
      doors: [
        ...ticketDoor(lead, ticket),
        { ref: 'playbook/today.late-beyond', label: 'When a ticket counts as late' },
      ],
      shares: sharesOf(cause),
      best,
      links: [],
    },
    urgency: urgencyOf({ ticket, standing }),
  };
}

function firstSentence({ holderId, number, waits }: DeskTicket, { chart }: RuleInput): string {
  if (holderId === null) return `Who has room for ${number} today, and what would they need?`;
  const name = called(chart, holderId);
  return waits
    ? `${name}, what are we waiting for with ${number}, and would it help if I asked them?`
    : `${name}, what is in the way with ${number}, and would another pair of hands help?`;
}

/** A ticket's history opens where its first person is the lead's own. */
export function ticketDoor(
  { reports, leadId }: Lead,
  { ticketId, number, firstId }: DeskTicket,
): CardEvidence['doors'] {
  const opens = firstId !== null && (reports.includes(firstId) || firstId === leadId);
  return opens ? [{ ref: `ticket/${ticketId}`, label: `Ticket ${number}` }] : [];
}
