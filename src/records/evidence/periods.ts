import type { Day } from '../../base/time.ts';
import type { PersonId } from '../people/types.ts';
import type { EndOutcome, EvidenceFactor, MinutesOutcome } from './types.ts';

/** Two periods of one outcome, each from a day until before another. */
export type Periods = {
  outcome: MinutesOutcome | EndOutcome;
  before: { from: Day; to: Day };
  after: { from: Day; to: Day };
};

/** Tickets of one person in one period that are alike in everything they are compared by. */
export type PeriodCell = {
  personId: PersonId;
  side: 'before' | 'after';
  n: number;
  /** Σ of log minutes, or how many ended well. */
  sum: number;
  levels: Partial<Record<Exclude<EvidenceFactor, 'technician'>, number>>;
};
