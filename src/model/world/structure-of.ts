import type { Day } from '../../base/time.ts';
import type { PeoplePlan, PlannedSeat } from '../../records/people/plan.ts';
import type { PersonId, Seat, SeatId, SeatState, Structure, TeamId } from '../../records/people/types.ts';

/**
 * The structure that a plan makes in an empty firm, without a database: people, seats and teams numbered from 1 in the
 * plan's order. What the plan does not say becomes what the store assumes: product work, aspiration not asked.
 */
export function structureOf(plan: PeoplePlan, day: Day): Structure {
  const personId = new Map(plan.people.map((person, i) => [person.key, (i + 1) as PersonId]));
  const seatId = new Map(plan.seats.map((seat, i) => [seat.key, (i + 1) as SeatId]));
  const names = [...plan.people, ...plan.seats].flatMap(({ team }) => (team === null ? [] : [team]));
  const teamId = new Map([...new Set(names)].map((name, i) => [name, (i + 1) as TeamId]));
  return {
    day,
    people: plan.people.map((person) => ({
      personId: personId.get(person.key)!,
      name: person.name,
      email: person.email,
      title: person.title,
      work: person.work ?? 'product',
      aspiration: person.aspiration ?? 'not-asked',
      aspirationDay: person.aspiration === null || person.aspiration === 'not-asked' ? null : day,
      startedOn: person.startedOn,
      leftOn: null,
      site: person.site,
      timeZone: person.timeZone,
      hoursPerWeek: person.hoursPerWeek,
      ownTicketHours: person.ownTicketHours,
    })),
    teams: [...teamId].map(([name, id]) => ({ teamId: id, name })),
    seats: plan.seats.map((seat) => seatOf(seat, day, personId, seatId, teamId)),
    memberships: plan.people.flatMap(({ key, team }) =>
      team === null ? [] : [{ personId: personId.get(key)!, teamId: teamId.get(team)! }],
    ),
    lines: plan.people.flatMap(({ key, reportsTo }) =>
      reportsTo === null ? [] : [{ personId: personId.get(key)!, seatId: seatId.get(reportsTo)! }],
    ),
  };
}

function seatOf(
  seat: PlannedSeat,
  day: Day,
  personId: ReadonlyMap<string, PersonId>,
  seatId: ReadonlyMap<string, SeatId>,
  teamId: ReadonlyMap<string, TeamId>,
): Seat {
  return {
    seatId: seatId.get(seat.key)!,
    title: seat.title,
    teamId: seat.team === null ? null : teamId.get(seat.team)!,
    state: stateOf(seat, day),
    holderId: seat.holder === null ? null : personId.get(seat.holder)!,
    heldSince: seat.heldSince,
    actingUntil: seat.actingUntil,
    reportsTo: seat.reportsTo === null ? null : seatId.get(seat.reportsTo)!,
    plannedFor: seat.plannedFor,
    openSince: seat.openSince,
    handsOn: null,
    distanceOverride: null,
    overrideReason: null,
  };
}

function stateOf(seat: PlannedSeat, day: Day): SeatState {
  if (seat.holder !== null) return seat.actingUntil === null ? 'held' : 'acting';
  return seat.plannedFor !== null && seat.plannedFor > day ? 'planned' : 'vacant';
}
