import type { Day } from '../../base/time.ts';
import type { PersonId } from '../people/types.ts';

/**
 * trial-terms: what is proposed waits for an answer; trial-start: it begins soon, or was to; trial-review: a day
 * to look at a trial; trial-end: it ends soon; acting: somebody acts until a day without anything agreed; decision: one is to be looked back on.
 */
export type DueKind = 'trial-terms' | 'trial-start' | 'trial-review' | 'trial-end' | 'acting' | 'decision';

/** Something that was agreed and is due. */
export type Due = {
  kind: DueKind;
  /** Number of the trial, of the decision, or (acting) of the seat. */
  of: number;
  /** Who has to do it. */
  ownerId: PersonId;
  /** Whom it is about; null: a seat left open, or somebody who was erased. */
  personId: PersonId | null;
  /** Title of the seat. */
  title: string;
  /** Since when. */
  day: Day;
};
