import { Temporal } from 'temporal-polyfill';
import { type Day, daysBetween, type Instant } from './time.ts';

const A_MONDAY = '1970-01-05' as Day;

/** Minutes of a whole day on the clock. */
export const DAY_MINUTES = 1440;

/** Whether a text names a time zone, such as Europe/Berlin. */
export function isTimeZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((daysBetween(A_MONDAY, day) % 7) + 7) % 7) + 1;
}

/**
 * The instant at which a wall clock shows so many minutes after midnight; from DAY_MINUTES on of the day after. In the hour
 * that a clock shows twice: the earlier; in the one that it skips: as long after the change as the clock meant.
 */
export function instantAt(day: Day, minutes: number, timeZone: string): Instant {
  const days = Math.floor(minutes / DAY_MINUTES);
  const rest = minutes - days * DAY_MINUTES;
  return Temporal.PlainDate.from(day)
    .add({ days })
    .toPlainDateTime({ hour: Math.floor(rest / 60), minute: rest % 60 })
    .toZonedDateTime(timeZone).epochMilliseconds as Instant;
}

/** Minutes after midnight that a wall clock shows. */
export function clockMinutes(instant: Instant, timeZone: string): number {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return hour * 60 + minute;
}
