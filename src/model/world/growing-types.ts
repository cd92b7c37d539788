import type { Day } from '../../base/time.ts';
import type { GivenCourse, PlanPath, StepKind } from '../../records/development/types.ts';
import type { Competency } from '../../records/voice/types.ts';

/** Which step of a plan: of several of a kind the nth, from 0. */
export type StoryStep = { competency: Competency; kind: StepKind; nth?: number };

/** How somebody of a sample grows. People by name. */
export type PlanStory = {
  person: string;
  path: PlanPath;
  /** holds: the seat they hold; above: the one above them; technical-path: no seat. */
  aim: 'holds' | 'above' | 'technical-path';
  proposedBy: string;
  proposedOn: Day;
  startsOn: Day;
  /** When they said yes; absent: not yet. declined: they said not now. */
  personAgreedOn?: Day;
  lead?: string;
  leadAgreedOn?: Day;
  declinedOn?: Day;
  /** Taken out when it was talked over. */
  leftOut?: readonly Competency[];
  /** Who gives feedback, where it isn't their lead. */
  feedbackBy?: string;
  done?: readonly (StoryStep & { on: Day })[];
  moved?: readonly (StoryStep & { to: Day; reason: string })[];
  feedback?: readonly { competency: Competency; author: string; day: Day; worked: string; differently: string }[];
};

/** An answer to a written case, and what its reader said. */
export type AnswerStory = {
  person: string;
  caseId: string;
  text: string;
  writtenOn: Day;
  reader: string;
  /** Absent: not read yet. */
  scored?: { on: Day; note: string; levels: Partial<Record<Competency, number>> };
};

/** How people of a sample grow: courses, who completed which, plans, practice. */
export type GrowingStory = {
  courses: readonly GivenCourse[];
  /** Who, which course by its title, when. */
  completions: readonly (readonly [person: string, course: string, day: Day])[];
  plans: readonly PlanStory[];
  answers: readonly AnswerStory[];
};
