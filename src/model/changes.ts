import type { Person, PersonId, Seat, SeatId, Structure } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Demand } from '../records/verdicts/types.ts';
import { findDemand, stepsForDemand } from './demand.ts';
import { findDistance } from './distance.ts';
import { type Chart, countTechnicians, isFilled, readChart, reportsOf } from './structure.ts';
import { capitalise, countOf, joinNames, sayDay } from './words.ts';

/** One thing that bears on the balance and is other than it was. */
export type Change = {
  text: string;
  /** Which seat it is about; null: the whole firm. */
  seatId: SeatId | null;
};

type Then = { chart: Chart; technicians: number };

/**
 * What is other in the structure than it was on an earlier day: who holds which seat, how many report to whom, how large
 * the firm is, and what each job needs therefore, by today's playbook. `only`: of these seats, and nobody by name who holds
 * none of them; null: of all. Null: nothing was known on that day, so that everything would be new.
 */
export function changesBetween(
  before: Structure,
  now: Structure,
  { playbook, only }: { playbook: Playbook; only: ReadonlySet<SeatId> | null },
): Change[] | null {
  if (!before.seats.some(isFilled)) return null;
  const is = chartOf(startedBy(now));
  const was = chartOf(toldLater(startedBy(thereThen(before)), is.chart.structure));
  const meant = (seats: readonly Seat[]) => seats.filter(({ seatId }) => only === null || only.has(seatId));
  const seats = meant(is.chart.structure.seats);
  return [
    ...[...seats, ...meant(closedSince(was.chart, is.chart))].flatMap((seat) =>
      holderChange(seat, was.chart, is.chart),
    ),
    ...seats.flatMap((seat) => reportsChange(seat, was.chart, is.chart)),
    ...sizeChange(was, is, only === null),
    ...needChanges(seats, was, is, playbook),
  ];
}

const chartOf = (structure: Structure): Then => ({
  chart: readChart(structure),
  technicians: countTechnicians(structure),
});

/** Without those who had not begun yet on its day. */
function startedBy(structure: Structure): Structure {
  const people = structure.people.filter(({ startedOn }) => startedOn === null || startedOn <= structure.day);
  const here = new Set(people.map(({ personId }) => personId));
  return {
    ...structure,
    people,
    seats: structure.seats.map((seat) => (seat.holderId !== null && !here.has(seat.holderId) ? vacated(seat) : seat)),
    memberships: structure.memberships.filter(({ personId }) => here.has(personId)),
    lines: structure.lines.filter(({ personId }) => here.has(personId)),
  };
}

/**
 * Without those of whom nothing was told yet and whose first day nobody knows: where others had their place already, they
 * are taken to have come since.
 */
function thereThen(before: Structure): Structure {
  if (before.lines.length === 0) return before;
  const placed = new Set([...before.lines, ...before.memberships].map(({ personId }) => personId));
  for (const { holderId } of before.seats) if (holderId !== null) placed.add(holderId);
  return { ...before, people: before.people.filter((one) => one.startedOn !== null || placed.has(one.personId)) };
}

/** What nobody had said yet of those who were there is taken as it is now: being told is no change. */
function toldLater(before: Structure, now: Structure): Structure {
  const here = new Set(before.people.map(({ personId }) => personId));
  const seats = new Map(before.seats.map((seat) => [seat.seatId, seat]));
  const above = new Map(now.seats.map((seat) => [seat.seatId, seat.reportsTo]));
  const missing = <T extends { personId: PersonId }>(then: readonly T[], rows: readonly T[]) => {
    const known = new Set(then.map(({ personId }) => personId));
    return rows.filter(({ personId }) => here.has(personId) && !known.has(personId));
  };
  const lines = missing(before.lines, now.lines).filter(
    ({ personId, seatId }) => seats.has(seatId) && seats.get(seatId)!.holderId !== personId,
  );
  return {
    ...before,
    seats: before.seats.map((seat) => {
      const later = above.get(seat.seatId) ?? null;
      return seat.reportsTo === null && later !== null && seats.has(later) ? { ...seat, reportsTo: later } : seat;
    }),
    memberships: [...before.memberships, ...missing(before.memberships, now.memberships)],
    lines: [...before.lines, ...lines],
  };
}

const vacated = (seat: Seat): Seat => ({ ...seat, holderId: null, state: 'vacant', heldSince: null });

const closedSince = (was: Chart, is: Chart): Seat[] =>
  was.structure.seats.filter(({ seatId, state }) => !is.seat.has(seatId) && state !== 'planned');

