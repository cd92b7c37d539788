import { isTimeZone } from '../../base/calendar.ts';
import type { Day } from '../../base/time.ts';
import type { Person, PersonId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { KeptShift } from '../../records/shifts/types.ts';
import type { WorkingWeek } from './working-overlap.ts';

/** Somebody's working week, and whether nobody said it. */
export type KnownWeek = { week: WorkingWeek | null; weekAssumed: boolean };

/**
 * The week that somebody usually works on a day: their weekly shifts; without any the hours of the playbook by the clocks
 * where they are, which is then an assumption; null where it isn't even known where they are.
 */
export function usualWeek(
  { personId, timeZone }: Pick<Person, 'personId' | 'timeZone'>,
  shifts: readonly KeptShift<PersonId>[],
  day: Day,
  playbook: Playbook,
): KnownWeek {
  const weekly = shifts.filter(
    ({ person, kind, weekday, first, last }) =>
      person === personId &&
      kind === 'shift' &&
      weekday !== null &&
      (first === null || first <= day) &&
      (last === null || last >= day),
  );
  const zone = weekly[0]?.timeZone;
  if (zone !== undefined) {
    const days = weekly
      .filter((shift) => shift.timeZone === zone)
      .map(({ weekday, from, to }) => ({ weekday: weekday!, starts: from / 60, ends: to / 60 }));
    return { week: { timeZone: zone, days }, weekAssumed: false };
  }
  if (timeZone === null || !isTimeZone(timeZone)) return { week: null, weekAssumed: false };
  const days = Array.from({ length: Math.round(playbook['cover.days']) }, (_, at) => ({
    weekday: at + 1,
    starts: playbook['mentoring.day-starts'],
    ends: playbook['mentoring.day-ends'],
  }));
  return { week: { timeZone, days }, weekAssumed: true };
}
