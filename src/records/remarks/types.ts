import type { Day, Instant } from '../../base/time.ts';
import type { PersonId } from '../people/types.ts';

/** comment: stands beside the number; dispute: stands there until it is answered. */
export type RemarkKind = 'comment' | 'dispute';
/** What became of it: the field or number was corrected, or it was kept and the answer says why. */
export type RemarkOutcome = 'corrected' | 'kept';

/** What a person says to something held about them. */
export type Remark = {
  remarkId: number;
  /** Who says it, about themselves. */
  personId: PersonId;
  /** Which field or number: a reference as in the side panel (`strength/12/technical`) or a field (`person/title`). */
  about: string;
  kind: RemarkKind;
  text: string;
  at: Instant;
  answer: string | null;
  outcome: RemarkOutcome | null;
  /** The actor who answered; null: nobody has yet. */
  answeredBy: string | null;
  answeredAt: Instant | null;
};

/** A remark as it stands beside a number on any screen. */
export type StandingRemark = Pick<Remark, 'about' | 'kind' | 'text' | 'answer' | 'outcome'> & {
  day: Day;
  answered: boolean;
};
