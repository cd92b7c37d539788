import { Refusal } from '../base/errors.ts';
import type { Person, PersonId, Seat, SeatId, Structure, Team, TeamId } from '../records/people/types.ts';

/** A structure with its references followed once, so that queries don't search. */
export type Chart = {
  structure: Structure;
  person: ReadonlyMap<PersonId, Person>;
  seat: ReadonlyMap<SeatId, Seat>;
  team: ReadonlyMap<TeamId, Team>;
  /** What sentences call a person: the first name where only one person has it, else the whole name. */
  called: ReadonlyMap<PersonId, string>;
  /** Seats that report straight to a seat. */
  seatsUnder: ReadonlyMap<SeatId, Seat[]>;
  /** People whose own line goes to a seat; holders of seats are not among them: they report where their seat reports. */
  peopleUnder: ReadonlyMap<SeatId, Person[]>;
  members: ReadonlyMap<TeamId, Person[]>;
  /** Seats that a person holds or acts in. */
  seatsOf: ReadonlyMap<PersonId, Seat[]>;
};

/** Follows every reference of a structure. Refuses unknown references, circles, and people who report to themselves. */
export function readChart(structure: Structure): Chart {
  const person = new Map(structure.people.map((one) => [one.personId, one]));
  const seat = new Map(structure.seats.map((one) => [one.seatId, one]));
  const team = new Map(structure.teams.map((one) => [one.teamId, one]));
  refuseUnknown(structure, person, seat, team);
  refuseCircle(structure.seats, seat);
  const seatsOf = groupBy(structure.seats, (one) => one.holderId);
  const lines = structure.lines.filter((line) => !seatsOf.has(line.personId));
  refuseOwnReport(structure, person, seat);
  const under = groupBy(lines, (line) => line.seatId);
  const inTeam = groupBy(structure.memberships, (one) => one.teamId);
  const peopleOf = (rows: readonly { personId: PersonId }[]) => rows.map((row) => person.get(row.personId)!);
  return {
    structure,
    person,
    seat,
    team,
    called: callByFirstName(structure.people),
    seatsUnder: groupBy(structure.seats, (one) => one.reportsTo),
    peopleUnder: new Map([...under].map(([id, rows]) => [id, peopleOf(rows)])),
    members: new Map([...inTeam].map(([id, rows]) => [id, peopleOf(rows)])),
    seatsOf,
  };
}

function callByFirstName(people: readonly Person[]): Map<PersonId, string> {
  const first = (one: Person) => one.name.split(' ')[0]!;
  const shared = groupBy(people, (one) => first(one).toLowerCase());
  return new Map(
    people.map((one) => [one.personId, shared.get(first(one).toLowerCase())!.length === 1 ? first(one) : one.name]),
  );
}

/** Number of technicians: people who do product work for clients. The size n of every demand. */
export function countTechnicians(structure: Structure): number {
  return structure.people.filter((one) => one.work === 'product').length;
}

/** Everyone who reports straight to a seat: own lines first, then holders of the seats under it. Never its own holder. */
export function reportsOf(chart: Chart, seat: Seat): Person[] {
  const holders = (chart.seatsUnder.get(seat.seatId) ?? []).map((one) => one.holderId);
  const ids = new Set<PersonId>((chart.peopleUnder.get(seat.seatId) ?? []).map((one) => one.personId));
  for (const id of holders) if (id !== null) ids.add(id);
  if (seat.holderId !== null) ids.delete(seat.holderId);
  return [...ids].map((id) => chart.person.get(id)!).filter((one) => one.work !== 'service-account');
}

/** Every seat below a seat, nearest first, with its steps down. Assumes no circle: `readChart` refused those. */
export function seatsBelow(chart: Chart, seatId: SeatId): { seat: Seat; steps: number }[] {
  const found: { seat: Seat; steps: number }[] = [];
  let layer = chart.seatsUnder.get(seatId) ?? [];
  for (let steps = 1; layer.length > 0; steps++) {
    for (const seat of layer) found.push({ seat, steps });
    layer = layer.flatMap((seat) => chart.seatsUnder.get(seat.seatId) ?? []);
  }
  return found;
}

/** What the screens call the place a seat leads: its team's name, else its title. */
export function placeName(chart: Chart, seat: Seat): string {
  return (seat.teamId !== null && chart.team.get(seat.teamId)?.name) || seat.title;
}

/** Whether somebody is in the seat now, on trial or for good. */
export function isFilled(seat: Seat): seat is Seat & { holderId: PersonId } {
  return seat.holderId !== null && (seat.state === 'held' || seat.state === 'acting');
}

function groupBy<T, K>(rows: readonly T[], key: (row: T) => K | null): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const at = key(row);
    if (at === null) continue;
    const group = groups.get(at);
    if (group) group.push(row);
    else groups.set(at, [row]);
  }
  return groups;
}

function refuseUnknown(
  structure: Structure,
  person: ReadonlyMap<PersonId, Person>,
  seat: ReadonlyMap<SeatId, Seat>,
  team: ReadonlyMap<TeamId, Team>,
): void {
  const refuse = (where: string, what: string, id: number): never => {
    throw new Refusal('bad-input', `${where} names ${what} ${id}, who or which is not in this firm: correct it.`, {
      id,
    });
  };
  for (const one of structure.seats) {
    const where = `The seat ${one.title}`;
    if (one.reportsTo !== null && !seat.has(one.reportsTo)) refuse(where, 'seat', one.reportsTo);
    if (one.holderId !== null && !person.has(one.holderId)) refuse(where, 'person', one.holderId);
    if (one.teamId !== null && !team.has(one.teamId)) refuse(where, 'team', one.teamId);
  }
  for (const line of structure.lines) {
    if (!person.has(line.personId)) refuse('A reporting line', 'person', line.personId);
    if (!seat.has(line.seatId)) refuse('A reporting line', 'seat', line.seatId);
  }
  for (const one of structure.memberships) {
    if (!person.has(one.personId)) refuse('A team', 'person', one.personId);
    if (!team.has(one.teamId)) refuse('A membership', 'team', one.teamId);
  }
}

function refuseCircle(seats: readonly Seat[], byId: ReadonlyMap<SeatId, Seat>): void {
  const safe = new Set<SeatId>();
  for (const start of seats) {
    const path: Seat[] = [];
    let seat: Seat | undefined = start;
    while (seat && !safe.has(seat.seatId)) {
      const at = path.indexOf(seat);
      if (at >= 0) {
        const chain = [...path.slice(at), seat].map((one) => one.title).join(' → ');
        throw new Refusal('bad-input', `Seats can't report in a circle: ${chain}. Change where one of them reports.`, {
          field: 'reportsTo',
          seatIds: path.slice(at).map((one) => one.seatId),
        });
      }
      path.push(seat);
      seat = seat.reportsTo === null ? undefined : byId.get(seat.reportsTo);
    }
    for (const one of path) safe.add(one.seatId);
  }
}

function refuseOwnReport(
  structure: Structure,
  person: ReadonlyMap<PersonId, Person>,
  seat: ReadonlyMap<SeatId, Seat>,
): void {
  for (const line of structure.lines) {
    const one = seat.get(line.seatId)!;
    if (one.holderId !== line.personId) continue;
    const name = person.get(line.personId)!.name;
    throw new Refusal(
      'bad-input',
      `${name} can't report to ${one.title}, the seat that ${name} holds: choose another seat.`,
      { field: 'reportsTo', seatId: one.seatId },
    );
  }
}
