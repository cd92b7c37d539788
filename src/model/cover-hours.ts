import type { Hours } from '../base/units.ts';
import type { Person, PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Shift, TeamHours } from '../records/shifts/types.ts';
import type { ServiceHours } from './cover.ts';

/** Hours of the week in which a team has nobody able to jump in. */
export type UncoveredHours = {
  uncovered: Hours;
  served: Hours;
  /** Of somebody able it isn't known when they are there: it may be fewer. */
  atMost: boolean;
};

/** When a team owes its clients somebody, in minutes of its own clocks: its own hours, else the playbook's. */
export function serviceHoursOf(own: TeamHours | undefined, playbook: Playbook): ServiceHours {
  const weekdays = own?.weekdays ?? Array.from({ length: Math.round(playbook['cover.days']) }, (_, i) => i + 1);
  const from = own?.from ?? Math.round(playbook['cover.day-starts'] * 60);
  const to = own?.to ?? Math.round(playbook['cover.day-ends'] * 60);
  // Set apart from each other in the playbook, the end may come before the start: then nothing is owed.
  return to > from ? weekdays.map((weekday) => ({ weekday, from, to })) : [];
}

/**
 * The clocks that a team goes by: its own, else those of most of its people, else those of most of their hours. Undefined:
 * nothing says it.
 */
export function clocksOf(
  own: TeamHours | undefined,
  people: readonly Person[],
  shifts: readonly Shift<PersonId>[],
): string | undefined {
  if (own) return own.timeZone;
  const ids = new Set(people.map(({ personId }) => personId));
  const theirs = shifts.filter(({ person }) => ids.has(person));
  return mostFrequent(people.map(({ timeZone }) => timeZone)) ?? mostFrequent(theirs.map(({ timeZone }) => timeZone));
}

/** The text that stands there most often, of those the first in the alphabet; undefined: none. */
function mostFrequent(texts: readonly (string | null)[]): string | undefined {
  const counts = Map.groupBy(
    texts.filter((text) => text !== null),
    (text) => text,
  );
  return [...counts].sort(
    ([one, ones], [other, others]) => others.length - ones.length || (one < other ? -1 : 1),
  )[0]?.[0];
}
