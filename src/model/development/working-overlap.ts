import { addDays, type Day, type Instant, instantOf } from '../../base/time.ts';
import { type Hours, hours } from '../../base/units.ts';

/** When somebody usually works, on the wall clock of their zone. */
export type WorkingWeek = {
  /** IANA name, e.g. `Europe/Berlin`. */
  timeZone: string;
  days: readonly {
    /** 1 Monday to 7 Sunday. */
    weekday: number;
    /** Hours of the wall clock; an end above 24 lies on the next day. */
    starts: number;
    ends: number;
  }[];
};

/** Hours of a week, 168 round. */
const WEEK = 168;
const MINUTE = 60_000;

/**
 * The longest time in a week in which two people both work, in hours: the least over the coming year, because zones change
 * their clocks on different days. null: a zone that nobody knows.
 */
export function createOverlap(day: Day): (one: WorkingWeek, other: WorkingWeek) => Hours | null {
  // One day a fortnight: no two zones differ in summer time for less.
  const days = Array.from({ length: 26 }, (_, at) => instantOf(addDays(day, at * 14)));
  const offsets = new Map<string, number[] | null>();
  const found = new Map<string, Hours | null>();
  const offsetsOf = (zone: string) => {
    const known = offsets.get(zone);
    if (known !== undefined) return known;
    const read = readOffsets(zone, days);
    offsets.set(zone, read);
    return read;
  };
  return (one, other) => {
    const key = [one, other].map((week) => JSON.stringify(week)).join(' ');
    const known = found.get(key);
    if (known !== undefined) return known;
    const [mine, theirs] = [offsetsOf(one.timeZone), offsetsOf(other.timeZone)];
    const least =
      mine && theirs
        ? hours(Math.min(...days.map((_, at) => longestShared(one.days, other.days, theirs[at]! - mine[at]!))))
        : null;
    found.set(key, least);
    return least;
  };
}

/** Hours that a zone is ahead of UTC on each day. null: no such zone. */
function readOffsets(timeZone: string, days: readonly Instant[]): number[] | null {
  let clock: Intl.DateTimeFormat;
  try {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
  return days.map((instant) => {
    const parts = new Map(clock.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
    const at = (type: Intl.DateTimeFormatPartTypes) => parts.get(type)!;
    const wall = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'));
    return Math.round((wall - instant) / MINUTE) / 60;
  });
}

/** `ahead`: by how many hours the other's clock is ahead of one's own. */
function longestShared(mine: WorkingWeek['days'], theirs: WorkingWeek['days'], ahead: number): number {
  let longest = 0;
  for (const one of mine) {
    const starts = (one.weekday - 1) * 24 + one.starts;
    for (const other of theirs) {
      const otherStarts = (other.weekday - 1) * 24 + other.starts - ahead;
      for (const round of [-WEEK, 0, WEEK]) {
        const from = Math.max(starts, otherStarts + round);
        const until = Math.min(starts + one.ends - one.starts, otherStarts + round + other.ends - other.starts);
        longest = Math.max(longest, until - from);
      }
    }
  }
  return longest;
}
