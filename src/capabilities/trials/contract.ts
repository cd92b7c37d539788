import { z } from 'zod';
import type { Day } from '../../base/time.ts';
import type { Hours } from '../../base/units.ts';
import { dayField, idField, nothing, operation } from '../../platform/contract.ts';
import type { PersonId, SeatId } from '../../records/people/types.ts';
import {
  MARKS,
  TEAM_MEASURES,
  type Trial,
  type TrialReview,
  type TrialSide,
  type TrialTerms,
  WISHES,
} from '../../records/trials/types.ts';
import { PEOPLE_COMPETENCIES, TECHNICAL_COMPETENCIES } from '../../records/voice/types.ts';

/** Somebody by name. */
type Named = { personId: PersonId; name: string };

/** A trial in one line of a list. */
export type TrialRow = Pick<
  Trial,
  'trialId' | 'state' | 'outcome' | 'fromDay' | 'untilDay' | 'endedOn' | 'waitsFor'
> & {
  seat: { seatId: SeatId; title: string };
  person: Named;
  /** Whether it is the reader's own. */
  isMine: boolean;
  /** What comes next, in a few words; null: nothing. */
  next: string | null;
};

export type TrialList = { trials: TrialRow[] };

/** A review with what the reader may do there. */
export type ShownReview = TrialReview & {
  /** For whom the reader may write; null: for nobody. */
  writes: TrialSide | null;
  /** Whoever decides waits for the person's words until this day; null: no more waiting. */
  waitsUntil: Day | null;
};

/** A trial as one of the two reads it: all of it. */
export type TrialAnswer = Omit<Trial, 'proposedBy' | 'decisionId' | 'backTeamId' | 'backSeatId'> & {
  seat: { seatId: SeatId; title: string };
  person: Named;
  /** Who decides on the seat, in words. */
  decider: string;
  /** Which of the two reads; null: neither, and so there is nothing to do. */
  you: TrialSide | null;
  /** The person has no account: whoever decides may write down what they said. */
  mayTell: boolean;
  today: Day;
  reviews: ShownReview[];
  /** Where the way back leads, in words: "Service Desk"; null: no team. */
  backTo: string | null;
  /** Why the person can't have it for good now; null: they can. */
  againstStaying: string | null;
  /** Both agreed, and it can't begin as things are: why; null: it can, or that is no question. */
  inTheWay: string | null;
  /** The last day that it could be proposed to begin on. */
  latestStart: Day;
};

/** What a trial of somebody in a seat could begin from. */
export type ProposedTrial = {
  seat: { seatId: SeatId; title: string };
  /** Whom one could ask, by name. */
  people: Named[];
  person: Named | null;
  /** Why there can be no trial of that person there; null: there can. */
  refusal: string | null;
  terms: TrialTerms;
  reviewDays: Day[];
  /** Own ticket hours as told; null: not told. */
  ticketHoursNow: Hours | null;
  promise: string;
  today: Day;
  /** The last day that it could be proposed to begin on. */
  latestStart: Day;
  /** Whether it differs from our advice; null: nobody is chosen yet, or the advice is closed. */
  differs: boolean | null;
  /** Why the record will say that our advice was not open; null: it is open. */
  closed: string | null;
};

const words = z.string().trim().max(2000, 'At most 2,000 characters.');
const text = z.string().trim().min(1, 'Say what one would see, or take it out.').max(300, 'At most 300 characters.');
const terms = {
  criteria: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('behaviour'),
          competency: z.enum([...TECHNICAL_COMPETENCIES, ...PEOPLE_COMPETENCIES]).nullable(),
          text,
        }),
        z.object({ kind: z.literal('measure'), measure: z.enum(TEAM_MEASURES), text }),
      ]),
    )
    .max(20, 'More than eight criteria nobody keeps in mind.'),
  /** None: today. It begins then, or on the day of agreement where that is later. */
  startDay: dayField.nullish(),
  untilDay: dayField,
  /** None: the ones that are proposed. */
  reviewDays: z.array(dayField).max(30).default([]),
  ticketHours: z.number().min(0, 'Not below 0.').max(100, 'At most 100 hours.').nullable(),
};
const trial = { trialId: idField };
/** Whoever decides writes down what a person without an account said. */
const told = z.boolean().default(false);

