import { Refusal } from '../../base/errors.ts';
import type { PeoplePlan, PlannedPerson, PlannedSeat } from '../../records/people/plan.ts';
import type { Structure } from '../../records/people/types.ts';

export type TypedPerson = {
  name: string;
  team?: string | null;
  title?: string | null;
  email?: string | null;
  reportsTo?: string | null;
};

const keyOf = (name: string) => name.trim().toLowerCase();
const text = (value: string | null | undefined) => value?.trim() || null;

/**
 * What was typed, as a plan: everyone whom somebody reports to holds a seat; teams named as lacking a lead get a vacant
 * one. Names may refer to people who are there already.
 */
export function planOfTyped(
  typed: TypedPerson[],
  vacantLeads: { team: string; title?: string | null }[],
  there: Structure,
): PeoplePlan {
  refuseDoubles(typed);
  const managers = new Set(typed.flatMap((person) => (text(person.reportsTo) ? [keyOf(person.reportsTo!)] : [])));
  const known = new Map(there.people.map((person) => [keyOf(person.name), person.name]));
  const rows = new Map(typed.map((person) => [keyOf(person.name), person]));
  for (const manager of managers) {
    if (!rows.has(manager) && !known.has(manager)) {
      const from = typed.find((person) => text(person.reportsTo) && keyOf(person.reportsTo!) === manager)!;
      throw new Refusal(
        'bad-input',
        `${from.name} reports to "${from.reportsTo}", who is not on the list: add them or correct the name.`,
        { field: 'reportsTo' },
      );
    }
  }
  const seatOf = (name: string | null | undefined) => (text(name) ? `held:${keyOf(name!)}` : null);
  const people = typed.map((person) => personOf(person, managers, seatOf));
  const already = [...managers]
    .filter((manager) => !rows.has(manager))
    .map((manager) => personOf({ name: known.get(manager)! }, managers, seatOf));
  const seats = [...managers].map((manager) =>
    heldSeat(manager, rows.get(manager) ?? { name: known.get(manager)! }, typed, there, seatOf),
  );
  return { people: [...people, ...already], seats: [...seats, ...vacantLeads.map(vacantSeat)] };
}

function refuseDoubles(typed: TypedPerson[]) {
  const seen = new Set<string>();
  for (const person of typed) {
    const key = keyOf(person.name);
    if (seen.has(key))
      throw new Refusal(
        'bad-input',
        `${person.name} is on the list twice: keep one, or add something to tell them apart.`,
        { field: 'name' },
      );
    seen.add(key);
    if (text(person.reportsTo) && keyOf(person.reportsTo!) === key) {
      throw new Refusal(
        'bad-input',
        `${person.name} can't report to themselves: leave "reports to" empty for the top.`,
        { field: 'reportsTo' },
      );
    }
  }
}

function personOf(
  person: TypedPerson,
  managers: Set<string>,
  seatOf: (name: string | null | undefined) => string | null,
): PlannedPerson {
  // Who holds a seat reports where the seat reports; a line of their own would say it twice.
  const leads = managers.has(keyOf(person.name));
  return {
    key: keyOf(person.name),
    name: person.name.trim(),
    email: text(person.email),
    title: text(person.title),
    team: text(person.team),
    work: null,
    aspiration: null,
    startedOn: null,
    site: null,
    timeZone: null,
    hoursPerWeek: null,
    ownTicketHours: null,
    reportsTo: leads ? null : seatOf(person.reportsTo),
    line: null,
  };
}

function heldSeat(
  manager: string,
  person: TypedPerson,
  typed: TypedPerson[],
  there: Structure,
  seatOf: (name: string | null | undefined) => string | null,
): PlannedSeat {
  const teams = new Set(
    typed
      .filter((one) => text(one.reportsTo) && keyOf(one.reportsTo!) === manager)
      .flatMap((one) => (text(one.team) ? [one.team!.trim()] : [])),
  );
  const own = text(person.team);
  const team = teams.size === 1 ? [...teams][0]! : own !== null && teams.has(own) ? own : null;
  const held = there.seats.find((seat) =>
    there.people.some((one) => one.personId === seat.holderId && keyOf(one.name) === manager),
  );
  return {
    key: `held:${manager}`,
    title: held?.title ?? text(person.title) ?? (team ? `Lead, ${team}` : 'Lead'),
    team,
    holder: manager,
    reportsTo: seatOf(person.reportsTo),
    plannedFor: null,
    heldSince: null,
    actingUntil: null,
    openSince: null,
  };
}

function vacantSeat(lead: { team: string; title?: string | null }): PlannedSeat {
  return {
    key: `vacant:${keyOf(lead.team)}`,
    title: text(lead.title) ?? `Lead, ${lead.team.trim()}`,
    team: lead.team.trim(),
    holder: null,
    reportsTo: null,
    plannedFor: null,
    heldSince: null,
    actingUntil: null,
    openSince: null,
  };
}
