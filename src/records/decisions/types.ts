import type { Day, Instant } from '../../base/time.ts';
import type { PersonId, SeatId } from '../people/types.ts';
import type { Answer, LeaderKind } from '../verdicts/types.ts';

/** What our advice for a seat said at the moment somebody decided, with everything that made it. */
export type AdviceAsItWas = {
  dataVersion: number;
  modelVersion: string;
  /** Hash of the playbook values that were in force. */
  playbookVersion: string;
  kind: LeaderKind;
  answer: Answer['kind'];
  /** Everyone who was weighed for the seat. */
  considered: PersonId[];
  /** Those of them whom the answer named. */
  named: PersonId[];
  /** The whole advice, as whoever sees all of it reads it. */
  sentence: string;
};

/** hold: somebody holds the seat; trial: somebody acts in it; leave-open: nobody does. */
export type DecisionKind = 'hold' | 'trial' | 'leave-open';

/** What somebody decided about a seat. */
export type RecordedDecision = {
  decisionId: number;
  seatId: SeatId;
  /** Who was chosen; null: the seat was left open, or that person was erased since. */
  personId: PersonId | null;
  kind: DecisionKind;
  /** From which day it holds. */
  day: Day;
  /** The actor who decided: `account:7`, `owner`. */
  decidedBy: string;
  /** Why, in the words of whoever decided; asked for where it differs from our advice. */
  reason: string | null;
  advice: AdviceAsItWas;
  at: Instant;
};

/** Somebody for whom a seat's decision is open. */
export type Candidacy = {
  seatId: SeatId;
  personId: PersonId;
  since: Instant;
  /** When they could first know it; null: not told yet, so that nobody sees more of them than before. */
  toldAt: Instant | null;
};
