import type { CardProposal } from '../../records/cards/types.ts';
import type { AreaRecord } from '../../records/desk/types.ts';
import { shareInterval } from '../../science/share-interval.ts';
import { countOf } from '../words.ts';
import type { Standing } from './late.ts';
import { ticketsOfLeads } from './late-tickets.ts';
import { ticketDoor } from './ticket-late.ts';
import type { LeadTicket, Rule, RuleInput } from './types.ts';
import { asFirstSentence, asTrigger, called, nameTicket, sayWorkingTime } from './words.ts';

/**
 * Somebody works through something difficult and should be left to it: they bring such tickets to the end, the clock is
 * not at risk, and nothing shows that they asked. Only to a lead who took over a ticket of this area from one of their
 * people lately.
 */
export const leftToIt: Rule = {
  rule: 'left-to-it',
  propose: (input) =>
    ticketsOfLeads(input).flatMap((one) => {
      const standing = input.late.standingOf(one.ticket);
      const record = recordOf(one, input);
      const fits = tookOver(one, input) && isQuiet(one) && standing !== null && isHardAndSafe(one, standing, input);
      return fits && record !== undefined && isCompetent(record, input) ? [proposal(one, standing, record, input)] : [];
    }),
};

/** Seldom enough, and not moved out by every ticket that is late. */
const URGENCY = 0.6;

const tookOver = ({ lead, ticket }: LeadTicket, { desk }: RuleInput): boolean =>
  desk.takenOver.some(
    ({ byId, fromId, areaId }) => byId === lead.leadId && areaId === ticket.areaId && lead.reports.includes(fromId),
  );

/** With whoever got it first, and it never changed hands: nobody asked, as far as a ticket shows. */
const isQuiet = ({ ticket }: LeadTicket): boolean =>
  ticket.holderId !== null &&
  ticket.holderId === ticket.firstId &&
  ticket.changes === 0 &&
  !ticket.waits &&
  !ticket.cameBack;

/** Difficult: graded so, or it has lasted longer than most. Safe: most that last so long are done before they are late. */
function isHardAndSafe({ ticket }: LeadTicket, standing: Standing, { playbook }: RuleInput): boolean {
  const { lateAt, lasting, lastingAtLate } = standing;
  if (lateAt === null || ticket.minutes > lateAt || lasting === 0) return false;
  const hard = (ticket.difficulty ?? 0) >= playbook['today.hard-from'] || 1 - lasting >= playbook['today.hard-beyond'];
  return hard && 1 - lastingAtLate / lasting >= playbook['today.clock-safe'];
}

const recordOf = ({ ticket }: LeadTicket, { desk }: RuleInput): AreaRecord | undefined =>
  desk.records.find(({ personId, areaId }) => personId === ticket.holderId && areaId === ticket.areaId);

const isCompetent = ({ kept, of }: AreaRecord, { playbook }: RuleInput): boolean =>
  kept >= playbook['breadth.need'] && shareInterval(kept, of).low >= playbook['today.left-kept'];

function proposal(
  { lead, ticket }: LeadTicket,
  standing: Standing,
  { kept, of }: AreaRecord,
  input: RuleInput,
): CardProposal {
  const { desk, chart } = input;
  const name = called(chart, ticket.holderId!);
  const area = desk.areas.get(ticket.areaId!) ?? 'this area';
  const safe = Math.round(100 * (1 - standing.lastingAtLate / standing.lasting));
  return {
    leadId: lead.leadId,
    rule: 'left-to-it',
    kind: 'stay-out',
    subject: `ticket/${ticket.ticketId}`,
    personId: ticket.holderId,
    trigger: asTrigger(
      `${name} works through ${nameTicket(ticket, desk)}, which isn’t easy. They know this area, the clock is fine and nobody asked: leave it to them.`,
    ),
    firstSentence: asFirstSentence(
      `If ${name} brings it up: “Is there anything you want from me on it, or is it yours?”`,
    ),
    evidence: {
      facts: [
        `${name} brought ${kept} of ${of} tickets of ${area} to the end without handing them on.`,
        `Open for ${sayWorkingTime(ticket.minutes, input)}; of 100 like it that last so long ${safe} are done before they count as late.`,
        'It never changed hands, so nothing shows that help was asked for.',
        `You took over ${countOf(countTaken(lead.leadId, ticket.areaId, input), 'ticket', 'tickets')} of ${area} lately.`,
      ],
      doors: [...ticketDoor(lead, ticket), { ref: 'playbook/today.stay-out-every', label: 'How often this is said' }],
      shares: null,
      best: null,
      links: [],
    },
    urgency: URGENCY,
  };
}

const countTaken = (leadId: number, area: number | null, { desk }: RuleInput): number =>
  desk.takenOver.filter(({ byId, areaId }) => byId === leadId && areaId === area).length;
