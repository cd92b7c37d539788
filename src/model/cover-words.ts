import type { UncoveredHours } from './cover-hours.ts';

/** Hours of a week as they are said: quarters, without needless digits. */
export const sayHoursOf = (hours: number): string => `${Math.round(hours * 4) / 4} h`;

/** "nobody can jump in 21 h", as the balance picture and a seat say it; null: somebody always can. */
export function sayNobody(jumpIn: UncoveredHours): string | null {
  const lacking = lackingHours(jumpIn);
  return lacking === null ? null : `nobody can jump in${lacking && ` ${lacking}`}`;
}

/** "nobody to jump in 21 h a week", after whose team it is; null: somebody always can. */
export function sayLacking(jumpIn: UncoveredHours): string | null {
  const lacking = lackingHours(jumpIn);
  return lacking === null ? null : `nobody to jump in${lacking && ` ${lacking} a week`}`;
}

/** "21 h", "for up to 21 h"; empty: the whole week; null: none. */
function lackingHours({ uncovered, served, atMost }: UncoveredHours): string | null {
  if (uncovered === 0) return null;
  if (atMost) return `for up to ${sayHoursOf(uncovered)}`;
  return uncovered === served ? '' : sayHoursOf(uncovered);
}
