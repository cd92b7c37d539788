import { z } from 'zod';
import { isTimeZone } from '../../base/calendar.ts';
import type { Day, Instant } from '../../base/time.ts';
import type { CompetencyOutcome, MentoringOutcomes } from '../../model/development/mentoring-outcome.ts';
import { dayField, idField, nothing, operation } from '../../platform/contract.ts';
import type {
  CheckAnswer,
  CheckMoment,
  MentoringGoal,
  MentoringSession,
  MentoringState,
} from '../../records/mentoring/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { type Competency, PEOPLE_COMPETENCIES, TECHNICAL_COMPETENCIES } from '../../records/voice/types.ts';

export type Called = { personId: PersonId; name: string };

/** One of one's own pairs, for the list. */
export type PairRow = {
  pairId: number;
  with: Called;
  /** As what one is in it. */
  you: 'mentor' | 'mentee';
  state: MentoringState;
  askedOn: Day;
  beganOn: Day | null;
  untilDay: Day | null;
  endedOn: Day | null;
  wants: Competency[];
  /** Why it was proposed, in sentences. */
  reasons: string[];
  /** What one answered oneself; null: nothing yet. The other's answer is not told. */
  answered: boolean | null;
  /** The other has left the firm. */
  gone: boolean;
};

/** What one says of mentoring oneself. */
export type OwnWish = {
  wantsMentor: boolean;
  places: number;
  wants: Competency[];
  helpWith: string;
  interests: string;
  /** With whom one would rather not be paired: read by nobody else. */
  vetoes: PersonId[];
};

export type OwnMentoring = {
  /** Null: whoever asks is none of the people here. */
  you: PersonId | null;
  /** Null: nothing said yet. */
  wish: OwnWish | null;
  /** Everybody else, to choose vetoes from. */
  others: Called[];
  pairs: PairRow[];
  /** When a mentor was looked for in vain, and why; null: wasn't. */
  lookedFor: { day: Day; text: string } | null;
};

export type ShownCheck = { by: Called; moment: CheckMoment; answer: CheckAnswer; text: string | null };

export type MentoringTalk = PairRow & {
  today: Day;
  /** The mentee's own words of what they want help with; null: none. */
  helpWith: string | null;
  sessions: MentoringSession[];
  goals: MentoringGoal[];
  /** Open goals of the mentee from pairs that are over. */
  goalsBefore: number;
  /** When half of the time is over. */
  halfWayOn: Day | null;
  checks: ShownCheck[];
  /** Before and after, for the mentee alone; null: one is the mentor. */
  outcomes: CompetencyOutcome[] | null;
};

/** A pair that is proposed, to whoever looks at the round. */
export type ProposedPair = {
  mentor: Called;
  mentee: Called;
  wants: Competency[];
  reasons: string[];
  secondBest: string | null;
};

/** A pair as whoever keeps the round sees it: that it meets, nothing of what about. */
export type KeptPair = {
  pairId: number;
  mentor: Called;
  mentee: Called;
  state: 'asked' | 'running';
  since: Day;
  untilDay: Day | null;
  held: number;
  nextAt: Instant | null;
  nextZone: string | null;
  /** How many of the two said how it is half-way. */
  halfWay: number;
};

export type MentoringRound = {
  today: Day;
  /** How many said that they want a mentor, how many offer to be one, and places in all. */
  wanting: number;
  offering: number;
  places: number;
  matches: ProposedPair[];
  unmatched: { person: Called; text: string }[];
  /** Pairs of which one has left, in sentences. */
  ended: string[];
  pairs: KeptPair[];
  outcomes: MentoringOutcomes;
  /** Time was up before the best was found. */
  timeIsUp: boolean;
};

const COMPETENCY = z.enum([...TECHNICAL_COMPETENCIES, ...PEOPLE_COMPETENCIES]);
const words = z.string().trim().max(300, 'At most 300 characters.').default('');
const pair = { pairId: idField };
const clock = {
  day: dayField,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time as HH:MM.'),
  zone: z.string().max(64).refine(isTimeZone, 'Give a time zone such as Europe/Berlin.'),
};

export const readMentoring = operation({
  id: 'readMentoring',
  method: 'GET',
  path: '/api/mentoring',
  summary: 'What one said of mentoring oneself, and one’s own pairs',
  who: 'firm',
  input: nothing,
}).returns<OwnMentoring>();

export const sayMentoringWish = operation({
  id: 'sayMentoringWish',
  method: 'PUT',
  path: '/api/mentoring/wish',
  summary: 'Say whether one wants a mentor or would be one, for what, and with whom rather not',
  who: 'firm',
  input: z
    .object({
      wantsMentor: z.boolean(),
      places: z.number().int().min(0).max(5, 'At most five people.'),
      wants: z.array(COMPETENCY).max(5, 'At most five.').default([]),
      helpWith: words,
      interests: words,
      vetoes: z.array(idField).max(200).default([]),
    })
    .refine(({ wantsMentor, wants }) => !wantsMentor || wants.length > 0, {
      message: 'Say in what you want to grow: a mentor is looked for who is strong in it.',
      path: ['wants'],
    }),
}).returns<OwnMentoring>();

