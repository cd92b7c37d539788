import { type IcsTime, readTime, weekdayAt } from './ics-time.ts';

/** How an entry repeats: on days of the week, each week or every so many. */
export type Repeats = {
  /** 1 for Monday. */
  weekdays: number[];
  /** In weeks where `weekly`, else in days. */
  every: number;
  weekly: boolean;
  /** First day of a week. */
  weekStart: number;
  count: number | null;
  /** Last day, as a number; null: goes on. */
  until: number | null;
};

const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const READ = ['freq', 'interval', 'count', 'until', 'byday', 'wkst'];
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/**
 * Reads a rule that repeats by day or by week; undefined: another. `local`: a time by the clock of the entry, which begins
 * at `start`.
 */
export function readRule(rule: unknown, start: IcsTime, local: (time: IcsTime) => IcsTime): Repeats | undefined {
  const given = rule as Record<string, unknown>;
  if (Object.keys(given).some((key) => !READ.includes(key))) return undefined;
  if (given.freq !== 'WEEKLY' && given.freq !== 'DAILY') return undefined;
  const weekly = given.freq === 'WEEKLY';
  const names = [given.byday ?? []].flat().map((name) => NAMES.indexOf(String(name)) + 1);
  if (names.includes(0)) return undefined;
  const every = Number(given.interval ?? 1);
  const count = given.count === undefined ? null : Number(given.count);
  const [until] = given.until === undefined ? [] : readTime(given.until, null);
  if (!(Number.isInteger(every) && every >= 1) || (count !== null && !(count >= 1))) return undefined;
  if (given.until !== undefined && until === undefined) return undefined;
  return {
    weekdays: names.length > 0 ? names : weekly ? [weekdayAt(start.day)] : EVERY_DAY,
    every,
    weekly,
    weekStart: weekStartOf(given.wkst),
    count,
    until: until ? lastDay(until.isDate ? until : local(until), start) : null,
  };
}

/** The library numbers the days from Sunday, 1. */
const weekStartOf = (wkst: unknown) => (typeof wkst === 'number' ? ((wkst + 5) % 7) + 1 : 1);

/** The last day on which an entry can begin: not the last one itself where it would begin too late on it. */
const lastDay = (until: IcsTime, start: IcsTime) =>
  until.isDate || start.isDate || until.minute >= start.minute ? until.day : until.day - 1;

/** The days on which a rule begins an entry, from `from` to `to`, all as numbers. */
export function daysOf(repeats: Repeats, start: number, from: number, to: number): number[] {
  const { weekdays, every, weekly, count, weekStart } = repeats;
  const end = Math.min(to, repeats.until ?? to);
  const step = weekly ? every * 7 : every;
  const first = weekly ? start - ((weekdayAt(start) - weekStart + 7) % 7) : start;
  // Days of a week after its first one; a rule by the day has one day a turn.
  const places = weekly ? weekdays.map((weekday) => (weekday - weekStart + 7) % 7).sort((a, b) => a - b) : [0];
  const days: number[] = [];
  let seen = 0;
  // With a count every time since the start matters, else only those that are asked for.
  const skipped = count === null ? Math.max(0, Math.floor((from - 6 - first) / step)) : 0;
  for (let turn = first + skipped * step; turn <= end; turn += step) {
    for (const place of places) {
      const day = turn + place;
      if (day < start || day > end || (!weekly && !weekdays.includes(weekdayAt(day)))) continue;
      if (count !== null && ++seen > count) return days;
      if (day >= from) days.push(day);
    }
  }
  return days;
}

/** Days that follow each other week by week; `last` null: and so on without end. */
export type WeeklyRun = { weekday: number | null; first: number; last: number | null };

/** Days as runs of one day of the week; a day alone has no weekday. `openFrom`: runs that reach so far have no end. */
export function runsOf(days: readonly number[], openFrom: number | null): WeeklyRun[] {
  const runs = new Map<number, { first: number; last: number }[]>();
  for (const day of days) {
    const weekday = weekdayAt(day);
    const own = runs.get(weekday);
    const last = own?.at(-1);
    if (last?.last === day - 7) last.last = day;
    else if (own) own.push({ first: day, last: day });
    else runs.set(weekday, [{ first: day, last: day }]);
  }
  return [...runs].flatMap(([weekday, own]) =>
    own.map(({ first, last }): WeeklyRun => {
      if (openFrom !== null && last >= openFrom) return { weekday, first, last: null };
      return { weekday: first === last ? null : weekday, first, last };
    }),
  );
}
