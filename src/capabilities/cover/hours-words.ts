import { sayClock, sayWeekday } from '../../model/say-time.ts';
import type { Shift, ShiftKind } from '../../records/shifts/types.ts';

/** "Mon–Wed, Fri". */
export function sayWeekdays(weekdays: readonly number[]): string {
  const sorted = [...new Set(weekdays)].sort((one, other) => one - other);
  if (sorted.length === 7) return 'every day';
  const runs: number[][] = [];
  for (const day of sorted) {
    const last = runs.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  const say = (run: number[]) =>
    run.length > 2 ? `${sayWeekday(run[0]!)}–${sayWeekday(run.at(-1)!)}` : run.map(sayWeekday).join(', ');
  return runs.map(say).join(', ');
}

const KIND_WORDS: Record<ShiftKind, string> = { shift: '', 'on-call': 'on call ', leave: 'away ' };

/** Somebody's hours in lines of words; the same times on several days are one line. */
export function sayHours(shifts: readonly Shift<unknown>[]): string[] {
  const alike = Map.groupBy(shifts, ({ kind, first, last, from, to, timeZone, weekday }) =>
    [kind, from, to, timeZone, weekday === null, first !== null && weekday === null ? `${first} ${last}` : last].join(),
  );
  return [...alike.values()].map((group) => sayGroup(group));
}

function sayGroup(group: readonly Shift<unknown>[]): string {
  const { kind, weekday, first, last, from, to, timeZone } = group[0]!;
  const days = weekday === null ? '' : `${sayWeekdays(group.map((one) => one.weekday!))} `;
  const whole = kind === 'leave' && from === 0 && to === 1440;
  const times = whole ? '' : `${sayClock(from)}–${sayClock(to)}${timeZone === null ? '' : ` (${timeZone})`} `;
  return `${KIND_WORDS[kind]}${days}${times}${saySpan(weekday === null, first, last)}`.trim();
}

function saySpan(isDated: boolean, first: string | null, last: string | null): string {
  if (!isDated) return last === null ? '' : `until ${last}`;
  if (first === last) return `on ${first}`;
  return last === null ? `from ${first}, no end known` : `${first} to ${last}`;
}
