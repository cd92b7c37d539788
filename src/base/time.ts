import { Temporal } from 'temporal-polyfill';

declare const brand: unique symbol;
/** A calendar day, `YYYY-MM-DD`, without a time zone. Compares correctly as text. */
export type Day = string & { readonly [brand]: 'Day' };
/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [brand]: 'Instant' };

/** Where the present comes from; tests and replays give their own. */
export type Clock = () => Instant;

export const systemClock: Clock = () => Temporal.Now.instant().epochMilliseconds as Instant;

/** Reads `YYYY-MM-DD`; undefined when there is no such day. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as Day;
  } catch {
    return undefined;
  }
}

/** Every day of UTC is as long, so that days are counted by milliseconds: a calendar takes far longer, and this is asked often. */
const DAY_MS = 86_400_000;

/** The calendar day of an instant in an IANA time zone. */
export function dayOf(instant: Instant, timeZone = 'UTC'): Day {
  if (timeZone === 'UTC') return new Date(instant).toISOString().slice(0, -14) as Day;
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString() as Day;
}

/** An instant as ISO 8601 in UTC to the second: `2026-11-03T09:30:00Z`. */
export function isoOf(instant: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toString({ smallestUnit: 'second' });
}

/** Midnight UTC of a day. */
export function instantOf(day: Day): Instant {
  const instant = Date.parse(day);
  if (Number.isNaN(instant)) throw new RangeError(`${day} is no day.`);
  return instant as Instant;
}

/** A day so many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayOf((instantOf(day) + days * DAY_MS) as Instant);
}

/** A day so many months later, kept inside the month. */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString() as Day;
}

/** Whole days from one day to another, negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (instantOf(to) - instantOf(from)) / DAY_MS;
}
