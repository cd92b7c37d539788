import type ICAL from 'ical.js';
import { clockMinutes, DAY_MINUTES, instantAt } from '../../base/calendar.ts';
import { dayOf, type Instant } from '../../base/time.ts';
import type { ShiftKind } from '../../records/shifts/types.ts';
import { daysOf, type Repeats, readRule, runsOf } from './ics-repeats.ts';
import { dayAt, dayNumber, type IcsTime, readTimes } from './ics-time.ts';

/** A part of an entry of at most a day: on one day, on each of several, or week by week; days as numbers. */
type Part = { weekday: number | null; first: number; last: number | null; from: number; to: number };

/** When an entry is; no parts: it is long over, or all of it was taken out. */
export type EntryDays = { parts: Part[]; zone: string; writtenOut: boolean };

type Reading = {
  kind: ShiftKind;
  zones: (tzid: string) => string | null;
  /** The clock of times without a zone. */
  own: string;
  /** Days that are read, as numbers. */
  window: { from: number; to: number };
  /** Times that other entries stand for. */
  moved: readonly ICAL.Property[];
};

/** Why an entry can't be read. */
export type Unread = { column: string; reason: string };

/** So many days an entry may last. */
const MOST_DAYS = 1100;

/** Reads when an entry is, by one clock: that of its start. */
export function readEntryDays(event: ICAL.Component, reading: Reading): EntryDays | Unread {
  const begins = event.getFirstProperty('dtstart');
  const start = begins ? readTimes(begins)[0] : undefined;
  if (!start) return { column: 'Start', reason: 'It has no start that can be read.' };
  const zone = start.zone === null ? reading.own : reading.zones(start.zone);
  if (zone === null)
    return {
      column: 'Time zone',
      reason: `The time zone “${start.zone!.slice(0, 64)}” isn't known, and the calendar doesn't describe it: choose another in the calendar program.`,
    };
  const local = (time: IcsTime) => inZone(time, zone, reading);
  const length = lengthOf(event, start, local);
  if (typeof length !== 'number') return length;
  if (start.isDate && reading.kind === 'shift')
    return { column: 'Start', reason: 'A shift of a whole day says no hours: give it a start and an end.' };
  const rule = event.getFirstProperty('rrule')?.jCal[3];
  if (rule === undefined && event.getFirstProperty('rdate') === null)
    return { parts: withinWindow(onceParts(start, length), reading.window), zone, writtenOut: false };
  return { zone, ...repeated(event, start, length, { ...reading, local }) };
}

/** A time by the clock of the entry. */
function inZone(time: IcsTime, zone: string, { zones, own }: Reading): IcsTime {
  const theirs = time.zone === null ? own : zones(time.zone);
  if (time.isDate || theirs === null || theirs === zone) return time;
  const instant = instantAt(dayAt(time.day), time.minute, theirs) as Instant;
  return { day: dayNumber(dayOf(instant, zone)), minute: clockMinutes(instant, zone), isDate: false, zone };
}

/** Minutes on the wall from start to end. */
function lengthOf(event: ICAL.Component, start: IcsTime, local: (time: IcsTime) => IcsTime): number | Unread {
  const ends = event.getFirstProperty('dtend');
  const lasts = event.getFirstPropertyValue('duration');
  const end = ends ? readTimes(ends)[0] : undefined;
  let minutes: number;
  if (end) {
    const there = local(end);
    minutes = (there.day - start.day) * DAY_MINUTES + there.minute - start.minute;
  } else if (lasts !== null && typeof (lasts as ICAL.Duration).toSeconds === 'function')
    minutes = Math.round((lasts as ICAL.Duration).toSeconds() / 60);
  else minutes = start.isDate ? DAY_MINUTES : 0;
  if (minutes <= 0) return { column: 'End', reason: 'It has no end, or one before its start: give it one.' };
  if (minutes > MOST_DAYS * DAY_MINUTES)
    return { column: 'End', reason: 'It lasts longer than three years: check its end.' };
  return minutes;
}

/** An entry as parts of a day each: whole days together, and what is left. */
function onceParts({ day, minute }: IcsTime, length: number): Part[] {
  const whole = Math.floor(length / DAY_MINUTES);
  const rest = length - whole * DAY_MINUTES;
  const parts: Part[] = [];
  if (whole > 0)
    parts.push({ weekday: null, first: day, last: day + whole - 1, from: minute, to: minute + DAY_MINUTES });
  if (rest > 0) parts.push({ weekday: null, first: day + whole, last: day + whole, from: minute, to: minute + rest });
  return parts;
}

const withinWindow = (parts: Part[], { from, to }: Reading['window']) =>
  parts.filter(({ first, last }) => first <= to && (last === null || last >= from));

type Repeating = Reading & { local: (time: IcsTime) => IcsTime };

function repeated(
  event: ICAL.Component,
  start: IcsTime,
  length: number,
  reading: Repeating,
): Pick<EntryDays, 'parts' | 'writtenOut'> | Unread {
  const { window, local, moved } = reading;
  const given = event.getFirstProperty('rrule')?.jCal[3];
  const rule = given === undefined ? null : readRule(given, start, local);
  if (rule === undefined || event.getAllProperties('rrule').length > 1)
    return {
      column: 'Repeats',
      reason: 'It repeats in another way than daily or weekly: give its next times one by one.',
    };
  const extra = event.getAllProperties('rdate').flatMap(readTimes).map(local);
  const out = [...event.getAllProperties('exdate'), ...moved].flatMap(readTimes).map(local);
  const gone = new Set(out.map(({ day }) => day));
  const days = rule ? daysOf(rule, start.day, window.from, window.to) : [start.day];
  const all = extra.length > 0 ? [...new Set([...days, ...extra.map(({ day }) => day)])].sort((a, b) => a - b) : days;
  const left = gone.size > 0 ? all.filter((day) => !gone.has(day)) : all;
  const isEndless = rule !== null && rule.count === null && rule.until === null;
  const isOpen = isEndless && (rule.every === 1 || (!rule.weekly && rule.every === 7));
  const parts = onceParts({ ...start, day: 0 }, length).flatMap(({ first, last, from, to }) =>
    // Every whole day of a long entry is a part of its own, so that each has its day of the week.
    Array.from({ length: last! - first + 1 }, (_, i) => first + i).flatMap((later) =>
      runsOf(later === 0 ? left : left.map((day) => day + later), isOpen ? window.to + later - 6 : null).map((run) => ({
        ...run,
        from,
        to,
      })),
    ),
  );
  return {
    parts: withinWindow(parts, window),
    writtenOut: !isOpen && rule !== null && isLater(rule, start.day, window.to),
  };
}

/** Whether a rule goes on after the days that are read. */
const isLater = (rule: Repeats, start: number, end: number) => {
  const turn = rule.weekly ? rule.every * 7 + 7 : rule.every * 7;
  return daysOf(rule, start, end + 1, end + turn).length > 0;
};
