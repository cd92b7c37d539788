import { isTimeZone } from '../../base/calendar.ts';
import { Refusal } from '../../base/errors.ts';
import type { FirmContext } from '../../platform/context.ts';
import { forgetWeeks } from '../../records/conditions/store.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { PersonId, Structure, TeamId } from '../../records/people/types.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import {
  readHeldHours,
  readTeamHours,
  removeShifts,
  replaceShifts,
  saveTeamHours,
} from '../../records/shifts/store.ts';
import type { KeptShift, TeamHours } from '../../records/shifts/types.ts';
import type { HeldWeeks } from './contract.ts';
import { sayHours } from './hours-words.ts';

/** Everybody's hours in words, and when each team owes its clients somebody. */
export async function findHours(ctx: FirmContext): Promise<HeldWeeks> {
  const structure = await structureOf(ctx);
  const held = Map.groupBy(await readHeldHours(ctx.db), ({ shift }) => shift.person);
  const teamHours = await readTeamHours(ctx.db);
  const playbook = await readPlaybook(ctx.db);
  const teamOf = new Map(structure.memberships.map(({ personId, teamId }) => [personId, teamId]));
  return {
    people: peopleOf(structure).map(({ personId, name, timeZone }) => {
      const theirs = held.get(personId) ?? [];
      const said = sayHours(theirs.map(({ shift }) => shift));
      return { personId, name, timeZone, teamId: teamOf.get(personId) ?? null, said, entries: theirs.length };
    }),
    teams: structure.teams.map(({ teamId, name }) => {
      const hours = teamHours.get(teamId) ?? null;
      return { teamId, name, hours, timeZone: hours?.timeZone ?? zoneIn(structure, teamId) };
    }),
    usual: {
      from: Math.round(playbook['cover.day-starts'] * 60),
      to: Math.round(playbook['cover.day-ends'] * 60),
      weekdays: Array.from({ length: Math.round(playbook['cover.days']) }, (_, i) => i + 1),
    },
  };
}

/** The people whose hours may be kept. */
export const peopleOf = ({ people }: Structure) => people.filter(({ work }) => work !== 'service-account');

export const structureOf = async ({ db, now }: Pick<FirmContext, 'db' | 'now'>): Promise<Structure> =>
  readStructure(db, await firmDay(db, now()));

/** A zone of somebody in a team, to begin with; null: nobody has one. */
function zoneIn({ people, memberships }: Structure, teamId: TeamId): string | null {
  const members = new Set(memberships.filter((one) => one.teamId === teamId).map(({ personId }) => personId));
  return people.find(({ personId, timeZone }) => members.has(personId) && timeZone !== null)?.timeZone ?? null;
}

/** Refuses what is no time zone. */
export function zoneOf(timeZone: string, field = 'timeZone'): string {
  if (isTimeZone(timeZone)) return timeZone;
  throw new Refusal('bad-input', `"${timeZone}" is no time zone: give one such as Europe/Berlin or America/Chicago.`, {
    field,
  });
}

type Week = {
  teamId: number | null;
  personId: number | null;
  kind: 'shift' | 'on-call';
  weekdays: number[];
  from: number;
  to: number;
  timeZone: string;
};

/** Puts a usual week in the place of the hours of this kind that were typed or came from a table. */
export async function keepWeek(ctx: FirmContext, week: Week): Promise<{ people: number }> {
  const timeZone = zoneOf(week.timeZone);
  const people = whoseWeek(await structureOf(ctx), week);
  const to = week.to > week.from ? week.to : week.to + 1440;
  const weekdays = [...new Set(week.weekdays)].sort((one, other) => one - other);
  const shifts = people.flatMap((person) =>
    weekdays.map(
      (weekday): KeptShift<PersonId> => ({
        person,
        kind: week.kind,
        weekday,
        first: null,
        last: null,
        from: week.from,
        to,
        timeZone,
      }),
    ),
  );
  await replaceShifts(ctx.db, { people, kinds: [week.kind] }, shifts);
  await ctx.asEngine(forgetWeeks);
  for (const person of people) ctx.concerns.people.add(person);
  return { people: people.length };
}

function whoseWeek(structure: Structure, { teamId, personId }: Week): PersonId[] {
  const ids = peopleOf(structure).map((one) => one.personId);
  if (personId !== null) {
    if (ids.includes(personId as PersonId)) return [personId as PersonId];
    throw new Refusal('not-found', 'There is no such person in this firm.', { field: 'personId' });
  }
  const team = structure.teams.find((one) => one.teamId === teamId);
  if (!team) throw new Refusal('not-found', 'There is no such team in this firm.', { field: 'teamId' });
  const lead = structure.seats.filter((seat) => seat.teamId === teamId).map(({ holderId }) => holderId);
  const members = structure.memberships.filter((one) => one.teamId === teamId).map((one) => one.personId);
  const all = new Set([...members, ...lead]);
  const people = ids.filter((id) => all.has(id));
  if (people.length > 0) return people;
  throw new Refusal('bad-input', `Nobody works in ${team.name} yet: say who does on the list of people.`, {
    field: 'teamId',
  });
}

/** Takes away all hours of a person. */
export async function dropHours(ctx: FirmContext, { personId }: { personId: number }): Promise<{ entries: number }> {
  const { people } = await structureOf(ctx);
  if (!people.some((one) => one.personId === personId))
    throw new Refusal('not-found', 'There is no such person in this firm.', { field: 'personId' });
  ctx.concerns.people.add(personId);
  await ctx.asEngine(forgetWeeks);
  return { entries: await removeShifts(ctx.db, personId as PersonId) };
}

/** Keeps when a team owes its clients somebody. */
export async function keepTeamHours(
  ctx: FirmContext,
  { teamId, hours }: { teamId: number; hours: TeamHours | null },
): Promise<{ teamId: number }> {
  const { teams } = await structureOf(ctx);
  if (!teams.some((one) => one.teamId === teamId))
    throw new Refusal('not-found', 'There is no such team in this firm.', { field: 'teamId' });
  if (hours) zoneOf(hours.timeZone);
  const weekdays = hours && [...new Set(hours.weekdays)].sort((one, other) => one - other);
  await saveTeamHours(ctx.db, teamId as TeamId, hours && { ...hours, weekdays: weekdays! });
  await ctx.asEngine(forgetWeeks);
  return { teamId };
}
