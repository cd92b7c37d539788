import type { PersonId } from '../../records/people/types.ts';
import type { Attribute, Attribution } from '../attribution.ts';
import { lateTickets } from './late-tickets.ts';
import type { RuleInput } from './types.ts';

/**
 * What makes late tickets slow, looked into for the most urgent of each lead: as many as there can be cards, since each
 * takes a thousand draws.
 */
export function findCauses(
  input: Pick<RuleInput, 'desk' | 'leads' | 'chart' | 'late' | 'playbook'>,
  attribute: Attribute,
): Map<number, Attribution> {
  const most = input.playbook['today.most'];
  const counted = new Map<PersonId, number>();
  const causes = new Map<number, Attribution>();
  for (const { lead, ticket } of lateTickets(input)) {
    const before = counted.get(lead.leadId) ?? 0;
    if (before >= most) continue;
    counted.set(lead.leadId, before + 1);
    causes.set(ticket.ticketId, attribute(new Set([ticket.ticketId])));
  }
  return causes;
}

/** Shares of the causes for a card; null: it wasn't looked into, or can't be told. */
export function sharesOf(cause: Attribution | undefined) {
  if (cause?.status !== 'attributed') return null;
  const { ticket, area, client, person } = cause.shares;
  return { ticket: ticket.mean, area: area.mean, client: client.mean, person: person.mean };
}

/**
 * Whose late tickets go back to their own changed conditions more than to anything else: a matter of listening, never a
 * card about the ticket. Numbers of the people found, each once.
 */
export function peopleToHear(input: Pick<RuleInput, 'causes'>): Set<PersonId> {
  const found = [...input.causes.values()].flatMap((cause) =>
    cause.status === 'attributed' && cause.kind === 'person' ? cause.carriers.person.slice(0, 1) : [],
  );
  return new Set(found.map(({ id }) => id as PersonId));
}

/** Whether a ticket is late because of its person's conditions. */
export const isOfConditions = ({ causes }: Pick<RuleInput, 'causes'>, ticketId: number): boolean => {
  const cause = causes.get(ticketId);
  return cause?.status === 'attributed' && cause.kind === 'person';
};
