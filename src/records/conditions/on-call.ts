import { instantAt, weekdayOf } from '../../base/calendar.ts';
import { addDays, type Day, type Instant } from '../../base/time.ts';
import type { PersonId } from '../people/types.ts';
import type { Shift } from '../shifts/types.ts';

/** Whole weeks, from a Monday to the Monday after the last of them. */
type Weeks = { since: Day; until: Day };
type Span = { from: Instant; to: Instant; week: Day };

/**
 * Minutes that people are on call, by the week in which a duty begins, without calls counted in: being reachable counts by
 * itself. Duties of one person that overlap count once; one that begins on a day of leave doesn't count.
 */
export function onCallMinutes(
  shifts: readonly Shift<PersonId>[],
  weeks: Weeks,
): { personId: PersonId; week: Day; minutes: number }[] {
  return [...Map.groupBy(shifts, ({ person }) => person)].flatMap(([personId, own]) => {
    const leaves = own.filter(({ kind }) => kind === 'leave');
    const spans = own.filter(({ kind }) => kind === 'on-call').flatMap((shift) => spansOf(shift, leaves, weeks));
    const sums = new Map<Day, number>();
    for (const { from, to, week } of withoutOverlaps(spans))
      sums.set(week, (sums.get(week) ?? 0) + Math.round((to - from) / 60_000));
    return [...sums].map(([week, minutes]) => ({ personId, week, minutes }));
  });
}

function spansOf(shift: Shift<PersonId>, leaves: readonly Shift<PersonId>[], { since, until }: Weeks): Span[] {
  const first = shift.first !== null && shift.first > since ? shift.first : since;
  const end = addDays(until, -1);
  const last = shift.last !== null && shift.last < end ? shift.last : end;
  const zone = shift.timeZone ?? 'UTC';
  const spans: Span[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (shift.weekday !== null && weekdayOf(day) !== shift.weekday) continue;
    if (leaves.some((leave) => isOn(leave, day))) continue;
    const week = addDays(day, 1 - weekdayOf(day));
    spans.push({ from: instantAt(day, shift.from, zone), to: instantAt(day, shift.to, zone), week });
  }
  return spans;
}

const isOn = ({ first, last, weekday }: Shift<PersonId>, day: Day) =>
  (first === null || first <= day) &&
  (last === null || day <= last) &&
  (weekday === null || weekdayOf(day) === weekday);

function withoutOverlaps(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted((one, other) => one.from - other.from || one.to - other.to);
  let reached = -Infinity;
  return sorted.flatMap((span) => {
    const from = Math.max(span.from, reached) as Instant;
    reached = Math.max(reached, span.to);
    return from < span.to ? [{ ...span, from }] : [];
  });
}