export const readMentoringRound = operation({
  id: 'readMentoringRound',
  method: 'GET',
  path: '/api/mentoring/round',
  summary: 'The pairs that would be proposed now, each with why and what the second best would be',
  who: 'firm',
  input: nothing,
}).returns<MentoringRound>();

export const askMentoringPairs = operation({
  id: 'askMentoringPairs',
  method: 'POST',
  path: '/api/mentoring/round',
  summary: 'Ask both of each of these proposed pairs',
  who: 'firm',
  input: z.object({
    pairs: z
      .array(z.object({ mentorId: idField, menteeId: idField }))
      .min(1, 'Choose at least one pair.')
      .max(500),
  }),
}).returns<{ asked: number }>();

export const takeBackMentoringPair = operation({
  id: 'takeBackMentoringPair',
  method: 'DELETE',
  path: '/api/mentoring/round/:pairId',
  summary: 'Take a pair back that was asked and has not begun',
  who: 'firm',
  input: z.object(pair),
}).returns<{ pairId: number }>();

export const readMentoringPair = operation({
  id: 'readMentoringPair',
  method: 'GET',
  path: '/api/mentoring/pairs/:pairId',
  summary: 'A mentoring pair of one’s own: sessions, goals, how it is',
  who: 'firm',
  input: z.object(pair),
}).returns<MentoringTalk>();

export const answerMentoring = operation({
  id: 'answerMentoring',
  method: 'POST',
  path: '/api/mentoring/pairs/:pairId/answer',
  summary: 'Say whether one wants a proposed pair; nobody is told before both have answered',
  who: 'firm',
  input: z.object({ ...pair, yes: z.boolean() }),
}).returns<MentoringTalk>();

export const planMentoringSessions = operation({
  id: 'planMentoringSessions',
  method: 'POST',
  path: '/api/mentoring/pairs/:pairId/sessions',
  summary: 'Plan one session, or several in a row',
  who: 'firm',
  input: z.object({
    ...pair,
    ...clock,
    minutes: z.number().int().min(5, 'At least 5 minutes.').max(240, 'At most four hours.').default(60),
    count: z.number().int().min(1).max(26, 'At most 26 at once.').default(1),
    everyDays: z.number().int().min(1, 'At least a day.').max(92, 'At most 92 days.').default(14),
  }),
}).returns<MentoringTalk>();

export const changeMentoringSession = operation({
  id: 'changeMentoringSession',
  method: 'PATCH',
  path: '/api/mentoring/pairs/:pairId/sessions/:sessionId',
  summary: 'Say that a session was held, skipped or is off, or move it',
  who: 'firm',
  input: z.object({
    ...pair,
    sessionId: idField,
    state: z.enum(['held', 'skipped', 'removed']).optional(),
    to: z.object(clock).optional(),
  }),
}).returns<MentoringTalk>();

export const takeMentoringSession = operation({
  id: 'takeMentoringSession',
  method: 'GET',
  path: '/api/mentoring/pairs/:pairId/sessions/:sessionId/file',
  summary: 'A planned session as a file for a calendar',
  who: 'firm',
  input: z.object({ ...pair, sessionId: idField }),
}).returns<{ fileName: string; text: string }>();

export const addMentoringGoal = operation({
  id: 'addMentoringGoal',
  method: 'POST',
  path: '/api/mentoring/pairs/:pairId/goals',
  summary: 'Write down a goal that both read, or take open ones along from a pair that is over',
  who: 'firm',
  input: z
    .object({
      ...pair,
      text: z.string().trim().max(300, 'At most 300 characters.').default(''),
      fromBefore: z.boolean().default(false),
    })
    .refine(({ text, fromBefore }) => fromBefore || text !== '', { message: 'Say it in a few words.', path: ['text'] }),
}).returns<MentoringTalk>();

export const changeMentoringGoal = operation({
  id: 'changeMentoringGoal',
  method: 'PATCH',
  path: '/api/mentoring/pairs/:pairId/goals/:goalId',
  summary: 'Say that a goal is reached or dropped, or open it again',
  who: 'firm',
  input: z.object({ ...pair, goalId: idField, state: z.enum(['open', 'reached', 'dropped']) }),
}).returns<MentoringTalk>();

export const sayMentoringCheck = operation({
  id: 'sayMentoringCheck',
  method: 'PUT',
  path: '/api/mentoring/pairs/:pairId/check',
  summary: 'Say half-way or at the end how it is; the other reads it',
  who: 'firm',
  input: z.object({
    ...pair,
    moment: z.enum(['half-way', 'end']),
    answer: z.enum(['worth-it', 'change-something', 'not-worth-it']),
    text: z.string().trim().max(500, 'At most 500 characters.').default(''),
  }),
}).returns<MentoringTalk>();

export const endMentoring = operation({
  id: 'endMentoring',
  method: 'POST',
  path: '/api/mentoring/pairs/:pairId/end',
  summary: 'End a pair of one’s own, on any day and without a reason',
  who: 'firm',
  input: z.object(pair),
}).returns<MentoringTalk>();
