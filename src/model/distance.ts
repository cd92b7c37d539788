import type { Person, PersonId, Seat, SeatId } from '../records/people/types.ts';
import type { Distance } from '../records/verdicts/types.ts';
import { type Chart, isFilled, seatsBelow } from './structure.ts';

/**
 * Steps from a seat down to the product: the median number of primary reporting steps to people below who do product
 * work, the nearer of two middle values. Own tickets of the seat's holder don't change it. See docs/glossary.md.
 */
export function findDistance(chart: Chart, seat: Seat): Distance {
  if (seat.distanceOverride !== null) {
    const why = seat.overrideReason ? `: ${seat.overrideReason}` : '';
    return { status: 'known', steps: seat.distanceOverride, basis: 'override', text: `Set by hand${why}` };
  }
  const steps = stepsToProduct(chart, seat);
  if (steps.length > 0) {
    const middle = lowerMedian(steps);
    const text = `${sayCount(steps.length, 'person does', 'people do')} product work below; half of them within ${sayCount(middle, 'step', 'steps')}`;
    return { status: 'known', steps: middle, basis: 'people-below', text };
  }
  const team = teamItWouldLead(chart, seat);
  if (team.length > 0) {
    const text = `${sayCount(team.length, 'person does', 'people do')} product work in the team it would lead`;
    return { status: 'known', steps: 1, basis: 'team-it-would-lead', text };
  }
  if (leadsAnOpenTeam(seat)) {
    return {
      status: 'known',
      steps: 1,
      basis: 'team-it-would-lead',
      text: 'It would lead a team whose people are not listed here',
    };
  }
  if (seat.handsOn === true)
    return { status: 'known', steps: 0, basis: 'hands-on', text: 'Nobody reports to it and its own work is hands-on' };
  return {
    status: 'asked',
    text: 'Nobody who does product work is below it: say who reports to it, or whether its work is hands-on',
  };
}

/** Distances of every seat. */
export function findDistances(chart: Chart): Map<SeatId, Distance> {
  return new Map(chart.structure.seats.map((seat) => [seat.seatId, findDistance(chart, seat)]));
}

/** Does product work: a lead whose own tickets are told to be none only leads. */
function doesProductWork(person: Person, leads: boolean): boolean {
  return person.work === 'product' && !(leads && person.ownTicketHours === 0);
}

/** Steps down to each person below who does product work, each counted once and at their nearest place. */
function stepsToProduct(chart: Chart, seat: Seat): number[] {
  const found = new Map<PersonId, number>();
  const note = (person: Person, steps: number, leads: boolean) => {
    if (person.personId !== seat.holderId && doesProductWork(person, leads) && !found.has(person.personId))
      found.set(person.personId, steps);
  };
  for (const person of chart.peopleUnder.get(seat.seatId) ?? []) note(person, 1, false);
  // Nearest first, so that the first note of somebody who holds two seats is the shorter one.
  for (const below of seatsBelow(chart, seat.seatId)) {
    if (isFilled(below.seat)) note(chart.person.get(below.seat.holderId)!, below.steps, true);
    for (const person of chart.peopleUnder.get(below.seat.seatId) ?? []) note(person, below.steps + 1, false);
  }
  return [...found.values()];
}

/** Nobody leads the team yet, and whoever will is one step from its work, listed or not. */
function leadsAnOpenTeam(seat: Seat): boolean {
  return !isFilled(seat) && seat.teamId !== null;
}

function teamItWouldLead(chart: Chart, seat: Seat): Person[] {
  if (!leadsAnOpenTeam(seat) || seat.teamId === null) return [];
  return (chart.members.get(seat.teamId) ?? []).filter((one) => one.work === 'product');
}

function lowerMedian(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;
}

function sayCount(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
