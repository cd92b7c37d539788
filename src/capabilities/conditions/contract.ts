import { z } from 'zod';
import type { Day } from '../../base/time.ts';
import type { ConditionFact, Watch } from '../../model/conditions.ts';
import type { TeamCauses } from '../../model/conditions-causes.ts';
import { dayField, idField, nothing, operation } from '../../platform/contract.ts';
import type { GrowthStep, OwnWord } from '../../records/conditions/types.ts';
import type { PersonId } from '../../records/people/types.ts';

export type WatchedFact = { fact: ConditionFact; watch: Watch };

/** What is missing, so that fewer facts can be told: no log of changes, no minutes, no answers of clients, no rota. */
export type Missing = 'changes' | 'minutes' | 'answers' | 'on-call';

/** One's own weeks: only oneself gets them. */
export type OwnConditions = {
  /** Null: whoever asks is none of the people here. */
  you: PersonId | null;
  today: Day;
  /** Null: no week is known yet. */
  lastWeek: Day | null;
  facts: WatchedFact[];
  missing: Missing[];
  /** Whole names of one's direct leads. */
  leads: string[];
  withLead: boolean;
  words: OwnWord[];
  steps: GrowthStep[];
  /** 1:1s skipped one after another; null: one has none. */
  skipped: number | null;
};

/** Somebody whose direct lead the reader is. */
export type LedPerson = {
  personId: PersonId;
  name: string;
  /** What they share; null: they don't. Interruptions are never in it. */
  facts: WatchedFact[] | null;
  /** What they said to their lead of their own accord. */
  words: OwnWord[];
  steps: GrowthStep[];
  longWithoutStep: boolean;
  /** 1:1s with the reader that were skipped one after another; null: there are none. */
  skipped: number | null;
};

export type TeamConditions = {
  today: Day;
  lastWeek: Day | null;
  teams: (TeamCauses & { name: string })[];
  /** Null: the reader leads nobody directly. */
  people: LedPerson[] | null;
};

export const readConditions = operation({
  id: 'readConditions',
  method: 'GET',
  path: '/api/conditions',
  summary: 'One’s own weeks against what is usual for oneself, and what one’s lead sees of them',
  who: 'firm',
  input: nothing,
}).returns<OwnConditions>();

export const readTeamConditions = operation({
  id: 'readTeamConditions',
  method: 'GET',
  path: '/api/conditions/teams',
  summary: 'What makes working conditions in teams; of people only what they share, and what is their lead’s own duty',
  who: 'firm',
  input: nothing,
}).returns<TeamConditions>();

export const shareConditions = operation({
  id: 'shareConditions',
  method: 'PUT',
  path: '/api/conditions/share',
  summary: 'Let one’s own lead see one’s weeks, or no longer',
  who: 'firm',
  input: z.object({ withLead: z.boolean() }),
}).returns<{ withLead: boolean }>();

export const sayOwnWord = operation({
  id: 'sayOwnWord',
  method: 'POST',
  path: '/api/conditions/words',
  summary: 'Say of one’s own accord how it goes, for oneself or for one’s lead too',
  who: 'firm',
  input: z.object({
    feeling: z.enum(['fine', 'could-be-better', 'unhappy']),
    text: z.string().trim().max(500, 'At most 500 characters.').default(''),
    withLead: z.boolean().default(false),
  }),
}).returns<{ said: true }>();

export const takeBackOwnWord = operation({
  id: 'takeBackOwnWord',
  method: 'DELETE',
  path: '/api/conditions/words/:wordId',
  summary: 'Take back what one said of how it goes: it is removed',
  who: 'firm',
  input: z.object({ wordId: idField }),
}).returns<{ wordId: number }>();

export const addGrowthStep = operation({
  id: 'addGrowthStep',
  method: 'POST',
  path: '/api/conditions/steps',
  summary: 'Note a step in somebody’s growth: one’s own, or of somebody one leads directly',
  who: 'firm',
  input: z.object({
    personId: idField,
    day: dayField,
    text: z.string().trim().min(1, 'Say it in a few words.').max(200, 'At most 200 characters.'),
  }),
}).returns<{ personId: number }>();

export const removeGrowthStep = operation({
  id: 'removeGrowthStep',
  method: 'DELETE',
  path: '/api/conditions/steps/:stepId',
  summary: 'Remove a growth step: one’s own, or of somebody one leads directly',
  who: 'firm',
  input: z.object({ stepId: idField }),
}).returns<{ personId: number }>();
