import { isTimeZone } from '../../base/calendar.ts';
import type { Structure } from './types.ts';

/** The zone of most people here; UTC where none is known. */
export function usualZone({ people }: Pick<Structure, 'people'>): string {
  const zones = people.flatMap(({ timeZone }) => (timeZone !== null && isTimeZone(timeZone) ? [timeZone] : []));
  const counted = [...Map.groupBy(zones, (zone) => zone)].sort(
    (a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1),
  );
  return counted[0]?.[0] ?? 'UTC';
}
