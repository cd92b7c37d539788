import type { Day } from '../../base/time.ts';

/** shift: at work; on-call: can be reached; leave: neither, whatever else is planned. */
export type ShiftKind = 'shift' | 'on-call' | 'leave';

/** When somebody works, can be reached, or is away: on one day, on each of several, or week by week. */
export type Shift<Person> = {
  person: Person;
  kind: ShiftKind;
  /** Only on this day of the week, 1 for Monday to 7; null: on every day. */
  weekday: number | null;
  /** First and last day that it holds; null: always has, or no end is known. */
  first: Day | null;
  last: Day | null;
  /** Minutes after midnight, 0 to 1439; `to` is later by at most a day, so that a night ends above 1440. */
  from: number;
  to: number;
  /** Whose clock it is; null: not said. */
  timeZone: string | null;
};

/** A shift as it is kept: somebody's clock is always said. */
export type KeptShift<Person> = Shift<Person> & { timeZone: string };

/** The hours in which a team owes its clients somebody: minutes after midnight, on days of the week, 1 for Monday. */
export type TeamHours = { timeZone: string; from: number; to: number; weekdays: number[] };

/** How many tickets of an area came to a team first. */
export type TeamArea = { teamId: number; areaId: number; tickets: number };

/**
 * What one person did in one area: tickets that came to them first, and how many of those and of others' they brought to
 * an end.
 */
export type PersonArea = { personId: number; areaId: number; first: number; ended: number };
