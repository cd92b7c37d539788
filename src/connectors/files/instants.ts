import { dayOf, type Instant } from '../../base/time.ts';
import { type DateOrder, dayNumber, readDate } from './dates.ts';
import type { Read } from './values.ts';
import type { Zone } from './zone.ts';

/** Before this year no helpdesk kept tickets. */
const FIRST_TICKET_YEAR = 1990;
const DAY_MS = 86_400_000;

/** Reads dates of one file: its order of day and month, its time zone, and what year is believable. */
export function createInstantReader(
  order: DateOrder,
  zone: Zone,
  now: Instant,
  firstYear = FIRST_TICKET_YEAR,
): (text: string) => Read<Instant> {
  const lastYear = Number(dayOf(now).slice(0, 4)) + 1;
  let lastText = '';
  let last: Read<Instant> = { reason: NO_DATE };
  return (text) => {
    // Rows that follow each other often share a date.
    if (text !== lastText) {
      last = read(text, order, zone, firstYear, lastYear);
      lastText = text;
    }
    return last;
  };
}

const NO_DATE = 'This is no date that can be read.';

function read(text: string, order: DateOrder, zone: Zone, firstYear: number, lastYear: number): Read<Instant> {
  const parts = readDate(text);
  if (!parts) return { reason: NO_DATE };
  const day = dayNumber(parts, order);
  if (day === undefined) {
    return {
      reason: parts.open
        ? `There is no such day when the ${order === 'day-first' ? 'day' : 'month'} comes first.`
        : 'There is no such day.',
    };
  }
  if (parts.year < firstYear) return { reason: `This date lies before ${firstYear}.` };
  if (parts.year > lastYear) return { reason: 'This date lies more than a year ahead.' };
  const wallClock = day * DAY_MS + parts.seconds * 1000;
  return {
    value: parts.offset === null ? zone.instantOf(wallClock) : ((wallClock - parts.offset * 60_000) as Instant),
  };
}
