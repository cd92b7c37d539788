import { clockMinutes, DAY_MINUTES } from '../../base/calendar.ts';
import { dayOf, type Instant } from '../../base/time.ts';

const MINUTE = 60_000;

/**
 * Minutes from UTC to a zone's wall clock, looked up once a day of UTC, at its noon: tens of thousands of tickets are timed
 * by it, and an hour on the two nights of a year makes no difference to them.
 */
export function wallClockIn(timeZone: string): (instant: Instant) => number {
  const known = new Map<number, number>();
  return (instant) => {
    const day = Math.floor(instant / MINUTE / DAY_MINUTES);
    const before = known.get(day);
    if (before !== undefined) return before;
    const noon = ((day + 0.5) * DAY_MINUTES * MINUTE) as Instant;
    const isNextDay = dayOf(noon, timeZone) > dayOf(noon);
    const offset = clockMinutes(noon, timeZone) + (isNextDay ? DAY_MINUTES : 0) - DAY_MINUTES / 2;
    known.set(day, offset);
    return offset;
  };
}
