import { clockMinutes, DAY_MINUTES } from '../../base/calendar.ts';
import type { Instant } from '../../base/time.ts';

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
    const noon = DAY_MINUTES / 2;
    const shown = clockMinutes(((day * DAY_MINUTES + noon) * MINUTE) as Instant, timeZone);
    // Zones lie from 12 hours behind to 14 ahead: at noon the clock shows the same day, or at most 2 a.m. of the next.
    const offset = shown < 2 * 60 + 1 ? shown + DAY_MINUTES - noon : shown - noon;
    known.set(day, offset);
    return offset;
  };
}
