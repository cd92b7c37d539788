import type { Day } from '../../base/time.ts';
import type { PersonId } from '../../records/people/types.ts';

/** What people did with a next step. */
export type KeptStep = {
  key: string;
  ownerId: PersonId | null;
  due: Day | null;
  outcome: 'done' | 'dismissed' | null;
  result: string | null;
  evidenceKey: string | null;
  text: string | null;
  changedAt: number;
};
