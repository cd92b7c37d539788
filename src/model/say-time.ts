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

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Mon". */
export const sayWeekday = (weekday: number): string => DAYS[weekday - 1]!;

/** "08:30"; 1440 and more: of the day after. */
export function sayClock(minutes: number): string {
  if (minutes === 1440) return '24:00';
  const rest = minutes % 1440;
  return `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
}

/** Minutes after midnight of `08:30` as a browser gives it; null: nothing is chosen. */
export function minutesOf(clock: string): number | null {
  const parts = /^(\d\d):(\d\d)/.exec(clock);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
}
