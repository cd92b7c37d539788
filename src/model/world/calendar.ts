import { addDays, type Day, daysBetween, type Instant, instantOf } from '../../base/time.ts';

const DAY_MS = 86_400_000;
const START_MS = 8 * 3_600_000;
const LONG_MS = 9 * 3_600_000;

/**
 * Working time as a number line: 0 is the morning of the first working day, 2.5 the middle of the third. Working days
 * run Monday to Friday, 08:00 to 17:00 UTC; holidays are not modelled.
 */
export type Calendar = {
  workingDays: number;
  /** Position of an instant; outside working hours, the start of the next or the end of the running day. */
  positionOf(at: Instant): number;
  /** Instant of a position, also after the last day. */
  instantAt(position: number): Instant;
  /** Position of the morning of a day, at least 0. */
  morningOf(day: Day): number;
};

/** The working days from `from`, so many calendar days long. */
export function makeCalendar(from: Day, days: number): Calendar {
  const first = instantOf(from);
  const before = new Float64Array(days + 1);
  const starts: number[] = [];
  for (let i = 0; i < days; i++) {
    before[i] = starts.length;
    const start = first + i * DAY_MS;
    if (isWorkingDay(start)) starts.push(start);
  }
  before[days] = starts.length;
  const positionOf = (at: Instant) => {
    const index = Math.max(0, Math.min(days, Math.floor((at - first) / DAY_MS)));
    const start = first + index * DAY_MS;
    if (!isWorkingDay(start)) return before[index]!;
    return before[index]! + Math.max(0, Math.min(1, (at - start - START_MS) / LONG_MS));
  };
  const instantAt = (position: number) => {
    const index = Math.floor(position);
    const beyond = Math.max(0, index - starts.length + 1);
    const start = starts[Math.min(index, starts.length - 1)]! + beyond * DAY_MS;
    return Math.round(start + START_MS + (position - index) * LONG_MS) as Instant;
  };
  const morningOf = (day: Day) => before[Math.max(0, Math.min(days, daysBetween(from, day)))]!;
  return { workingDays: starts.length, positionOf, instantAt, morningOf };
}

/** First day of so many days that end the evening before `day`. */
export const firstDay = (day: Day, days: number): Day => addDays(day, -days);

function isWorkingDay(midnight: number): boolean {
  const weekday = (Math.floor(midnight / DAY_MS) + 4) % 7;
  return weekday !== 0 && weekday !== 6;
}
