/** When a firm works, Monday to Friday. Hours of the wall clock, 0 to 24. */
export type WorkingDay = { starts: number; ends: number };

const DAY = 1440;
/** 1970-01-01 was a Thursday: three days after a Monday. */
const DAYS_SINCE_MONDAY = 3;

/**
 * Working minutes between two wall clocks in minutes since 1970-01-01; `to` is not before `from`. In closed form, so that
 * a ticket that lay for months costs no more than one of minutes. Holidays count as working days: nobody tells us them.
 */
export function workingMinutes(from: number, to: number, day: WorkingDay): number {
  return elapsed(to, day) - elapsed(from, day);
}

/** Working minutes from the Monday before 1970-01-01 until a wall clock. */
function elapsed(minute: number, { starts, ends }: WorkingDay): number {
  const length = Math.max(0, ends - starts) * 60;
  const day = Math.floor(minute / DAY);
  const sinceMonday = day + DAYS_SINCE_MONDAY;
  const weeks = Math.floor(sinceMonday / 7);
  const weekday = sinceMonday - weeks * 7;
  const whole = (weeks * 5 + Math.min(weekday, 5)) * length;
  if (weekday >= 5) return whole;
  return whole + Math.min(Math.max(minute - day * DAY - starts * 60, 0), length);
}
