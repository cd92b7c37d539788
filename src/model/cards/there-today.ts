import { type Day, type Instant, instantOf } from '../../base/time.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Shift } from '../../records/shifts/types.ts';
import { onShiftAt, rememberClocks } from '../cover.ts';

const HOUR = 3_600_000;

/**
 * Who is there at some time of a day, or is not known to be away: of whoever has no shifts at all nobody knows. Null where
 * no shifts are known. `timeZone`: of shifts that say none.
 */
export function thereToday(
  day: Day,
  people: readonly PersonId[],
  shifts: readonly Shift<PersonId>[],
  timeZone: string,
): ReadonlySet<PersonId> | null {
  if (shifts.length === 0) return null;
  const planned = new Set(shifts.map(({ person }) => person));
  const there = new Set(people.filter((id) => !planned.has(id)));
  const wallClock = rememberClocks();
  for (let hour = 0; hour < 24; hour++) {
    const at = (instantOf(day) + hour * HOUR) as Instant;
    for (const id of onShiftAt(at, shifts, timeZone, wallClock).keys()) there.add(id);
  }
  return there;
}
