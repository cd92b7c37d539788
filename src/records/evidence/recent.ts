import type { PersonId } from '../people/types.ts';
import type { EvidenceFactor } from './types.ts';

/** What tickets are compared by beside who got them first. */
export type RecentFactor = Exclude<EvidenceFactor, 'technician' | 'band'>;

/** A ticket that was opened or resolved lately and can be compared. */
export type RecentCase = {
  ticketId: number;
  /** Who got it first. Who closed it is nowhere in here. */
  personId: PersonId;
  /** As in evidence_case; 0: not given. */
  levels: Record<RecentFactor, number>;
  /** Until it was first resolved; of an open one so far, which is the least that it will take. */
  minutes: number;
  open: boolean;
};
