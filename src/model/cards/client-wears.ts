import type { CardProposal } from '../../records/cards/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { countOf, joinNames } from '../words.ts';
import { peopleBelow, standsOut } from './area-stuck.ts';
import { lateTickets, within } from './late-tickets.ts';
import type { Lead, Rule, RuleInput } from './types.ts';
import { asFirstSentence, asTrigger } from './words.ts';

/** What several of a lead's people, at whatever depth, have of one client: late tickets, and answers that were not good. */
type Hard = { lead: Lead; clientId: number; people: Set<PersonId>; late: number; answers: number };

/** A client that is hard on several people: a matter between firms, for the lowest lead under whom enough of them are. */
export const clientWears: Rule = {
  rule: 'client-wears',
  propose: (input) => {
    const below = peopleBelow(input.leads);
    const found = input.leads.flatMap((lead) => hardFor(lead, below.get(lead.leadId)!, input));
    const isLower = (one: Hard, than: Hard) =>
      one !== than && one.clientId === than.clientId && below.get(than.lead.leadId)!.has(one.lead.leadId);
    return found.filter((one) => !found.some((other) => isLower(other, one))).map((one) => proposal(one, input));
  },
};

/**
 * Late tickets and dissatisfied answers count where they stand out from those of the lead's other clients: of a large
 * client there are always some.
 */
function hardFor(lead: Lead, under: ReadonlySet<PersonId>, input: RuleInput): Hard[] {
  const isUnder = (id: PersonId | null): id is PersonId => id !== null && under.has(id);
  const late = new Set(lateTickets(input).map(({ ticket }) => ticket.ticketId));
  const open = input.desk.tickets
    .filter(({ holderId }) => isUnder(holderId))
    .map(({ holderId, clientId, ticketId }) => ({
      personId: holderId!,
      clientId,
      count: late.has(ticketId) ? 1 : 0,
      of: 1,
    }));
  const answers = (input.conditions?.answersLately ?? []).filter(({ personId }) => isUnder(personId));
  const clients = [...new Set([...open, ...answers].flatMap(({ clientId }) => clientId ?? []))];
  // Of each client late tickets are looked at, and answers.
  const among = 2 * clients.length;
  return clients.flatMap((clientId) => {
    const [lateOnes, unhappy] = [standingOut(open, clientId, among), standingOut(answers, clientId, among)];
    const people = new Set([...lateOnes.people, ...unhappy.people]);
    const isHard = people.size >= input.playbook['today.client-wears'];
    return isHard ? [{ lead, clientId, people, late: lateOnes.count, answers: unhappy.count }] : [];
  });
}

type Counted = { personId: PersonId; clientId: number | null; count: number; of: number };

function standingOut(all: readonly Counted[], clientId: number, among: number): { people: PersonId[]; count: number } {
  const sum = (rows: readonly Counted[], key: 'count' | 'of') => rows.reduce((so, row) => so + row[key], 0);
  const own = all.filter((row) => row.clientId === clientId);
  const others = { late: sum(all, 'count') - sum(own, 'count'), open: sum(all, 'of') - sum(own, 'of') };
  const stands = sum(own, 'count') > 0 && standsOut(sum(own, 'count'), sum(own, 'of'), others, among);
  if (!stands) return { people: [], count: 0 };
  return { people: own.flatMap(({ count, personId }) => (count > 0 ? [personId] : [])), count: sum(own, 'count') };
}

function proposal({ lead, clientId, people, late, answers }: Hard, input: RuleInput): CardProposal {
  const client = input.desk.clients.get(clientId) ?? 'One client';
  const what = [
    ...(late > 0 ? [countOf(late, 'late ticket', 'late tickets')] : []),
    ...(answers > 0 ? [countOf(answers, 'dissatisfied answer', 'dissatisfied answers')] : []),
  ];
  return {
    leadId: lead.leadId,
    rule: 'client-wears',
    kind: 'listen',
    subject: `client/${clientId}`,
    personId: null,
    trigger: asTrigger(
      `${client} is hard on ${countOf(people.size, 'person', 'people')}: ${joinNames(what, 'and')} within four weeks.`,
    ),
    firstSentence: asFirstSentence(`How is it to work for ${client} at the moment, and what would help you?`),
    evidence: {
      facts: [
        'More than with other clients, even with all of them looked at, and of several people at once, so it is hardly about one of them. Ask, then talk with the client.',
        'An answer counts by the day on which its ticket was resolved.',
      ],
      doors: [{ ref: 'playbook/today.client-wears', label: 'When a client wears people down' }],
      shares: null,
      best: null,
      links: [],
    },
    urgency: within(0.55 + 0.05 * (people.size - input.playbook['today.client-wears'])),
  };
}