export const listTrials = operation({
  id: 'listTrials',
  method: 'GET',
  path: '/api/trials',
  summary: 'One’s own trials, and those in seats that one decides on',
  who: 'firm',
  input: nothing,
}).returns<TrialList>();

export const prepareTrial = operation({
  id: 'prepareTrial',
  method: 'GET',
  path: '/api/seats/:seatId/trial',
  summary: 'What a trial of somebody in a seat could begin from: criteria, days, hours on tickets, and the promise',
  who: 'firm',
  input: z.object({ seatId: idField, personId: idField.optional() }),
}).returns<ProposedTrial>();

export const proposeTrial = operation({
  id: 'proposeTrial',
  method: 'POST',
  path: '/api/trials',
  summary:
    'Propose a trial: it begins once the person agrees, not before its first day, and they may change what is proposed',
  who: 'firm',
  input: z.object({
    seatId: idField,
    personId: idField,
    ...terms,
    /** To the person. */
    words: words.nullish(),
    /** Why: must be said where it differs from our advice, or where that is closed; stands in the journal. */
    reason: words.nullish(),
  }),
}).returns<TrialAnswer>();

export const readTrial = operation({
  id: 'readTrial',
  method: 'GET',
  path: '/api/trials/:trialId',
  summary:
    'A trial of one’s own or in a seat that one decides on: what was agreed, what both said, and what comes next',
  who: 'firm',
  input: z.object(trial),
}).returns<TrialAnswer>();

export const agreeToTrial = operation({
  id: 'agreeToTrial',
  method: 'POST',
  path: '/api/trials/:trialId/agree',
  summary: 'Agree to what the other proposes: a trial begins on its first day, or becomes longer',
  who: 'firm',
  input: z.object({ ...trial, told }),
}).returns<TrialAnswer>();

export const changeTrial = operation({
  id: 'changeTrial',
  method: 'PUT',
  path: '/api/trials/:trialId/terms',
  summary: 'Propose other terms for a trial that has not begun; the other agrees or changes them again',
  who: 'firm',
  input: z.object({ ...trial, ...terms, words: words.nullish(), told }),
}).returns<TrialAnswer>();

export const lengthenTrial = operation({
  id: 'lengthenTrial',
  method: 'POST',
  path: '/api/trials/:trialId/longer',
  summary: 'Ask the other for more time, with a reason; or say no to it, by asking for none',
  who: 'firm',
  input: z.object({
    ...trial,
    /** Null: it stays with the day that was agreed. */
    untilDay: dayField.nullable(),
    because: words.nullish(),
    told,
  }),
}).returns<TrialAnswer>();

export const writeTrialReview = operation({
  id: 'writeTrialReview',
  method: 'PUT',
  path: '/api/trials/:trialId/reviews/:reviewId',
  summary: 'Say how a trial goes, criterion by criterion; the person writes first',
  who: 'firm',
  input: z.object({
    ...trial,
    reviewId: idField,
    words: z.string().trim().max(4000, 'At most 4,000 characters.'),
    /** By place in the criteria. */
    marks: z.array(z.enum(MARKS)).max(20),
    /** Of the person: whether they want it to go on. */
    wish: z.enum(WISHES).nullable().default(null),
    told,
  }),
}).returns<TrialAnswer>();

export const endTrial = operation({
  id: 'endTrial',
  method: 'POST',
  path: '/api/trials/:trialId/end',
  summary: 'End a trial: the person stays for good, goes back, or it doesn’t begin; either of the two may',
  who: 'firm',
  input: z.object({
    ...trial,
    outcome: z.enum(['took-seat', 'returned', 'not-begun']),
    /** Why: asked of whoever decides, free for the person. */
    words: words.nullish(),
    told,
  }),
}).returns<TrialAnswer>();
