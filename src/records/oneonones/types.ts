import type { Day, Instant } from '../../base/time.ts';
import type { PersonId } from '../people/types.ts';

/** Two people who talk regularly. */
export type Pair = {
  pairId: number;
  /** Who reports to the other; their topics come first. */
  memberId: PersonId;
  leadId: PersonId;
  /** How often, in days. */
  everyDays: number;
  minutes: number;
  /** IANA time zone in which they agree on times. */
  zone: string;
  beganOn: Day;
};

/** When a pair meets: all that anybody but the two may know of their 1:1s. */
export type Rhythm = Pair & {
  /** When they met last; null: not yet. */
  lastHeldAt: Instant | null;
  /** The meeting that is planned and not closed, also when its time is over; null: none is. */
  nextAt: Instant | null;
  /** Skipped one after another since they met last. */
  skippedInRow: number;
};
