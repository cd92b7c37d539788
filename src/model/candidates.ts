import type { Person, PersonId, Seat, SeatId } from '../records/people/types.ts';
import type { Distance } from '../records/verdicts/types.ts';
import { type Chart, reportsOf, seatsBelow } from './structure.ts';

/**
 * Who could lead from a seat: people who report to it, members of the team it leads, holders of the seats that report to
 * it, and whoever acts in it; never a service account, never somebody who holds a seat as far from the product or
 * farther. People proposed by name are always among them. In order of id.
 */
export function findCandidates(
  chart: Chart,
  seat: Seat,
  distances: ReadonlyMap<SeatId, Distance>,
  proposed: readonly PersonId[] = [],
): Person[] {
  const below = new Set(seatsBelow(chart, seat.seatId).map((one) => one.seat.seatId));
  const mayRise = (person: Person) =>
    (chart.seatsOf.get(person.personId) ?? []).every(
      (held) => below.has(held.seatId) || isNearer(distances.get(held.seatId), distances.get(seat.seatId)),
    );
  const team = seat.teamId === null ? [] : (chart.members.get(seat.teamId) ?? []);
  const found = new Map<PersonId, Person>();
  for (const person of [...reportsOf(chart, seat), ...team]) {
    if (person.personId !== seat.holderId && mayRise(person)) found.set(person.personId, person);
  }
  const acting = seat.state === 'acting' && seat.holderId !== null ? [seat.holderId] : [];
  for (const id of [...acting, ...proposed]) {
    const person = chart.person.get(id);
    if (person) found.set(id, person);
  }
  return [...found.values()]
    .filter((one) => one.work !== 'service-account')
    .sort((one, other) => one.personId - other.personId);
}

function isNearer(one: Distance | undefined, other: Distance | undefined): boolean {
  return one?.status === 'known' && other?.status === 'known' && one.steps < other.steps;
}
