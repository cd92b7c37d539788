import { z } from 'zod';
import type { Day, Instant } from '../../base/time.ts';
import type { LearnedBar } from '../../model/journal-learning.ts';
import type { JournalRates } from '../../model/journal-rates.ts';
import { idField, nothing, operation } from '../../platform/contract.ts';
import {
  AGAIN,
  type Again,
  type DecisionKind,
  type PersonThen,
  STAYED,
  type Stayed,
  TEAM_SINCE,
  type TeamSince,
} from '../../records/decisions/types.ts';
import type { PersonId, SeatId } from '../../records/people/types.ts';
import type { Demand, LeaderKind } from '../../records/verdicts/types.ts';

/**
 * How much of a decision the reader gets. whole: all of it; own: it was about them, so their own part; closed: that it was
 * made, for whom, and what came of it, and nothing about anybody's numbers.
 */
export type JournalSight = 'whole' | 'own' | 'closed';

/** A decision in one line. */
export type JournalRow = {
  decisionId: number;
  day: Day;
  seat: { seatId: SeatId; title: string };
  /** Who was chosen; null: it was left open, or they were erased since. */
  person: { personId: PersonId; name: string } | null;
  kind: DecisionKind;
  /** Whether it is what our advice said; null: not known any more. */
  agreed: boolean | null;
  /** Who decided, in words. */
  decidedBy: string;
  /** What became of it; null: not looked back on yet. */
  again: Again | null;
  /** From which day on it is looked back on; null: it isn't, because another one of the day took its place, or a trial never began. */
  reviewDay: Day | null;
  /** Whether that is the reader's to do now. */
  isDue: boolean;
  sight: JournalSight;
};

export type Journal = {
  today: Day;
  /** The newest first. */
  rows: JournalRow[];
  /** Null: one's own decisions alone are no statistics. */
  rates: JournalRates | null;
  /** Where the bars of the playbook would have parted good decisions from the rest; null as above. */
  learned: LearnedBar[] | null;
  /** Decisions before a share is said, months until a decision is looked back on, and chance of a false alarm. */
  rules: { need: number; months: number; alarm: number };
  /** Whether the reader may change the playbook. */
  mayChange: boolean;
  /** Whether the reader sees every decision of the firm. */
  isWhole: boolean;
};

/** A rule that a piece of advice rested on: the value that was in force then, and now. */
export type RuleThen = { key: string; title: string; unit: string; was: number; now: number | null };

/** One decision with everything as it was. */
export type JournalEntry = JournalRow & {
  today: Day;
  at: Instant;
  /** Why, in the words of whoever decided; null: none was given, or it is not for the reader. */
  reason: string | null;
  hasReason: boolean;
  advice: {
    dataVersion: number;
    modelVersion: string;
    playbookVersion: string;
    kind: LeaderKind;
    /** Whether it was open to whoever decided; null: not kept then. */
    shown: boolean | null;
    considered: number;
    /** Null: not for the reader. */
    sentence: string | null;
    reasons: string[];
    /** What it rested on; null: not kept then, or not for the reader. */
    evidence: { observations: number; raters: number; tickets: number } | null;
    demand: Demand | null;
    gate: Demand | null;
    rules: RuleThen[];
    sides: (PersonThen & { name: string })[];
    /** To the person it was about: whether it named them. Null: read as somebody else. */
    namedYou: boolean | null;
  };
  review: { again: Again; stayed: Stayed; team: TeamSince; words: string | null; by: string; at: Instant } | null;
  ownWords: { words: string; at: Instant } | null;
  /** What of them the reader may write. */
  mayReview: boolean;
  maySayOwn: boolean;
  /** Where it led as far as it can be seen from here: to begin the form with. */
  stayedSoFar: Stayed;
  /** The trial that it began; null: none, or not for the reader. */
  trialId: number | null;
  months: number;
};

const decision = { decisionId: idField };
const words = z.string().trim().max(4000, 'At most 4,000 characters.');

export const listJournal = operation({
  id: 'listJournal',
  method: 'GET',
  path: '/api/journal',
  summary: 'Decisions on seats with what became of them, how often they were what our advice said, and what they teach',
  who: 'firm',
  input: nothing,
}).returns<Journal>();

export const readJournalEntry = operation({
  id: 'readJournalEntry',
  method: 'GET',
  path: '/api/journal/:decisionId',
  summary: 'One decision with our advice, its evidence and its rules as they were, and what became of it',
  who: 'firm',
  input: z.object(decision),
}).returns<JournalEntry>();

export const lookBack = operation({
  id: 'lookBack',
  method: 'PUT',
  path: '/api/journal/:decisionId/review',
  summary: 'Say what became of a decision, half a year later: by whoever decides on the seat',
  who: 'firm',
  input: z.object({
    ...decision,
    again: z.enum(AGAIN),
    stayed: z.enum(STAYED),
    team: z.enum(TEAM_SINCE),
    words: words.nullish(),
  }),
}).returns<JournalEntry>();

export const sayToDecision = operation({
  id: 'sayToDecision',
  method: 'PUT',
  path: '/api/journal/:decisionId/own-words',
  summary: 'Say something to a decision that was about oneself, or take it back',
  who: 'firm',
  input: z.object({
    ...decision,
    /** Null: nothing any more. */
    words: words.nullable(),
  }),
}).returns<JournalEntry>();
