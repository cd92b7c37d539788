import type { Day } from '../../base/time.ts';
import type { Hours, Level, Share } from '../../base/units.ts';
import type { PersonId, SeatId } from '../people/types.ts';
import type { Competency } from '../voice/types.ts';

/** For what somebody grows: leading a team they know the work of, leading people first, or the work itself. */
export type PlanPath = 'technical-lead' | 'people-leader' | 'technical-path';

/** proposed: waits for a yes; agreed: under way; declined: not now, and nothing follows from it; ended: over. */
export type PlanState = 'proposed' | 'agreed' | 'declined' | 'ended';

export type StepKind = 'measure-before' | 'training' | 'practice' | 'feedback' | 'measure-after';

/** One of the firm's own courses. */
export type Course = {
  courseId: number;
  /** The firm's own number of it; null: none. */
  code: string | null;
  title: string;
  competency: Competency;
  hours: Hours;
  /** How a learning system names it in its statements; null: not said. */
  activity: string | null;
  /** Since when it is no longer offered; null: it is. */
  retiredOn: Day | null;
};

/** A course as a file or a form gives it. */
export type GivenCourse = Omit<Course, 'courseId' | 'retiredOn'>;

/** A plan without what is in it. */
export type PlanHead = {
  planId: number;
  personId: PersonId;
  path: PlanPath;
  /** Whose need its targets were taken from; null: of no seat. */
  seatId: SeatId | null;
  startsOn: Day;
  state: PlanState;
  proposedOn: Day;
  /** Null: whoever holds the server, or somebody who was erased. */
  proposedBy: PersonId | null;
  /** When the person said yes; null: not yet. */
  personAgreedOn: Day | null;
  /** Who wrote their yes down, where it wasn't themselves. */
  notedBy: PersonId | null;
  /** When whoever leads them said yes, after them. */
  leadAgreedOn: Day | null;
  /** Who that was. */
  leadId: PersonId | null;
  closedOn: Day | null;
  /** Needs beyond what one plan holds. */
  later: Competency[];
  /** Competencies with a target of which nothing was known. */
  toFindOut: Competency[];
};

/** What somebody means to grow in, with the gap as it was found when the plan was proposed. */
export type PlanNeed = {
  competency: Competency;
  /** start: part of every plan of the path; gap: found; asked: put in by hand. */
  because: 'start' | 'gap' | 'asked';
  /** Null: no level is set. */
  target: Level | null;
  /** Target less strength with its 80% interval; null: not known. */
  gap: { mean: number; low: number; high: number } | null;
  /** Chance of being below the target; null: not known. */
  chanceShort: Share | null;
  /** The firm's own course; null: none. */
  courseId: number | null;
  training: string;
  hours: Hours | null;
  practice: string;
};

/** A step of a plan: in the week of a day. */
export type KeptStep = {
  stepId: number;
  planId: number;
  competency: Competency;
  kind: StepKind;
  day: Day;
  /** The day it was first meant for; null: it never moved. */
  firstDay: Day | null;
  text: string;
  /** The written case to practise on; null: none. */
  caseId: string | null;
  /** Whose it is to see to. */
  ownerId: PersonId | null;
  state: 'open' | 'done' | 'dropped';
  closedOn: Day | null;
  /** Why it was moved or dropped. */
  reason: string | null;
};

/** What somebody said of a try: what worked, and one thing to do differently. */
export type PlanFeedback = {
  feedbackId: number;
  planId: number;
  competency: Competency;
  authorId: PersonId | null;
  day: Day;
  worked: string | null;
  differently: string | null;
};

/** A plan with everything in it. */
export type Plan = PlanHead & { needs: PlanNeed[]; steps: KeptStep[]; feedback: PlanFeedback[] };

/** A plan before it is kept. */
export type NewPlan = Omit<
  PlanHead,
  'planId' | 'state' | 'personAgreedOn' | 'notedBy' | 'leadAgreedOn' | 'leadId' | 'closedOn'
> & { needs: PlanNeed[]; steps: NewStep[] };
export type NewStep = Pick<KeptStep, 'competency' | 'kind' | 'day' | 'text' | 'caseId' | 'ownerId'>;

/** How far a plan has come, counted. */
export type PlanCount = { planId: number; open: number; done: number; dropped: number; next: Day | null };

/** A step of somebody's plan that is due, for a card. */
export type PlanStepDue = Pick<KeptStep, 'stepId' | 'competency' | 'kind' | 'day' | 'text' | 'caseId'> & {
  ownerId: PersonId;
  personId: PersonId;
};

/** An answer to a written case. */
export type PracticeAnswer = {
  answerId: number;
  personId: PersonId;
  caseId: string;
  text: string;
  writtenOn: Day;
  /** Whom its writer asked to read it; null: nobody. */
  scorerId: PersonId | null;
  /** Since when they may. */
  sentOn: Day | null;
  scoredOn: Day | null;
  /** What they say to it. */
  note: string | null;
  /** The levels that they saw. Evidence for growing, never a reading of a strength. */
  scores: { competency: Competency; level: number }[];
};

/** That somebody completed a course. */
export type Completion = {
  personId: PersonId;
  courseId: number;
  doneOn: Day;
  source: CompletionSource;
};
export type CompletionSource = 'file' | 'learning-system';

/** A completion of somebody or something that isn't known here. */
export type WaitingCompletion = {
  waitingId: number;
  who: string;
  what: string;
  /** What its sender calls the course. */
  title: string | null;
  doneOn: Day;
  source: CompletionSource;
  statementId: string | null;
};
