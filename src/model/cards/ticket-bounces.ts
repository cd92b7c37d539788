import type { CardProposal } from '../../records/cards/types.ts';
import { countOf } from '../words.ts';
import { bestPlaced, sayUnplaced } from './best-placed.ts';
import { priorityPart, ticketsOfLeads, within } from './late-tickets.ts';
import { ticketDoor } from './ticket-late.ts';
import type { LeadTicket, Rule, RuleInput } from './types.ts';
import { asFirstSentence, asTrigger, called, nameTicket, sayHands } from './words.ts';

/** A ticket that went from hand to hand and is still open. */
export const ticketBounces: Rule = {
  rule: 'ticket-bounces',
  propose: (input) =>
    ticketsOfLeads(input)
      .filter(({ ticket }) => ticket.changes >= input.playbook['today.bounces'])
      .map((one) => proposal(one, input)),
};

function proposal({ lead, ticket }: LeadTicket, input: RuleInput): CardProposal {
  const { holderId, number, changes } = ticket;
  const times = countOf(changes, 'time', 'times');
  return {
    leadId: lead.leadId,
    rule: 'ticket-bounces',
    kind: 'fix',
    subject: `ticket/${ticket.ticketId}`,
    personId: holderId,
    trigger: asTrigger(`${nameTicket(ticket, input.desk)} has changed hands ${times} and is still open.`),
    firstSentence: asFirstSentence(
      holderId === null
        ? `What does ${number} need that nobody had so far, and who has it?`
        : `${called(input.chart, holderId)}, is ${number} right with you, and what do you need to finish it?`,
    ),
    evidence: {
      facts: [...sayHands(ticket, input), ...sayUnplaced(input, lead, ticket.areaId, holderId)],
      doors: [...ticketDoor(lead, ticket), { ref: 'playbook/today.bounces', label: 'When a ticket bounces' }],
      shares: null,
      best: bestPlaced(input, lead, ticket.areaId, holderId === null ? [] : [holderId]),
      links: [],
    },
    urgency: within(
      0.5 + priorityPart(ticket) + 0.05 * (changes - input.playbook['today.bounces']) - (ticket.waits ? 0.2 : 0),
    ),
  };
}
