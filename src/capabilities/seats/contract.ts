import { z } from 'zod';
import type { Day, Instant } from '../../base/time.ts';
import type { Hours } from '../../base/units.ts';
import type { ComingTrial } from '../../model/coming-trials.ts';
import type { UncoveredHours } from '../../model/cover-hours.ts';
import type { AcrossHiddenDifficulty } from '../../model/hidden-difficulty.ts';
import type { Sight } from '../../model/sight.ts';
import type { ClosedAdvice } from '../../model/sight-advice.ts';
import { dayField, idField, nameField, nothing, operation } from '../../platform/contract.ts';
import type { PersonId, Seat, SeatId } from '../../records/people/types.ts';
import type { StandingRemark } from '../../records/remarks/types.ts';
import type { Demand, Distance, Gate, LeaderKind, Verdict } from '../../records/verdicts/types.ts';
import type { Side } from '../../records/voice/types.ts';

/** A lead's week in hours. */
export type SeatLoad = {
  reports: number;
  needed: Hours;
  /** Hours left for people after own tickets and leading the work; null: not known. */
  left: Hours | null;
  sentence: string | null;
};

export type SeatRow = {
  seat: Seat;
  teamName: string | null;
  holderName: string | null;
  /** How much of its holder the reader sees; open where nobody holds it. */
  sight: Sight;
  distance: Distance;
  demand: Demand;
  gate: Gate;
  kind: LeaderKind;
  kindSentence: string;
  /** The advice in its shortest form. */
  sentence: string;
  /** closed: about people whom the reader doesn't see. */
  answerKind: Verdict['answer']['kind'] | 'closed';
  load: SeatLoad | null;
  /** Comparable tickets that stood first in the queue of the team it leads; 0 where the reader isn't told. */
  tickets: number;
  /** People below: the seat's own reports. */
  reports: number;
  /** Whether the reader decides who holds it. */
  mayHold: boolean;
  /** Who leads it on trial from a day still to come, where that is the reader's to read; null: nobody. */
  coming: ComingTrial | null;
};

/** Every seat, and who could be named in a form. */
export type SeatList = {
  seats: SeatRow[];
  /** People who stand nowhere in the tree. */
  unseated: { personId: PersonId; name: string }[];
  /** Everybody by name. */
  people: { personId: PersonId; name: string }[];
  note: string | null;
  /** Whether the reader keeps the structure: adds, changes and closes seats. */
  mayChange: boolean;
};

/** Who decides on a seat, and how far their decision is open. */
export type DecisionState = {
  /** In words: a name, "the owner". */
  decider: string;
  /** Said by hand; null: it follows from the structure. */
  deciderId: PersonId | null;
  /** Whether it is the reader. */
  mine: boolean;
  /** Since when the decision is open; null: it isn't, or the reader doesn't decide here. */
  openSince: Instant | null;
  /** Of those whom our advice weighs: candidates who were not told yet. */
  untold: number;
  /** Of these, people who came since it was opened. */
  fresh: number;
  /** Of these, people without an account, whom somebody has to tell. */
  withoutAccount: number;
};

export const listSeats = operation({
  id: 'listSeats',
  method: 'GET',
  path: '/api/seats',
  summary: 'The structure as a tree, with distance, need and our advice in short',
  who: 'firm',
  input: nothing,
}).returns<SeatList>();

export const readSeat = operation({
  id: 'readSeat',
  method: 'GET',
  path: '/api/seats/:seatId',
  summary: 'Our advice for one seat, with candidates side by side',
  who: 'firm',
  input: z.object({ seatId: idField }),
}).returns<SeatAnswer>();

/** Our advice for a seat, whole or closed. */
export type SeatAnswer = {
  row: SeatRow;
  /** Null: it speaks about people whom the reader doesn't see. */
  verdict: Verdict | null;
  /** What can be said all the same. */
  closed: ClosedAdvice | null;
  /** What the data behind it can't tell. */
  limits: string[];
  /** What candidates dispute of the numbers that stand side by side, until it is answered. */
  disputes: (StandingRemark & { personId: PersonId; side: Side })[];
  decision: DecisionState;
  /** A trial that is open there, where it is the reader’s to read: their own, or in a seat they decide on. */
  trial: { trialId: number; personName: string; state: 'proposed' | 'agreed' | 'running'; fromDay: Day | null } | null;
  /** The hours of the coming week in which its team has nobody able to jump in; null: not known, or not shown. */
  jumpIn: UncoveredHours | null;
  mayChange: boolean;
};

