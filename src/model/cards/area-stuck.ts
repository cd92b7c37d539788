import type { CardProposal } from '../../records/cards/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { shareInterval } from '../../science/share-interval.ts';
import type { Attribution } from '../attribution.ts';
import { capitalise, countOf } from '../words.ts';
import { bestPlaced } from './best-placed.ts';
import { sharesOf } from './causes.ts';
import { lateTickets, within } from './late-tickets.ts';
import { ticketDoor } from './ticket-late.ts';
import type { Lead, Rule, RuleInput, StuckArea } from './types.ts';
import { asFirstSentence, asTrigger, called } from './words.ts';

/**
 * Areas that are stuck, each with the lowest lead under whom enough people are: one fix for all of them, and who knows
 * teaches the others.
 */
export function stuckAreas(input: Omit<RuleInput, 'stuck' | 'causes'>): StuckArea[] {
  const late = lateTickets(input).filter(({ ticket }) => ticket.holderId !== null && ticket.areaId !== null);
  const below = peopleBelow(input.leads);
  const found = input.leads.flatMap((lead): StuckArea[] => {
    const isUnder = (id: PersonId | null) => id !== null && below.get(lead.leadId)!.has(id);
    const open = input.desk.tickets.filter(({ holderId, areaId }) => isUnder(holderId) && areaId !== null);
    const under = late.filter(({ ticket }) => isUnder(ticket.holderId));
    return [...Map.groupBy(under, ({ ticket }) => ticket.areaId!)].flatMap(([areaId, tickets]) => {
      const people = [...new Set(tickets.map(({ ticket }) => ticket.holderId!))];
      const here = open.filter((ticket) => ticket.areaId === areaId).length;
      const elsewhere = { late: under.length - tickets.length, open: open.length - here };
      const isStuck = people.length >= input.playbook['today.area-stuck'] && standsOut(tickets.length, here, elsewhere);
      if (!isStuck) return [];
      const cause = input.attribute?.(new Set(tickets.map(({ ticket }) => ticket.ticketId))) ?? null;
      return isOfArea(cause, input) ? [{ lead, areaId, people, tickets, cause }] : [];
    });
  });
  const isLower = (one: StuckArea, than: StuckArea) =>
    one !== than && one.areaId === than.areaId && below.get(than.lead.leadId)!.has(one.lead.leadId);
  return found.filter((one) => !found.some((other) => isLower(other, one)));
}

/** Where it can be told, enough of it has to go back to the area; one client or one person's conditions is not for this card. */
const isOfArea = (cause: Attribution | null, { playbook }: Pick<RuleInput, 'playbook'>): boolean =>
  cause?.status !== 'attributed' || cause.shares.area.mean >= playbook['stuck.named-from'];

/** More of its open tickets are late than of the others', surely: somewhere some always are. */
const standsOut = (late: number, open: number, elsewhere: { late: number; open: number }): boolean =>
  shareInterval(late, open).low > (elsewhere.open === 0 ? 0 : elsewhere.late / elsewhere.open);

/** Everybody under each lead, through the leads below. */
function peopleBelow(leads: readonly Lead[]): Map<PersonId, Set<PersonId>> {
  const byId = new Map(leads.map((lead) => [lead.leadId, lead]));
  const gather = (lead: Lead, into: Set<PersonId>): Set<PersonId> => {
    for (const id of lead.reports) {
      if (into.has(id)) continue;
      into.add(id);
      const own = byId.get(id);
      if (own) gather(own, into);
    }
    return into;
  };
  return new Map(leads.map((lead) => [lead.leadId, gather(lead, new Set())]));
}

/** Several people are stuck in one area: fix it once, and teach it back. */
export const areaStuck: Rule = {
  rule: 'area-stuck',
  propose: (input) => input.stuck.map((one) => proposal(one, input)),
};

function proposal({ lead, areaId, people, tickets, cause }: StuckArea, input: RuleInput): CardProposal {
  const area = input.desk.areas.get(areaId) ?? 'One area';
  const best = bestPlaced(input, lead, areaId, []);
  const own = tickets.filter(({ ticket }) => lead.reports.includes(ticket.holderId!));
  return {
    leadId: lead.leadId,
    rule: 'area-stuck',
    kind: 'fix',
    subject: `area/${areaId}`,
    personId: null,
    trigger: asTrigger(
      `${area} is stuck with ${countOf(people.length, 'person', 'people')}: ${countOf(tickets.length, 'ticket takes', 'tickets take')} longer than usual there.`,
    ),
    firstSentence: asFirstSentence(`What is it about ${area} at the moment, and what would help all of you at once?`),
    evidence: {
      facts: [
        `${capitalise(countOf(tickets.length, 'late ticket', 'late tickets'))}: ${numbersOf(tickets)}.`,
        ...(best === null
          ? ['Nobody here is known to bring such tickets to the end often enough: it may take somebody from outside.']
          : [
              `Fix it once, then ${best.personId === lead.leadId ? 'show it to them' : `let ${called(input.chart, best.personId)} show it to the others`}.`,
            ]),
      ],
      doors: [
        ...own.slice(0, 3).flatMap(({ ticket }) => ticketDoor(lead, ticket)),
        { ref: 'playbook/today.area-stuck', label: 'When an area is stuck' },
      ],
      shares: sharesOf(cause ?? undefined),
      best,
      links: [],
    },
    urgency: within(0.65 + 0.05 * (people.length - input.playbook['today.area-stuck'])),
  };
}

const SHOWN = 5;
const numbersOf = (tickets: StuckArea['tickets']) =>
  tickets
    .slice(0, SHOWN)
    .map(({ ticket }) => ticket.number)
    .join(', ') + (tickets.length > SHOWN ? ' and more' : '');
