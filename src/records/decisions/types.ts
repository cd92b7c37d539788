import type { Day, Instant } from '../../base/time.ts';
import type { Level, Share } from '../../base/units.ts';
import type { PersonId, SeatId } from '../people/types.ts';
import type { Answer, Demand, GateStatus, LeaderKind } from '../verdicts/types.ts';
import type { Side } from '../voice/types.ts';

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
  /** Whether what was decided is what it said; absent in records of before this was kept. */
  agreed?: boolean;
  /** Whether it was open to whoever decided; false: they decided without it, so it stays closed to them. */
  shown?: boolean;
  /** What it rested on; absent in records of before this was kept. */
  basis?: AdviceBasis;
};

/** What a piece of advice rested on when somebody decided. */
export type AdviceBasis = {
  /** Why, in sentences. */
  reasons: string[];
  observations: number;
  raters: number;
  tickets: number;
  /** What the seat needed. */
  demand: Demand;
  /** Where its bars lay. */
  gate: Demand;
  /** The rules behind the reasons, with the values that were in force. */
  rules: Record<string, number>;
  /** How whoever was named, or chosen, stood. Nobody else. */
  sides: PersonThen[];
};

/** How somebody stood to a seat when it was decided on. */
export type PersonThen = { personId: PersonId } & Record<Side, SideThen>;

export type SideThen = { mean: Level; low: Level; high: Level; chance: Share; status: GateStatus };

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
  /** Why, in the words of whoever decided; never missing where it differs from our advice (./reason.ts). */
  reason: string | null;
  advice: AdviceAsItWas;
  at: Instant;
};

/** Whether whoever decides would do so again; otherwise: the same choice, with other help, hours or timing. */
export const AGAIN = ['yes', 'otherwise', 'no', 'cannot-tell'] as const;
export type Again = (typeof AGAIN)[number];
/** Where it led: of a person there, moved-on, went-back, left; of a seat left open: open, filled. */
export const STAYED = ['there', 'moved-on', 'went-back', 'left', 'open', 'filled'] as const;
export type Stayed = (typeof STAYED)[number];
/** How the team stands against then, as whoever decides sees it. */
export const TEAM_SINCE = ['better', 'same', 'worse', 'not-known'] as const;
export type TeamSince = (typeof TEAM_SINCE)[number];

/** What became of a decision: asked months later of whoever decides on the seat. */
export type DecisionReview = {
  again: Again;
  stayed: Stayed;
  team: TeamSince;
  words: string | null;
  reviewedBy: string;
  reviewedAt: Instant;
};

/** The words of whom a decision was about. */
export type OwnLookBack = { words: string; at: Instant };

/** Somebody for whom a seat's decision is open. */
export type Candidacy = {
  seatId: SeatId;
  personId: PersonId;
  since: Instant;
  /** When they could first know it; null: not told yet, so that nobody sees more of them than before. */
  toldAt: Instant | null;
};
