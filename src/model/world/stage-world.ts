import type { World, WorldTicket } from './types.ts';

/** Every name that a world's tickets use, each once: what needs a number before they can be kept. */
export type TicketNames = { people: string[]; teams: string[]; clients: string[]; areas: string[] };

/** Numbers of those names. */
export type TicketNumbers = Record<keyof TicketNames, ReadonlyMap<string, number>>;

/** The names in a world's tickets, accounts and addresses included. */
export function namesInTickets(world: World): TicketNames {
  const unique = (names: Iterable<string | null>) => [...new Set(names)].filter((name) => name !== null);
  return {
    people: unique(world.tickets.flatMap((ticket) => ticket.events.map((event) => event.assignee))),
    teams: unique(world.tickets.map((ticket) => ticket.team)),
    clients: unique(world.tickets.map((ticket) => ticket.client)),
    areas: unique(world.tickets.map((ticket) => ticket.area)),
  };
}

/**
 * A world's tickets as an import stages them, with the hands that a list of tickets can't tell: who was first meant to
 * solve it, hand-ons, whether it started with nobody. `passesOn` holds the numbers of dispatchers and service accounts.
 */
export function* stagedTicketsOf(world: World, numbers: TicketNumbers, passesOn: ReadonlySet<number>) {
  for (const [place, ticket] of world.tickets.entries()) {
    const people = ticket.events.map((event) => (event.assignee === null ? null : numbers.people.get(event.assignee)!));
    const assigned = people.findIndex((id) => id !== null && !passesOn.has(id));
    const after = assigned < 0 ? [] : people.slice(assigned).filter((id) => id !== null);
    yield {
      place,
      externalId: ticket.number,
      openedAt: ticket.openedAt,
      resolvedAt: ticket.resolvedAt,
      firstAssigneeId: after[0] ?? null,
      firstAssignedAt: ticket.events[assigned]?.at ?? null,
      firstTeamId: numbers.teams.get(ticket.team)!,
      clientId: ticket.client === null ? null : numbers.clients.get(ticket.client)!,
      categoryId: ticket.area === null ? null : numbers.areas.get(ticket.area)!,
      priority: ticket.priority,
      triageDifficulty: ticket.triage,
      triageAt: ticket.triage === null ? null : ticket.openedAt,
      minutesWorked: ticket.minutes,
      queueMinutes: null,
      startedUnassigned: people[0] === null,
      handoffs: after.filter((id, i) => i > 0 && id !== after[i - 1]).length,
      reopenCount: ticket.reopened ? 1 : 0,
      escalated: escalated(ticket, after),
      satisfaction: ticket.satisfaction === null ? null : (ticket.satisfaction - 1) / 4,
      ...helpOn(ticket, after),
    };
  }
}

/** A world's events as an import stages them: place of the ticket, number in its story from 1, time, state, person, team. */
export function* stagedEventsOf(world: World, numbers: TicketNumbers) {
  for (const [place, ticket] of world.tickets.entries())
    for (const [seq, { at, state, assignee, team }] of ticket.events.entries()) {
      const person = assignee === null ? null : numbers.people.get(assignee)!;
      yield [place, seq + 1, at, state, person, numbers.teams.get(team)!] as const;
    }
}

/** Whoever resolved it for the one before, unless that was who had it first. */
function helpOn(
  ticket: WorldTicket,
  after: readonly number[],
): { resolverId: number | null; handedById: number | null } {
  const hands = after.filter((id, i) => id !== after[i - 1]);
  const helped = ticket.resolvedAt !== null && hands.length > 1 && hands.at(-1) !== hands[0];
  return helped ? { resolverId: hands.at(-1)!, handedById: hands.at(-2)! } : { resolverId: null, handedById: null };
}

/** Left the first hands before it was resolved; null: never in hands, or still open in the first. */
function escalated(ticket: WorldTicket, after: readonly number[]): boolean | null {
  if (after.length === 0) return null;
  const left = after.some((id) => id !== after[0]);
  return ticket.resolvedAt === null && !left ? null : left;
}
