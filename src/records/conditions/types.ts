import type { Day } from '../../base/time.ts';
import type { PersonId } from '../people/types.ts';

/** Weeks that are watched for a change, and those before them that they are compared with. */
export const RECENT_WEEKS = 4;
export const BASELINE_WEEKS = 13;

/** Facts about somebody's week, from tickets and the on-call rota; nothing in it is guessed. */
export type ConditionWeek = {
  personId: PersonId;
  /** Its Monday. */
  week: Day;
  /** Tickets touched. */
  tickets: number;
  /** Changes of tickets while they were in this person's hands; those outside the team's hours. */
  changes: number;
  afterHours: number;
  /** Changes that went to another ticket than the one before within the hour. */
  switches: number;
  /** Minutes worked on own tickets that were resolved; on those whose client was dissatisfied. Null: not kept. */
  minutes: number | null;
  dissatisfied: number | null;
  onCallMinutes: number;
};

/** What somebody said of how it goes, of their own accord. */
export type Feeling = 'fine' | 'could-be-better' | 'unhappy';

export type OwnWord = {
  wordId: number;
  personId: PersonId;
  day: Day;
  feeling: Feeling;
  text: string | null;
  /** Their lead reads it too. */
  withLead: boolean;
};

/**
 * Something somebody learned or took on: a course, a new task, a trial. noted: by them or their lead; plan: a training or a
 * practice of their development plan that was done; course: one they completed. Only what was noted has a number of its own.
 */
export type GrowthStep = {
  stepId: number | null;
  personId: PersonId;
  day: Day;
  text: string;
  from: 'noted' | 'plan' | 'course';
};

/** How much of something one person had of one client. */
export type OfClient = { personId: PersonId; clientId: number; count: number };

/** Answers of a client on one person's tickets: dissatisfied ones, of all. */
export type AnswersOfClient = OfClient & { of: number };

/** The weeks of everybody, what they share of them and their growth steps, as of a day. */
export type WeekFacts = {
  day: Day;
  /** The Monday of the newest week of which facts are kept; null: there is none. */
  lastWeek: Day | null;
  /** The seventeen weeks up to it, of everybody. */
  weeks: ConditionWeek[];
  /** Who lets their lead see their own weeks. */
  shared: ReadonlySet<PersonId>;
  /** The last growth step of each; since when such steps are noted, or taken in plans, here at all. */
  lastSteps: ReadonlyMap<PersonId, Day>;
  stepsSince: Day | null;
};

/** The weeks with what clients have to do with them: what causes and cards are made of. */
export type ConditionFacts = WeekFacts & {
  /** After-hours changes of the last four weeks, and answers of clients of the last thirteen and four. */
  afterHours: OfClient[];
  answers: AnswersOfClient[];
  answersLately: AnswersOfClient[];
  clients: ReadonlyMap<number, string>;
};
