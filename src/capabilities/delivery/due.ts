import { instantAt, isTimeZone, weekdayOf } from '../../base/calendar.ts';
import { addDays, type Day, dayOf, type Instant } from '../../base/time.ts';
import type { Delivery } from '../../records/delivery/types.ts';

/** When somebody wants to be told. */
export type Hour = Pick<Delivery, 'at' | 'zone' | 'weekdays'>;
/** A moment at which somebody is due, and the calendar day it is for them. */
export type Moment = { at: Instant; day: Day };

/** Days that are looked back over, when nobody was there to send; longer ago it is nobody's concern. */
const BACK = 7;
/** Any weekday comes within these days, also where a zone leaves one out. */
const AHEAD = 9;

/** The zone itself; UTC where this machine doesn't know it. */
export const zoneOr = (zone: string): string => (isTimeZone(zone) ? zone : 'UTC');

/** The first moment after an instant. */
export function nextDue(hour: Hour, after: Instant): Moment {
  return momentsFrom(hour, addDays(dayOf(after, zoneOr(hour.zone)), -1), AHEAD).find(({ at }) => at > after)!;
}

/** Every moment from one instant to another, both included, of the last seven days. */
export function dueBetween(hour: Hour, from: Instant, to: Instant): Moment[] {
  const first = addDays(dayOf(to, zoneOr(hour.zone)), -BACK);
  return momentsFrom(hour, first, BACK + 1).filter(({ at }) => at >= from && at <= to);
}

/**
 * One a day: on the day that shows an hour twice the first of the two, on the day that leaves it out as long after the
 * change as the clock meant. A day that a zone leaves out altogether falls together with the next and is the same moment.
 */
function momentsFrom({ at, zone, weekdays }: Hour, first: Day, days: number): Moment[] {
  const known = zoneOr(zone);
  const moments: Moment[] = [];
  for (let i = 0; i <= days; i++) {
    const day = addDays(first, i);
    if (!weekdays.includes(weekdayOf(day))) continue;
    const moment = instantAt(day, at, known);
    const there = dayOf(moment, known);
    if (moments.at(-1)?.day !== there) moments.push({ at: moment, day: there });
  }
  return moments;
}
