import type ICAL from 'ical.js';
import { instantAt } from '../../base/calendar.ts';
import { dayAt, plainZone, readTimes, weekdayAt } from './ics-time.ts';

/** When and by how much the clocks of a zone of the file change, as far as it is a yearly rule. */
type Change = { month: number; day: number; offset: number };

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * Zones of a file by names of ours. Outlook writes "W. Europe Standard Time" and describes its clocks: a zone whose clocks
 * go the same is taken, `preferred` before others. Null: unknown and not described, or in a way that no zone goes.
 */
export function openZones(calendar: ICAL.Component, preferred: string, year: number): (tzid: string) => string | null {
  const described = new Map(
    calendar.getAllSubcomponents('vtimezone').map((one) => [String(one.getFirstPropertyValue('tzid')), one]),
  );
  const known = new Map<string, string | null>();
  return (tzid) => {
    const found = known.get(tzid);
    if (found !== undefined) return found;
    const component = described.get(tzid);
    const zone = plainZone(tzid) ?? (component ? findAlike(component, preferred, year) : null);
    known.set(tzid, zone);
    return zone;
  };
}

function findAlike(component: ICAL.Component, preferred: string, year: number): string | null {
  const changes = [...readChanges(component, 'standard', year), ...readChanges(component, 'daylight', year)];
  if (changes.length === 0 || changes.length > 2) return null;
  const samples = sampleOffsets(changes, year);
  const isAlike = (zone: string) => samples.every(([day, offset]) => offsetAt(day, zone) === offset);
  return [preferred, ...Intl.supportedValuesOf('timeZone')].find(isAlike) ?? null;
}

/** The rule in force: the one that began last. */
function readChanges(component: ICAL.Component, name: string, year: number): Change[] {
  const rules = component.getAllSubcomponents(name).flatMap((one) => {
    const [start] = one.getFirstProperty('dtstart') ? readTimes(one.getFirstProperty('dtstart')!) : [];
    const offset = offsetOf(one.getFirstProperty('tzoffsetto')?.jCal[3]);
    if (!start || offset === undefined) return [];
    return [{ begins: start.day, offset, ...dateOf(one.getFirstProperty('rrule')?.jCal[3], start.day, year) }];
  });
  rules.sort((one, other) => other.begins - one.begins);
  return rules.slice(0, 1).map(({ month, day, offset }) => ({ month, day, offset }));
}

/** Minutes east of UTC of `+01:00` or `-0530`. */
function offsetOf(text: unknown): number | undefined {
  const parts = /^([+-])(\d\d):?(\d\d)/.exec(String(text));
  if (!parts) return undefined;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]));
}

/** The day of a yearly change such as BYMONTH=3;BYDAY=-1SU in a year; without a rule that of its first time. */
function dateOf(rule: unknown, begins: number, year: number): { month: number; day: number } {
  const { bymonth, byday } = (rule ?? {}) as { bymonth?: number | number[]; byday?: string | string[] };
  const first = dayAt(begins);
  const month = Number([bymonth ?? first.slice(5, 7)].flat()[0]);
  const parts = /^([+-]?\d)([A-Z]{2})$/.exec(String([byday ?? ''].flat()[0]));
  if (!parts) return { month, day: dayIn(year, month, Number(first.slice(8))) };
  const nth = Number(parts[1]);
  const weekday = WEEKDAYS.indexOf(parts[2]!) + 1;
  if (nth < 0) {
    const last = dayIn(year, month + 1, 1) - 1;
    return { month, day: last - ((weekdayAt(last) - weekday + 7) % 7) + 7 * (nth + 1) };
  }
  const start = dayIn(year, month, 1);
  return { month, day: start + ((weekday - weekdayAt(start) + 7) % 7) + 7 * (nth - 1) };
}

const dayIn = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / 86_400_000;

/** The middle of every month, and the days around every change. */
function sampleOffsets(changes: readonly Change[], year: number): [day: number, offset: number][] {
  const ordered = [...changes].sort((one, other) => one.day - other.day);
  const offsetOn = (day: number) => (ordered.findLast((one) => one.day <= day) ?? ordered.at(-1)!).offset;
  const middles = Array.from({ length: 12 }, (_, i) => dayIn(year, i + 1, 15));
  const around = changes.length > 1 ? changes.flatMap(({ day }) => [day - 1, day + 1]) : [];
  return [...middles, ...around].map((day) => [day, offsetOn(day)]);
}

/** Minutes east of UTC at noon. */
const offsetAt = (day: number, zone: string) =>
  (day * 86_400_000 + 12 * 3_600_000 - instantAt(dayAt(day), 12 * 60, zone)) / 60_000;
