import type { Day, Instant } from '../../base/time.ts';
import type { Hours } from '../../base/units.ts';
import type { PersonId, SeatId, TeamId } from '../people/types.ts';
import type { Competency } from '../voice/types.ts';

/** Measures of a team that a trial may look at: never a count of one person's tickets. */
export const TEAM_MEASURES = ['talks', 'jump-in', 'after-hours', 'reopened', 'satisfied', 'stuck'] as const;
export type TeamMeasure = (typeof TEAM_MEASURES)[number];

/** What both look for in a trial: something that a person does, or a measure of the whole team. */
export type Criterion =
  | { kind: 'behaviour'; competency: Competency | null; text: string }
  | { kind: 'measure'; measure: TeamMeasure; text: string };

/** What somebody saw of a criterion. */
export const MARKS = ['seen', 'not-yet', 'cannot-tell'] as const;
export type Mark = (typeof MARKS)[number];

/** Whether whoever tries it wants it to go on. */
export const WISHES = ['go-on', 'not-sure', 'go-back'] as const;
export type TrialWish = (typeof WISHES)[number];

/** The two of a trial: who tries it, and who decides on the seat. */
export type TrialSide = 'person' | 'decider';

/** What one of the two said at a review; marks by place in the criteria. */
export type Said = {
  words: string;
  marks: Mark[];
  /** Of the person alone. */
  wish: TrialWish | null;
  /** Whoever decides wrote it down after a talk. */
  toldInTalk: boolean;
  at: Instant;
};

/** A day on which both look at a trial. */
export type TrialReview = { reviewId: number; day: Day } & Record<TrialSide, Said | null>;

/** A trial that was made longer: until when it was to last, until when it does, and why. */
export type Extension = { from: Day; until: Day; because: string; asked: TrialSide; on: Day };

/** took-seat: the person leads from then on; returned: back, with the same pay and standing; not-begun: a no, or taken back. */
export const OUTCOMES = ['took-seat', 'returned', 'not-begun'] as const;
export type TrialOutcome = (typeof OUTCOMES)[number];

/** What both agree on before a trial begins. */
export type TrialTerms = {
  criteria: Criterion[];
  /** The day on which it is to begin; null, or over by the time both agree: on the day of agreement. */
  startDay: Day | null;
  untilDay: Day;
  /** Hours a week on own tickets while it runs; null: nothing agreed. */
  ticketHours: Hours | null;
};

export type TrialState = 'proposed' | 'agreed' | 'running' | 'ended';

/** Somebody leads on trial, with what both agreed on beforehand. */
export type Trial = TrialTerms & {
  trialId: number;
  seatId: SeatId;
  personId: PersonId;
  /** The decision that it was proposed with; null: none is on record. */
  decisionId: number | null;
  /** agreed: both agreed, and its day is still to come. */
  state: TrialState;
  /** Whose word is awaited: on what is proposed, or on a longer time; null: nobody's. */
  waitsFor: TrialSide | null;
  proposedBy: string;
  proposedAt: Instant;
  /** What was told of their ticket hours before; null: not told. */
  ticketHoursBefore: Hours | null;
  /** What both were promised about the way back. */
  promise: string;
  /** What whoever proposed last says to it. */
  proposalWords: string | null;
  agreedAt: Instant | null;
  /** Whoever decides wrote the answer down after a talk. */
  toldInTalk: boolean;
  /** The day on which it begins, once both agreed; it began then, where it runs. */
  fromDay: Day | null;
  /** A longer time that one of them asks for; whose word it waits for says who. */
  longer: { until: Day; because: string } | null;
  extended: Extension[];
  /** Where the way back leads. */
  backTeamId: TeamId | null;
  backSeatId: SeatId | null;
  endedOn: Day | null;
  outcome: TrialOutcome | null;
  /** Who ended it, and what they said. */
  endSide: TrialSide | null;
  endWords: string | null;
};
