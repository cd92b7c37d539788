import { DAY_MINUTES, isTimeZone } from '../../base/calendar.ts';
import { Refusal } from '../../base/errors.ts';
import type { Instant } from '../../base/time.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Shift, ShiftKind } from '../../records/shifts/types.ts';
import type { DateOrder } from './dates.ts';
import type { FindPerson } from './ratings.ts';
import type { Rejections } from './rejections.ts';
import { readSmallTable, type SmallField, type SmallRow } from './small-table.ts';
import { readClock, readWeekdays } from './week-values.ts';

export type ShiftField = 'person' | 'kind' | 'weekday' | 'date' | 'until' | 'from' | 'to' | 'time-zone';

/** What a list of shifts, on-call times and leave holds. */
export const SHIFT_FIELDS: Readonly<Record<ShiftField, SmallField>> = {
  person: { title: 'Person', columns: ['person', 'name', 'employee', 'technician', 'email'] },
  kind: { title: 'Kind: shift, on-call or leave', columns: ['kind', 'type', 'what'] },
  weekday: { title: 'Day of the week', columns: ['weekday', 'day of the week', 'day'] },
  date: { title: 'Date', columns: ['date', 'on', 'first day', 'start date'], date: true },
  until: { title: 'Last day', columns: ['until', 'last day', 'end date', 'to date'], date: true },
  from: { title: 'From', columns: ['from', 'start', 'starts', 'start time'] },
  to: { title: 'To', columns: ['to', 'end', 'ends', 'end time'] },
  'time-zone': { title: 'Time zone', columns: ['time zone', 'timezone', 'zone'] },
};

/** How a file of shifts is to be read. */
export type ShiftsReading = {
  source: AsyncIterable<Uint8Array>;
  mapping: Readonly<Record<string, string>>;
  dateOrder?: DateOrder | undefined;
  now: Instant;
  rejections: Rejections;
  find: FindPerson;
};

/**
 * Reads shifts, on-call times and leave: one a row, on days of the week (`Mon-Fri`), on a date, or from a date to a last
 * day. Without a last day a leave of whole days has no end, anything else is of that one day. A time that ends before it
 * begins ends the day after. Rows that can't be read are rejected one by one.
 */
export async function readShifts(reading: ShiftsReading): Promise<{ shifts: Shift<PersonId>[]; rows: number }> {
  const { rows, mapping } = await readSmallTable(reading.source, SHIFT_FIELDS, reading);
  if (mapping.person === undefined)
    throw new Refusal('needs-answer', 'No column was recognised for "Person": say which column of the file holds it.', {
      question: 'mapping',
      missing: ['person'],
    });
  const shifts: Shift<PersonId>[] = [];
  for (const row of rows) {
    const read = readRow(row, reading.find);
    if ('reason' in read) reading.rejections.add(row.line, SHIFT_FIELDS[read.field].title, read.reason);
    else shifts.push(...read.shifts);
  }
  return { shifts, rows: rows.length };
}

type Unread = { field: ShiftField; reason: string };
type Row = SmallRow<ShiftField>;

const KINDS: readonly [RegExp, ShiftKind][] = [
  [/^(shift|work|working|at work|on duty)$/i, 'shift'],
  [/^(on.?call|standby|stand-by|rota)$/i, 'on-call'],
  [/^(leave|holiday|vacation|absence|absent|away|off|pto)$/i, 'leave'],
];

function readRow(row: Row, find: FindPerson): { shifts: Shift<PersonId>[] } | Unread {
  const name = row.text('person');
  const person = name === null ? 'unknown' : find(name);
  if (person === 'unknown')
    return { field: 'person', reason: 'Nobody of this name or address is on the list of people.' };
  if (person === 'ambiguous')
    return { field: 'person', reason: 'Several people have this name: give the email address.' };
  const said = row.text('kind') ?? 'shift';
  const kind = KINDS.find(([pattern]) => pattern.test(said))?.[1];
  if (kind === undefined) return { field: 'kind', reason: 'This must be shift, on-call or leave.' };
  const timeZone = row.text('time-zone');
  if (timeZone !== null && !isTimeZone(timeZone))
    return { field: 'time-zone', reason: 'This is no time zone: give one such as Europe/Berlin or America/Chicago.' };
  const times = readTimes(row, kind);
  if ('reason' in times) return times;
  const days = readDays(row, kind === 'leave' && times.whole);
  if ('reason' in days) return days;
  const { from, to } = times;
  const { first, last } = days;
  return { shifts: days.weekdays.map((weekday) => ({ person, kind, weekday, first, last, from, to, timeZone })) };
}

type Times = { from: number; to: number; whole: boolean };

function readTimes(row: Row, kind: ShiftKind): Times | Unread {
  const [starts, ends] = [row.text('from'), row.text('to')];
  if (starts === null && ends === null && kind === 'leave') return { from: 0, to: DAY_MINUTES, whole: true };
  const from = starts === null ? undefined : readClock(starts);
  if (from === undefined || from === DAY_MINUTES)
    return { field: 'from', reason: starts === null ? 'This is missing.' : NO_TIME };
  const to = ends === null ? undefined : readClock(ends);
  if (to === undefined) return { field: 'to', reason: ends === null ? 'This is missing.' : NO_TIME };
  return { from, to: to > from ? to : to + DAY_MINUTES, whole: false };
}

const NO_TIME = 'This is no time of day: give one such as 08:30.';

type Days = Pick<Shift<PersonId>, 'first' | 'last'> & { weekdays: (number | null)[] };

function readDays(row: Row, mayBeEndless: boolean): Days | Unread {
  const [first, until] = [row.day('date'), row.day('until')];
  if (first === undefined) return { field: 'date', reason: 'This is no date that can be read.' };
  if (until === undefined) return { field: 'until', reason: 'This is no date that can be read.' };
  if (first !== null && until !== null && until < first)
    return { field: 'until', reason: 'The last day lies before the first.' };
  const text = row.text('weekday');
  if (text === null) {
    if (first === null) return { field: 'date', reason: 'Give a day of the week or a date.' };
    return { weekdays: [null], first, last: until ?? (mayBeEndless ? null : first) };
  }
  const weekdays = readWeekdays(text);
  if (weekdays === undefined) return { field: 'weekday', reason: 'This is no day of the week: give Mon, or Mon-Fri.' };
  return { weekdays, first, last: until };
}
