import { addMonths, type Day, parseDay } from './time.ts';

declare const brand: unique symbol;
/** A calendar month, `YYYY-MM`. Compares correctly as text. */
export type Month = string & { readonly [brand]: 'Month' };

/** Reads `YYYY-MM`; undefined when there is no such month. */
export function parseMonth(text: string): Month | undefined {
  return parseDay(`${text}-01`) === undefined ? undefined : (text as Month);
}

/** The month of a day. */
export const monthOf = (day: Day): Month => day.slice(0, 7) as Month;

/** The month so many months later, earlier when negative. */
export function shiftMonth(month: Month, months: number): Month {
  return monthOf(addMonths(`${month}-01` as Day, months));
}

/** How many months from one to another; negative when the second is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  const number = (month: Month) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5));
  return number(to) - number(from);
}

/** Names of the months, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "March 2027" */
export const sayMonth = (month: Month) => `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
