import { isTimeZone } from '../../base/calendar.ts';
import { addDays, type Day, instantOf } from '../../base/time.ts';
import { wallClockIn } from '../desk/wall-clock.ts';
import type { PersonId, Structure, TeamId } from '../people/types.ts';
import type { Playbook } from '../playbook/definitions.ts';
import type { TeamHours } from '../shifts/types.ts';

/** Whose clock somebody lives by, and which hours on it are no after-hours work. */
export type Clocks = {
  people: { personId: PersonId; zone: number; starts: number; ends: number; weekdays: readonly number[] }[];
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
  hours: ReadonlyMap<TeamId, TeamHours>,
  playbook: Playbook,
  span: WeekSpan,
): Clocks {
  const teamOf = new Map(memberships.map(({ personId, teamId }) => [personId, teamId]));
  const zones: string[] = [];
  const placeOf = (zone: string | null) => {
    const valid = zone !== null && isTimeZone(zone) ? zone : 'UTC';
    if (!zones.includes(valid)) zones.push(valid);
    return zones.indexOf(valid);
  };
  const usual = {
    from: playbook['cover.day-starts'] * 60,
    to: playbook['cover.day-ends'] * 60,
    weekdays: Array.from({ length: Math.round(playbook['cover.days']) }, (_, i) => i + 1),
  };
  const clocks = people
    .filter(({ work }) => work !== 'service-account')
    .map(({ personId, timeZone }) => {
      const own = hours.get(teamOf.get(personId)!) ?? { timeZone, ...usual };
      return { personId, zone: placeOf(own.timeZone), starts: own.from, ends: own.to, weekdays: own.weekdays };
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