function holderChange({ seatId, title }: Seat, was: Chart, is: Chart): Change[] {
  const [then, now] = [was.seat.get(seatId), is.seat.get(seatId)];
  const say = (text: string): Change[] => [{ text, seatId }];
  const held = then && isFilled(then) ? nameOf(was, then.holderId) : null;
  if (now === undefined) return say(`${title} is closed${held === null ? '' : `; ${held} held it`}.`);
  if (!isFilled(now)) {
    if (held !== null) return say(`${title} is open; ${held} held it.`);
    return then?.state === 'planned' && now.state === 'vacant' ? say(`${title} is to be filled now, as planned.`) : [];
  }
  const name = nameOf(is, now.holderId);
  const since = now.heldSince === null ? '' : ` since ${sayDay(now.heldSince)}`;
  if (then?.holderId !== now.holderId) {
    const verb = now.state === 'acting' ? 'tries' : 'holds';
    return say(`${name} ${verb} ${title}${since}; before, ${held === null ? 'nobody did' : `it was ${held}`}.`);
  }
  if (then.state === 'acting' && now.state === 'held') return say(`${name} holds ${title} for good; it was a trial.`);
  return [];
}

function reportsChange(seat: Seat, was: Chart, is: Chart): Change[] {
  const then = was.seat.get(seat.seatId);
  if (then === undefined || !isFilled(seat)) return [];
  const more = reportsOf(is, seat).length - reportsOf(was, then).length;
  if (more === 0) return [];
  const count = reportsOf(is, seat).length;
  return [
    { text: `${nameOf(is, seat.holderId)} leads ${count} now, ${sayDifference(more)} than then.`, seatId: seat.seatId },
  ];
}

function sizeChange(was: Then, is: Then, byName: boolean): Change[] {
  const more = is.technicians - was.technicians;
  const came = namesOf(is.chart.structure.people, was.chart);
  const went = namesOf(was.chart.structure.people, is.chart);
  if (more === 0 && (came.length + went.length === 0 || !byName)) return [];
  const moves = [
    ...(came.length > 0 ? [`${joinNames(came, 'and')} came`] : []),
    ...(went.length > 0 ? [`${joinNames(went, 'and')} left`] : []),
  ];
  const who = byName ? moves.join(', ') : '';
  const size = `${countOf(is.technicians, 'technician', 'technicians')}, ${more === 0 ? 'as many as' : `${sayDifference(more)} than`} then`;
  return [{ text: `${capitalise(size)}${who === '' ? '' : `: ${who}`}.`, seatId: null }];
}

/** Beyond this, a number says it better than a row of names. */
const NAMED = 4;

function namesOf(people: readonly Person[], other: Chart): string[] {
  const found = people.filter(({ personId, work }) => work !== 'service-account' && !other.person.has(personId));
  return found.length > NAMED ? [`${found.length} people`] : found.map(({ name }) => name);
}

/** What the jobs need, as it is shown: to a tenth of a level. Jobs that changed alike are told together. */
function needChanges(seats: readonly Seat[], was: Then, is: Then, playbook: Playbook): Change[] {
  const moved = seats.flatMap((seat) => {
    const then = was.chart.seat.get(seat.seatId);
    if (then === undefined) return [];
    const text = sayNeeds(needOf(then, was, playbook), needOf(seat, is, playbook));
    return text === '' ? [] : [{ seat, text }];
  });
  const alike = Map.groupBy(moved, ({ text }) => text);
  return [...alike].map(([text, rows]) => ({
    text: `${joinNames(
      rows.map(({ seat }) => seat.title),
      'and',
    )}: ${text}.`,
    seatId: rows.length === 1 ? rows[0]!.seat.seatId : null,
  }));
}

const needOf = (seat: Seat, { chart, technicians }: Then, playbook: Playbook): Demand =>
  findDemand(stepsForDemand(findDistance(chart, seat)), technicians, playbook);

function sayNeeds(then: Demand, now: Demand): string {
  const sides = (['technical', 'people'] as const).flatMap((side) => {
    const [from, to] = [then[side].toFixed(1), now[side].toFixed(1)];
    return from === to ? [] : [`${to} ${side === 'technical' ? 'with the work' : 'with people'} (was ${from})`];
  });
  return sides.length === 0 ? '' : `needs ${joinNames(sides, 'and')}`;
}

const nameOf = (chart: Chart, personId: PersonId): string => chart.person.get(personId)!.name;
const sayDifference = (more: number): string => `${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'}`;
