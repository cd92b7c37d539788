import type { CardProposal } from '../../records/cards/types.ts';
import type { DeskTicket } from '../../records/desk/types.ts';
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

type Candidate = Omit<StuckArea, 'cause'>;

/**
 * Areas that are stuck, each with the lowest lead under whom enough people are: one fix for all of them, and who knows
 * teaches the others. Of each lead as many as there can be cards are looked into, those with most people first.
 */
export function stuckAreas(input: Omit<RuleInput, 'stuck' | 'causes'>): StuckArea[] {
  const below = peopleBelow(input.leads);
  const found = input.leads.flatMap((lead) => candidatesOf(lead, below.get(lead.leadId)!, input));
  const isLower = (one: Candidate, than: Candidate) =>
    one !== than && one.areaId === than.areaId && below.get(than.lead.leadId)!.has(one.lead.leadId);
  const lowest = found.filter((one) => !found.some((other) => isLower(other, one)));
  const looked = [...Map.groupBy(lowest, ({ lead }) => lead).values()].flatMap((own) =>
    own.toSorted((a, b) => b.people.length - a.people.length).slice(0, Math.round(input.playbook['today.most'])),
  );
  return looked.flatMap((one) => {
    const cause = input.attribute?.(new Set(one.tickets.map(({ ticket }) => ticket.ticketId))) ?? null;
    return isOfArea(cause, input) ? [{ ...one, cause }] : [];
  });
}

/** Areas in which enough of those under a lead have a late ticket, and more than elsewhere. */
function candidatesOf(lead: Lead, under: ReadonlySet<PersonId>, input: Parameters<typeof stuckAreas>[0]): Candidate[] {
  const isTheirs = ({ holderId, areaId }: DeskTicket) => holderId !== null && areaId !== null && under.has(holderId);
  const open = input.desk.tickets.filter(isTheirs);
  const late = lateTickets(input).filter(({ ticket }) => isTheirs(ticket));
  const among = new Set(open.map(({ areaId }) => areaId)).size;
  return [...Map.groupBy(late, ({ ticket }) => ticket.areaId!)].flatMap(([areaId, tickets]) => {
    const people = [...new Set(tickets.map(({ ticket }) => ticket.holderId!))];
    const here = open.filter((ticket) => ticket.areaId === areaId).length;
    const elsewhere = { late: late.length - tickets.length, open: open.length - here };
    const isStuck =
      people.length >= input.playbook['today.area-stuck'] && standsOut(tickets.length, here, elsewhere, among);
    return isStuck ? [{ lead, areaId, people, tickets }] : [];
  });
}

/** Where it can be told, enough of it has to go back to the area; one client or one person's conditions is not for this card. */
const isOfArea = (cause: Attribution | null, { playbook }: Pick<RuleInput, 'playbook'>): boolean =>
  cause?.status !== 'attributed' || cause.shares.area.mean >= playbook['stuck.named-from'];

/** Once in so many mornings chance alone may call anything stuck, however much is looked at: a tenth of the time, one-sided. */
const BY_CHANCE = 0.2;

/**
 * More of its open tickets are late than of the others', surely: somewhere some always are. `among`: how many are looked at
 * at once, for each of which chance gets its part (Bonferroni).
 */
export const standsOut = (
  late: number,
  open: number,
  elsewhere: { late: number; open: number },
  among: number,
): boolean =>
  shareInterval(late, open, 1 - BY_CHANCE / Math.max(1, among)).low >
  (elsewhere.open === 0 ? 0 : elsewhere.late / elsewhere.open);

/** Everybody under each lead, through the leads below. */
export function peopleBelow(leads: readonly Lead[]): Map<PersonId, Set<PersonId>> {
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