export const readHiddenDifficulty = operation({
  id: 'readHiddenDifficulty',
  method: 'GET',
  path: '/api/seats/:seatId/hidden-difficulty',
  summary: 'Our advice for one seat if tickets hid more difficulty than assumed, and where it becomes another',
  who: 'firm',
  input: z.object({ seatId: idField }),
}).returns<HiddenDifficultyAnswer>();

/** Our advice for a seat across hidden difficulty. */
export type HiddenDifficultyAnswer = {
  /** Null: our advice speaks about people whom the reader doesn't see. */
  across: AcrossHiddenDifficulty | null;
  /** Whether the reader may assume a value for the whole firm. */
  mayAssume: boolean;
};

export const openDecision = operation({
  id: 'openDecision',
  method: 'POST',
  path: '/api/seats/:seatId/decision',
  summary: 'Open the decision on a seat: the people considered are told, then our advice is shown to whoever decides',
  who: 'firm',
  /** tellMyself: whoever has no account is told by the one who decides, today. */
  input: z.object({ seatId: idField, tellMyself: z.boolean() }),
}).returns<{ seatId: SeatId; told: number; untold: number }>();

export const closeDecision = operation({
  id: 'closeDecision',
  method: 'DELETE',
  path: '/api/seats/:seatId/decision',
  summary: 'Close the decision on a seat: nobody is a candidate for it any more',
  who: 'firm',
  input: z.object({ seatId: idField }),
}).returns<{ seatId: SeatId; ended: number }>();

const seatFields = {
  title: nameField,
  /** Name of the team it leads; a new name makes a new team. */
  team: z.string().trim().max(200).nullable(),
  reportsTo: idField.nullable(),
  plannedFor: dayField.nullable(),
  handsOn: z.boolean().nullable(),
  distanceOverride: z.number().int().min(0).max(9).nullable(),
  overrideReason: z.string().trim().max(500).nullable(),
  /** Who decides here; null: the holder of the seat above, else the owner. Only the owner says so. */
  deciderId: idField.nullable(),
};

export const addSeat = operation({
  id: 'addSeat',
  method: 'POST',
  path: '/api/seats',
  summary: 'Add a vacant or planned seat',
  who: 'firm',
  input: z.object({
    title: seatFields.title,
    team: seatFields.team.default(null),
    reportsTo: seatFields.reportsTo.default(null),
    plannedFor: seatFields.plannedFor.default(null),
  }),
}).returns<{ seatId: SeatId }>();

export const changeSeat = operation({
  id: 'changeSeat',
  method: 'PATCH',
  path: '/api/seats/:seatId',
  summary: 'Change a seat; a cycle of reporting lines is refused',
  who: 'firm',
  input: z
    .object({ seatId: idField, ...seatFields })
    .partial()
    .required({ seatId: true }),
}).returns<{ seatId: SeatId }>();

export const holdSeat = operation({
  id: 'holdSeat',
  method: 'PUT',
  path: '/api/seats/:seatId/holder',
  summary: 'Say who holds a seat, or that it is vacant; a trial has operations of its own',
  who: 'firm',
  input: z.object({
    seatId: idField,
    personId: idField.nullable(),
    /** Why: must be said where it differs from our advice, or where that is closed; stands on record beside it. */
    reason: z.string().trim().max(2000).nullish(),
  }),
}).returns<{ seatId: SeatId; from: Day }>();

export const closeSeat = operation({
  id: 'closeSeat',
  method: 'DELETE',
  path: '/api/seats/:seatId',
  summary: 'Close a seat that nobody reports to',
  who: 'firm',
  input: z.object({ seatId: idField }),
}).returns<{ seatId: SeatId }>();
