import { MONTHS, monthOf, sayMonth as sayCalendarMonth } from '../base/month.ts';
import type { Day } from '../base/time.ts';
import type { Estimate } from '../records/verdicts/types.ts';
import type { Side } from '../records/voice/types.ts';

/** "March 2027". */
export function sayMonth(day: Day): string {
  return sayCalendarMonth(monthOf(day));
}

/** "31 March". */
export function sayDay(day: Day): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`;
}

/** "30 Nov". */
export function sayShortDay(day: Day): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]!.slice(0, 3)}`;
}

/** "Ann", "Ann or Ben", "Ann, Ben or Cy". */
export function joinNames(names: readonly string[], last: 'or' | 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
}

/** "with people" or "technically", to end a sentence. */
export const SIDE_WORDS: Record<Side, string> = { technical: 'technically', people: 'with people' };

/** How a second for a side is called. */
export const SECOND_WORDS: Record<Side, string> = { technical: 'technical second', people: 'people second' };

const LEVELS = ['just starting', 'learning', 'solid', 'strong', 'outstanding'] as const;

/** The word for the nearest level, 1 to 5. */
export function sayLevel(level: number): string {
  return LEVELS[Math.min(5, Math.max(1, Math.round(level))) - 1]!;
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

/** "two answers", "11 answers". */
export function countOf(count: number, one: string, many: string): string {
  return `${SMALL[count] ?? count} ${count === 1 ? one : many}`;
}

/** The same with a capital first letter. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An 80% interval in words, as far as the scale of levels goes: "4.2 to 5.0". */
export function sayRange({ low, high }: Pick<Estimate, 'low' | 'high'>): string {
  const onScale = (value: number) => Math.min(5, Math.max(1, value)).toFixed(1);
  return `${onScale(low)} to ${onScale(high)}`;
}
