import { z } from 'zod';
import type { Day } from '../../base/time.ts';
import type { Track } from '../../model/direction/types.ts';
import type { PictureInput } from '../../model/picture/types.ts';
import { dayField, idField, nothing, operation } from '../../platform/contract.ts';
import type { PersonId, SeatId, TeamId } from '../../records/people/types.ts';

/** One thing to do, derived from our advice; its owner, day and result are kept. */
export type NextStep = {
  key: string;
  text: string;
  why: string;
  ownerId: PersonId | null;
  ownerName: string | null;
  /** Whether the reader may finish it or hand it on. */
  mayChange: boolean;
  due: Day;
  /** What the button does: where it leads and what it says. */
  button: { label: string; to: string };
  /** When dismissed with a reason it stays gone until this changes. */
  evidenceKey: string;
  seatId: SeatId | null;
  personId: PersonId | null;
};

export type Balance = {
  firmName: string;
  /** Everything the picture and its sentence are drawn from; the size control recomputes from it in the browser. */
  picture: PictureInput;
  sentence: string;
  steps: NextStep[];
  /** Who may own a step: people of the firm by name. */
  owners: { personId: PersonId; name: string }[];
  /** Steps done or dismissed lately, newest first. */
  past: { key: string; text: string; outcome: 'done' | 'dismissed'; result: string | null; changedAt: number }[];
  /** What the data can't tell, when it matters: a log without a people side, a team of 162. */
  limits: string[];
};

export const readBalance = operation({
  id: 'readBalance',
  method: 'GET',
  path: '/api/balance',
  summary: 'Is our leadership balanced for our size: the sentence, the picture, at most three next steps',
  who: 'firm',
  input: nothing,
}).returns<Balance>();

/** What a team agreed on, and who moves it. */
export type GoingTeam = {
  teamId: TeamId;
  name: string;
  /** Null: not known, or no target. */
  track: Track | null;
  targets: number;
  aim: string | null;
  /** Who sees to the aim. */
  owner: string | null;
  /** Who leads the team; where nobody does, who stands above. */
  lead: string | null;
  isVacant: boolean;
};

export const readGoing = operation({
  id: 'readGoing',
  method: 'GET',
  path: '/api/balance/going',
  summary: 'What the teams agreed on, whether they are on track, and who moves it',
  who: 'firm',
  input: nothing,
}).returns<{ going: GoingTeam[] }>();

/** What bears on the balance and is other than a month ago. */
export type Changed = {
  /** The day that the present is compared with. */
  since: Day;
  /** Null: nothing was known on that day. */
  changes: { text: string; seatId: SeatId | null }[] | null;
};

export const readChanges = operation({
  id: 'readChanges',
  method: 'GET',
  path: '/api/balance/changes',
  summary:
    'What changed since last month: who holds which seat, how large the firm is, what each job needs, what was said',
  who: 'firm',
  input: nothing,
}).returns<Changed>();

export const recordStep = operation({
  id: 'recordStep',
  method: 'POST',
  path: '/api/steps',
  summary: 'Give a next step an owner or a day, finish it with a result, or dismiss it with a reason',
  who: 'firm',
  input: z
    .object({
      key: z.string().min(1).max(200),
      text: z.string().max(500),
      evidenceKey: z.string().max(200),
      ownerId: idField.nullish(),
      due: dayField.nullish(),
      outcome: z.enum(['done', 'dismissed']).nullish(),
      result: z.string().trim().max(500).nullish(),
    })
    .refine((step) => step.outcome !== 'dismissed' || !!step.result, 'Say why it is dismissed.'),
}).returns<Balance>();
