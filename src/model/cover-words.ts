import type { UncoveredHours } from './cover-teams.ts';

/** Hours of a week as they are said: quarters, without needless digits. */
export const sayHoursOf = (hours: number): string => `${Math.round(hours * 4) / 4} h`;

/** "nobody can jump in 21 h", as the balance picture and a seat say it; null: somebody always can. */
export function sayNobody({ uncovered, served, atMost }: UncoveredHours): string | null {
  if (uncovered === 0) return null;
  if (atMost) return `it isn't known that somebody can jump in ${sayHoursOf(uncovered)} a week`;
  return uncovered === served ? 'nobody can jump in' : `nobody can jump in ${sayHoursOf(uncovered)}`;
}
