import type { Random } from '../../base/random.ts';
import type { Arrival } from './arrivals.ts';
import type { WorldTicket } from './types.ts';

/** Log minutes between one grade of difficulty and the next. */
const GRADE_LOG = 0.5;

/**
 * How hard each ticket looked when it came in, before anybody had it: seen and hidden difficulty with an error of
 * `noise` log minutes (SD), as a grade from 1 to 5; 3 is a usual ticket. Arrivals and tickets in the same order.
 */
export function gradeTickets(
  tickets: readonly WorldTicket[],
  arrivals: readonly Arrival[],
  noise: number,
  random: Random,
): WorldTicket[] {
  return tickets.map((ticket, i) => {
    const looks = arrivals[i]!.seen + arrivals[i]!.hidden + noise * random.normal();
    return { ...ticket, triage: Math.max(1, Math.min(5, Math.round(3 + looks / GRADE_LOG))) };
  });
}
