import { type Month, monthsBetween, sayMonth } from '../../base/month.ts';
import { joinNames } from '../words.ts';
import type { Look, ShownFan, ShownMarker } from './look.ts';

/** A count of technicians as it is said: "14", below ten "3.5". */
export const sayCount = (value: number): string =>
  value >= 9.95 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(1);

/** "14 to 18, most likely 16": what a fan says of one month. */
export function sayBand({ low, middle, high }: ShownFan, at: number): string {
  const [from, about, to] = [low[at] ?? 0, middle[at] ?? 0, high[at] ?? 0].map(sayCount);
  return from === to ? `${about}` : `${about} (${from} to ${to})`;
}

/** A chance as futures of ten: "in 7 of 10 futures". Never certain, never impossible, unless all or none of them say so. */
export function sayChance(chance: number): string {
  if (chance <= 0) return 'in none of the futures';
  if (chance >= 1) return 'in all futures';
  const tenths = Math.round(chance * 10);
  if (tenths === 0) return 'in fewer than 1 of 10 futures';
  return tenths === 10 ? 'in more than 9 of 10 futures' : `in ${tenths} of 10 futures`;
}

/** The one date of the first view: "Now", "March 2027"; null: there is nothing to begin. */
export function sayDate(look: Pick<Look, 'headline' | 'markers'>): string | null {
  const start = look.markers.find(({ kind }) => kind === look.headline.kind)?.start;
  if (!start) return null;
  return start.late > 0 ? 'Now' : sayMonth(start.month);
}

/** What else is due already, beside what the headline is about; null: nothing. */
export function sayOverdue({ headline, markers }: Pick<Look, 'headline' | 'markers'>): string | null {
  const overdue = markers.filter(({ state, kind }) => state === 'overdue' && kind !== headline.kind);
  if (overdue.length === 0) return null;
  const names = overdue.map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1));
  return `Due already: ${joinNames(names, 'and')}.`;
}

/** When something is due, with how sure that is: "due in August 2027, between June 2027 and March 2028 in 8 of 10 futures". */
export function sayDue({ state, due, early, late, chance }: ShownMarker): string {
  if (state === 'there') return 'you have one';
  if (state === 'overdue') return due ? `due since ${sayMonth(due)}` : 'due already';
  const last = chance.at(-1) ?? 0;
  if (state === 'not-in-plan' || due === null)
    return last > 0 ? `not within the plan; by its end ${sayChance(last)}` : 'not within the plan';
  if (chance[0] === 1) return 'due now';
  if (early === due && late === due) return `due in ${sayMonth(due)}`;
  const from = early === null ? 'before' : `${sayMonth(early)}`;
  return late === null
    ? `due in ${sayMonth(due)}; ${from} at the earliest, perhaps not within the plan`
    : `due in ${sayMonth(due)}; likely between ${from} and ${sayMonth(late)}`;
}

/** When something is due, in a cell of a table. */
export function sayDueShort({ state, due }: Pick<ShownMarker, 'state' | 'due'>): string {
  if (state === 'there') return 'you have one';
  if (due === null) return 'not within the plan';
  return state === 'overdue' ? `since ${sayMonth(due)}` : sayMonth(due);
}

/** When to begin, in a few words: "start growing by March 2027", "start looking now, 3 months late"; "decide" where somebody is ready. */
export function sayStart({ start, state }: Pick<ShownMarker, 'start' | 'state'>): string | null {
  if (!start) return null;
  const act = start.by === 'hire' ? 'start looking' : start.months === 0 ? 'decide' : 'start growing';
  // How long ago it was due is said beside it.
  if (state === 'overdue') return `${act} now`;
  if (start.late === 0) return `${act} by ${sayMonth(start.month)}`;
  return `${act} now, ${start.late === 1 ? '1 month' : `${start.late} months`} late`;
}

/** How a date moved against another: "3 months later than kept"; null: it didn't. */
export function sayMoved(before: Month | null, after: Month | null): string | null {
  if (before === after) return null;
  if (before === null) return 'not within the plan before';
  if (after === null) return `was ${sayMonth(before)}`;
  const months = monthsBetween(before, after);
  const many = Math.abs(months) === 1 ? '1 month' : `${Math.abs(months)} months`;
  return `${many} ${months > 0 ? 'later' : 'earlier'} than ${sayMonth(before)}`;
}
