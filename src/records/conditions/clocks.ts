import { isTimeZone } from '../../base/calendar.ts';
import { addDays, type Day, instantOf } from '../../base/time.ts';
import { wallClockIn } from '../desk/wall-clock.ts';
import type { PersonId, Structure, TeamId } from '../people/types.ts';
import type { Playbook } from '../playbook/definitions.ts';

/** The hours in which a team owes its clients somebody: minutes after midnight, days of the week from 1 for Monday. */
export type OwnHours = { teamId: TeamId; zone: string; starts: number; ends: number; weekdays: number[] };

/** Whose clock somebody lives by, and which hours on it are no after-hours work. */
export type Clocks = {
  people: { personId: PersonId; zone: number; starts: number; ends: number; weekdays: number[] }[];
  /** Minutes from UTC to the wall clock of each zone on each day of a span. */
  offsets: { zone: number; day: Day; minutes: number }[];
};

/** Whole weeks, from a Monday to the Monday after the last of them. */
export type WeekSpan = { since: Day; until: Day };

/**
 * The clock of everybody: the hours of the team they work in now where they are entered, else the playbook's; in the team's
 * zone, else in their own, else in UTC.
 */
export function clocksOf(
  { people, memberships }: Pick<Structure, 'people' | 'memberships'>,
  own: readonly OwnHours[],
  playbook: Playbook,
  span: WeekSpan,
): Clocks {
  const hours = new Map(own.map((one) => [one.teamId, one]));
  const teamOf = new Map(memberships.map(({ personId, teamId }) => [personId, teamId]));
  const zones: string[] = [];
  const placeOf = (zone: string | null) => {
    const valid = zone !== null && isTimeZone(zone) ? zone : 'UTC';
    if (!zones.includes(valid)) zones.push(valid);
    return zones.indexOf(valid);
  };
  const usual = {
    starts: playbook['cover.day-starts'] * 60,
    ends: playbook['cover.day-ends'] * 60,
    weekdays: Array.from({ length: Math.round(playbook['cover.days']) }, (_, i) => i + 1),
  };
  const clocks = people
    .filter(({ work }) => work !== 'service-account')
    .map(({ personId, timeZone }) => {
      const { zone, starts, ends, weekdays } = hours.get(teamOf.get(personId)!) ?? { zone: timeZone, ...usual };
      return { personId, zone: placeOf(zone), starts, ends, weekdays };
    });
  return { people: clocks, offsets: zones.flatMap((zone, place) => offsetsOf(zone, place, span)) };
}

/** A day more on both sides: the week of a clock begins and ends on other days of UTC. */
function offsetsOf(name: string, zone: number, { since, until }: WeekSpan): Clocks['offsets'] {
  const offset = wallClockIn(name);
  const found: Clocks['offsets'] = [];
  for (let day = addDays(since, -1); day <= until; day = addDays(day, 1))
    found.push({ zone, day, minutes: offset(instantOf(day)) });
  return found;
}
