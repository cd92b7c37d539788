import type ICAL from 'ical.js';
import { isTimeZone } from '../../base/calendar.ts';
import { addDays, type Day } from '../../base/time.ts';

/** A time as a calendar writes it: a wall clock, with whose it is as far as it says. */
export type IcsTime = {
  /** Days since 1970-01-01, and minutes after midnight. */
  day: number;
  minute: number;
  /** A whole day, without a time. */
  isDate: boolean;
  /** UTC, or the file's own name of a zone; null: not said. */
  zone: string | null;
};

const DAY_MS = 86_400_000;
const FIRST = '1970-01-01' as Day;

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** The day that is so many days after 1970-01-01. */
export const dayAt = (number: number): Day => addDays(FIRST, number);

/** The day of the week, 1 for Monday; 1970-01-01 was a Thursday. */
export const weekdayAt = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** Every time in a property of a calendar; one that can't be read is left out. */
export function readTimes(property: ICAL.Property): IcsTime[] {
  const tzid = property.getParameter('tzid');
  const zone = typeof tzid === 'string' ? tzid : null;
  const values = property.jCal.slice(3) as unknown[];
  return values.flatMap((value) => readTime(value, zone));
}

/** `2026-11-24`, `2026-11-24T08:00:00` or `2026-11-24T08:00:00Z`. */
export function readTime(value: unknown, zone: string | null): IcsTime[] {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d):\d\d(Z)?)?$/.exec(String(value));
  if (!parts) return [];
  const day = Date.parse(`${parts[1]}T00:00:00Z`) / DAY_MS;
  if (!Number.isFinite(day)) return [];
  if (parts[2] === undefined) return [{ day, minute: 0, isDate: true, zone: null }];
  const minute = Number(parts[2]) * 60 + Number(parts[3]);
  return [{ day, minute, isDate: false, zone: parts[4] ? 'UTC' : zone }];
}

/** Some programs put their own name before a zone's: `/freeassociation.sourceforge.net/Europe/Berlin`. */
export function plainZone(tzid: string): string | null {
  if (isTimeZone(tzid)) return tzid;
  const last = /([A-Za-z_]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?)$/.exec(tzid)?.[1];
  return last !== undefined && isTimeZone(last) ? last : null;
}
