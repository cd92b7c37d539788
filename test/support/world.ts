import { fitTechnicians } from '../../src/capabilities/evidence/fitting.ts';
import type { World } from '../../src/model/world/types.ts';
import { EVIDENCE_FACTORS, type TicketEvidence } from '../../src/records/evidence/types.ts';
import type { PersonId } from '../../src/records/people/types.ts';
import { accumulateCrossProducts } from '../../src/science/mixed-model/accumulate.ts';
import { listEntries } from '../../src/science/mixed-model/cross-products.ts';

const FACTORS = EVIDENCE_FACTORS.map((name, i) => ({ key: i + 1, name }));

/** Numbers of a world's people as `structureOf` gives them: the plan's order, from 1. */
export function personIdsOf(world: World): Map<string, PersonId> {
  return new Map(world.plan.people.map((person, i) => [person.key, (i + 1) as PersonId]));
}

/** Fits a world's tickets as the product does, without a database between. */
export function fitWorld(world: World): TicketEvidence {
  const ids = personIdsOf(world);
  const cases = world.tickets.filter((ticket) => ticket.resolvedAt !== null && ticket.minutes !== null);
  const number = numbering();
  const levels = [
    cases.map((ticket) => ids.get(ticket.firstAssignee)!),
    cases.map((ticket) => (ticket.client === null ? 0 : number(`client ${ticket.client}`))),
    cases.map((ticket) => (ticket.area === null ? 0 : number(`area ${ticket.area}`))),
    cases.map((ticket) => number(`team ${ticket.team}`)),
    cases.map((ticket) => ticket.priority),
    cases.map((ticket) => Math.floor(ticket.openedAt / 3_600_000) % 24),
    cases.map(() => 0),
  ];
  const y = cases.map((ticket) => Math.log(Math.max(1, ticket.minutes!)));
  const sums = accumulateCrossProducts({ levels, y }, FACTORS);
  const totals = { n: sums.n, sumY: sums.sumY, sumYY: sums.sumYY };
  return fitTechnicians({ ...totals, entries: [...listEntries(sums)], outcome: 'minutes-worked', dataVersion: 1 })
    .evidence;
}

function numbering(): (name: string) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
    return numbers.get(name)!;
  };
}

/** Tickets that each person resolved first. */
export function closedBy(world: World): Map<PersonId, number> {
  const ids = personIdsOf(world);
  const closed = new Map<PersonId, number>();
  for (const { resolver } of world.tickets) {
    const id = resolver === null ? undefined : ids.get(resolver);
    if (id !== undefined) closed.set(id, (closed.get(id) ?? 0) + 1);
  }
  return closed;
}
