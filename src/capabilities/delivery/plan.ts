import type { Role } from '../../base/roles.ts';
import { dayOf, type Instant } from '../../base/time.ts';
import type { Delivery, Outgoing } from '../../records/delivery/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { dueBetween, type Moment, nextDue, zoneOr } from './due.ts';
import { mayLead } from './roles.ts';

/** Somebody whose hour has come. */
type Due = Pick<Delivery, 'way' | 'at' | 'zone' | 'weekdays' | 'reminders'> & {
  personId: PersonId;
  nextAt: Instant;
  /** When that was worked out. */
  plannedAt: Instant;
};

/** What becomes due for somebody, and when they are due next. */
export type Plan = { personId: PersonId; nextAt: Instant; rows: Omit<Outgoing, 'outgoingId'>[] };

/**
 * What is due for somebody at an instant. Late is sent too, once, on the same day of theirs; of days that are over it is only
 * kept that nothing left. What was worked out later than now (the clock went back, or a backup was put back) is only worked
 * out anew. `role`: null, where they can't sign in any more; then nothing is due.
 */
export function planDue(due: Due, role: Role | null, now: Instant): Plan {
  const { personId } = due;
  const nextAt = nextDue(due, now).at;
  if (role === null || due.plannedAt > now) return { personId, nextAt, rows: [] };
  const today = dayOf(now, zoneOr(due.zone));
  const whats = [
    ...(due.way !== 'off' && mayLead(role) ? (['morning'] as const) : []),
    ...(due.reminders ? (['reminder'] as const) : []),
  ];
  const rowOf = (what: 'morning' | 'reminder', { at, day }: Moment): Plan['rows'][number] => {
    const base = { personId, day, what, way: null, tries: 0, dueAt: at };
    if (day === today) return { ...base, state: 'waiting', tryAt: now, endedAt: null, why: null };
    return { ...base, state: 'dropped', tryAt: null, endedAt: now, why: MISSED };
  };
  const moments = dueBetween(due, due.nextAt, now);
  return { personId, nextAt, rows: moments.flatMap((moment) => whats.map((what) => rowOf(what, moment))) };
}

const MISSED = 'Evenkeel was not running that day.';
