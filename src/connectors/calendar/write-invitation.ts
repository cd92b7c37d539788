import ICAL from 'ical.js';
import { type Instant, isoOf } from '../../base/time.ts';

/** A meeting for a calendar. */
export type Invitation = {
  /** The same for the same meeting, always: a calendar replaces what it has under it. */
  uid: string;
  /** Grows whenever the meeting moves. */
  sequence: number;
  at: Instant;
  minutes: number;
  title: string;
  /** Where to read on; no contents. */
  url: string | null;
  /** When this was written. */
  now: Instant;
};

/**
 * Writes a meeting as an iCalendar file (RFC 5545). Its times are in UTC, so that no calendar has to know a time zone; it
 * shows them in its own.
 */
export function writeInvitation({ uid, sequence, at, minutes, title, url, now }: Invitation): string {
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', uid);
  event.updatePropertyWithValue('sequence', sequence);
  event.updatePropertyWithValue('dtstamp', timeOf(now));
  event.updatePropertyWithValue('dtstart', timeOf(at));
  event.updatePropertyWithValue('dtend', timeOf((at + minutes * 60_000) as Instant));
  event.updatePropertyWithValue('summary', title);
  if (url !== null) event.updatePropertyWithValue('url', url);
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Evenkeel//1:1//EN');
  calendar.updatePropertyWithValue('method', 'PUBLISH');
  calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

const timeOf = (instant: Instant) => ICAL.Time.fromDateTimeString(isoOf(instant));
