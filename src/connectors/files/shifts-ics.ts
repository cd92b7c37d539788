import ICAL from 'ical.js';
import { Refusal } from '../../base/errors.ts';
import type { Day } from '../../base/time.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { KeptShift, ShiftKind } from '../../records/shifts/types.ts';
import { type EntryDays, readEntryDays, type Unread } from './ics-entry.ts';
import { dayAt, dayNumber } from './ics-time.ts';
import { type Named, whoIsIn } from './ics-who.ts';
import { openZones } from './ics-zone.ts';
import type { Rejections } from './rejections.ts';

/** How a calendar is to be read. */
export type CalendarReading = {
  text: string;
  /** What its entries are; by-title: what each says of itself, and the rest is left out. */
  kind: ShiftKind | 'by-title';
  /** Whose calendar it is; null: each entry says whose it is. */
  personId: PersonId | null;
  /** The clock of times that don't say one. */
  timeZone: string;
  today: Day;
  people: readonly Named[];
  rejections: Rejections;
};

/** What a calendar says. */
export type CalendarRead = {
  /** What it calls itself; null: nothing. */
  name: string | null;
  shifts: { uid: string; shift: KeptShift<PersonId> }[];
  entries: number;
  /** Entries that are none of the three, were cancelled, or are long over. */
  leftOut: { otherKind: number; cancelled: number; over: number };
  /** An entry that repeats without end had to be written out up to this day. */
  writtenOutUntil: Day | null;
};

/** A week has no more shifts than a firm can have; a calendar of this many is none of shifts. */
const MOST_ENTRIES = 20_000;
const MOST_SHIFTS = 50_000;
/** So many days before and after today are read. */
const DAYS_AROUND = 400;

/**
 * Reads an iCalendar file (RFC 5545): single entries, whole days, and what repeats daily or weekly with exceptions. Titles
 * and reasons are looked at and not kept. Entries that can't be read are rejected one by one, with their line.
 */
export function readCalendar(reading: CalendarReading): CalendarRead {
  const { components, lines } = openCalendar(reading.text);
  const read: CalendarRead = {
    name: nameOf(components[0]!),
    shifts: [],
    entries: lines.length,
    leftOut: { otherKind: 0, cancelled: 0, over: 0 },
    writtenOutUntil: null,
  };
  const today = dayNumber(reading.today);
  const window = { from: today - DAYS_AROUND, to: today + DAYS_AROUND };
  let place = 0;
  for (const component of components) {
    const events = component.getAllSubcomponents('vevent');
    const zone = component.getFirstPropertyValue('x-wr-timezone');
    const year = Number(reading.today.slice(0, 4));
    const zones = openZones(component, reading.timeZone, year);
    const own = (typeof zone === 'string' ? zones(zone) : null) ?? reading.timeZone;
    const moved = movedTimes(events);
    for (const event of events) addEvent(event, lines[place++] ?? 1, { reading, read, zones, own, moved, window });
  }
  if (read.shifts.length > MOST_SHIFTS)
    throw new Refusal('too-large', 'The calendar holds too many entries for one team: export a shorter period.');
  return read;
}

function openCalendar(text: string): { components: ICAL.Component[]; lines: number[] } {
  const lines: number[] = [];
  for (const [i, line] of text.split('\n').entries()) if (/^BEGIN:VEVENT\s*$/i.test(line)) lines.push(i + 1);
  if (!/^\s*BEGIN:VCALENDAR/i.test(text))
    throw new Refusal('cannot-read', 'This is no calendar: export it as iCalendar (.ics) and choose that file.', {
      line: 1,
    });
  if (lines.length === 0)
    throw new Refusal('cannot-read', 'The calendar holds no entries: check which one was exported.');
  if (lines.length > MOST_ENTRIES)
    throw new Refusal(
      'too-large',
      `The calendar holds ${lines.length.toLocaleString('en')} entries and at most ${MOST_ENTRIES.toLocaleString('en')} can be read: export a shorter period.`,
    );
  try {
    const parsed = ICAL.parse(text) as unknown[];
    const all = (Array.isArray(parsed[0]) ? parsed : [parsed]) as unknown[][];
    return { components: all.map((one) => new ICAL.Component(one)), lines };
  } catch (cause) {
    throw new Refusal(
      'cannot-read',
      'The calendar breaks off or is damaged: export it again and choose the new file.',
      {},
      cause,
    );
  }
}

