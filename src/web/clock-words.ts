import type { Instant } from '../base/time.ts';

/** "Tue 1 December 2026, 10:00" by the clock of a zone. */
export function sayMeeting(at: Instant, zone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  });
  return `${day.format(at)}, ${timeIn(at, zone)}`;
}

/** "10:00" by the clock of a zone. */
export const timeIn = (at: Instant, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(at);
