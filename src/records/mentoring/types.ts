import type { Day, Instant } from '../../base/time.ts';
import type { PersonId } from '../people/types.ts';
import type { Competency } from '../voice/types.ts';

/** What somebody says of mentoring of their own accord. */
export type MentoringWish = {
  personId: PersonId;
  wantsMentor: boolean;
  /** How many people they offer to mentor; 0: none. */
  places: number;
  /** In what they want to grow. */
  wants: Competency[];
  /** The same in their own words; the mentor of a running pair reads it. null: nothing written. */
  helpWith: string | null;
  /** In their own words. Only a word that the other wrote too is ever shown. */
  interests: string | null;
  saidAt: Instant;
  /** When a mentor was last looked for without finding one; null: never. */
  lookedOn: Day | null;
  /** Why there was none then. */
  foundNone: string | null;
};

/** asked: proposed to both; running: both said yes; not-begun: one said no, or nobody answered, or it was taken back. */
export type MentoringState = 'asked' | 'running' | 'ended' | 'not-begun';

export type MentoringPair = {
  pairId: number;
  mentorId: PersonId;
  menteeId: PersonId;
  /** Their names, also once they have left. */
  mentor: string;
  mentee: string;
  state: MentoringState;
  askedOn: Day;
  beganOn: Day | null;
  /** The last day that was agreed. */
  untilDay: Day | null;
  endedOn: Day | null;
  /** In what the mentee wants to grow with this mentor. */
  wants: Competency[];
  /** Why it was proposed, in sentences, as it was then. */
  reasons: string[];
};

export type SessionState = 'planned' | 'held' | 'skipped';
/** A time at which a pair meets. */
export type MentoringSession = {
  sessionId: number;
  at: Instant;
  minutes: number;
  /** IANA name of the clock that the two agreed on. */
  zone: string;
  state: SessionState;
  /** Grows whenever it moves. */
  sequence: number;
};

export type GoalState = 'open' | 'reached' | 'dropped';
export type MentoringGoal = {
  goalId: number;
  text: string;
  state: GoalState;
  /** null: somebody who was erased. */
  authorId: PersonId | null;
  createdAt: Instant;
};

export type CheckMoment = 'half-way' | 'end';
export type CheckAnswer = 'worth-it' | 'change-something' | 'not-worth-it';
/** What one of the two said half-way or at the end. */
export type MentoringCheck = {
  personId: PersonId;
  moment: CheckMoment;
  answer: CheckAnswer;
  text: string | null;
};

/** That a pair meets, and nothing of what about: all that anybody but the two may know. */
export type MentoringRhythm = Pick<MentoringPair, 'pairId' | 'mentorId' | 'menteeId'> & {
  beganOn: Day;
  untilDay: Day | null;
  held: number;
  lastHeldAt: Instant | null;
  /** The planned session that is next, or that is over and not closed; null: none is planned. */
  nextAt: Instant | null;
  nextZone: string | null;
  /** Who of the two said how it is half-way; not what. */
  saidHalfWay: PersonId[];
};