function nameOf(calendar: ICAL.Component): string | null {
  const name = calendar.getFirstPropertyValue('x-wr-calname') ?? calendar.getFirstPropertyValue('name');
  return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 200) : null;
}

/** Times of repeating entries that another entry stands for, by UID: moved or cancelled ones. */
function movedTimes(events: readonly ICAL.Component[]): Map<string, ICAL.Property[]> {
  const moved = new Map<string, ICAL.Property[]>();
  for (const event of events) {
    const time = event.getFirstProperty('recurrence-id');
    const uid = textOf(event, 'uid');
    if (time) moved.set(uid, [...(moved.get(uid) ?? []), time]);
  }
  return moved;
}

const textOf = (event: ICAL.Component, name: string): string => {
  const value = event.getFirstPropertyValue(name);
  return value === null ? '' : String(value);
};

type Around = {
  reading: CalendarReading;
  read: CalendarRead;
  zones: (tzid: string) => string | null;
  /** The clock of times without a zone. */
  own: string;
  moved: ReadonlyMap<string, ICAL.Property[]>;
  /** Days that are read, as numbers. */
  window: { from: number; to: number };
};

function addEvent(event: ICAL.Component, line: number, around: Around): void {
  const { reading, read } = around;
  const title = textOf(event, 'summary').trim();
  const kind = reading.kind === 'by-title' ? kindOf(event, title) : reading.kind;
  if (/^cancelled$/i.test(textOf(event, 'status'))) read.leftOut.cancelled++;
  else if (kind === null) read.leftOut.otherKind++;
  else {
    const unread = addShifts(event, line, title, kind, around);
    if (unread) reading.rejections.add(line, unread.column, unread.reason);
  }
}

function addShifts(
  event: ICAL.Component,
  line: number,
  title: string,
  kind: ShiftKind,
  { reading, read, zones, own, moved, window }: Around,
): Unread | undefined {
  const { people, personId } = reading;
  const who = personId === null ? whoIsIn(event, title, people) : [personId];
  if (!Array.isArray(who)) return { column: 'Who', reason: who.reason };
  const uid = textOf(event, 'uid') || `line ${line}`;
  const isMaster = event.getFirstProperty('recurrence-id') === null;
  const days = readEntryDays(event, { kind, zones, own, window, moved: isMaster ? (moved.get(uid) ?? []) : [] });
  if ('reason' in days) return days;
  if (days.parts.length === 0) read.leftOut.over++;
  if (days.writtenOut) read.writtenOutUntil = dayAt(window.to);
  for (const person of who) for (const shift of shiftsOf(days, kind, person)) read.shifts.push({ uid, shift });
  return undefined;
}

function shiftsOf({ parts, zone }: EntryDays, kind: ShiftKind, person: PersonId): KeptShift<PersonId>[] {
  return parts.map(({ weekday, first, last, from, to }) => ({
    person,
    kind,
    weekday,
    first: dayAt(first),
    last: last === null ? null : dayAt(last),
    from,
    to,
    timeZone: zone,
  }));
}

const ON_CALL = /\b(on.?call|stand-?by|pager)\b/i;
const LEAVE = /\b(leave|holidays?|vacation|absen(t|ce)|out of office|ooo|pto|sick|(day|days|time) off)\b|^off\b/i;
const SHIFT = /\b(shift|duty|rota|early|late|night|work(ing)?( hours)?)\b/i;

/** What an entry says it is; null: none of the three, such as a meeting. */
function kindOf(event: ICAL.Component, title: string): ShiftKind | null {
  const text = `${title} ${event
    .getAllProperties('categories')
    .flatMap((one) => one.jCal.slice(3))
    .join(' ')}`;
  if (ON_CALL.test(text)) return 'on-call';
  if (LEAVE.test(text) || /^oof$/i.test(textOf(event, 'x-microsoft-cdo-busystatus'))) return 'leave';
  return SHIFT.test(text) ? 'shift' : null;
}
