import { z } from 'zod';
import { idField, nothing, operation } from '../../platform/contract.ts';
import type { PersonId } from '../../records/people/types.ts';
import { ATTRIBUTES, type Attribute } from './attributes.ts';
import type { GroupRow } from './compare.ts';

const attributeField = z.enum(ATTRIBUTES);

/** named: of those considered for open seats, who our advice names now. chosen: of those considered, who was decided for. */
export type StageKey = 'named' | 'chosen';

/** One step from being considered to being named or chosen, by groups. Everyone counts once, for however many seats. */
export type Stage = {
  key: StageKey;
  /** How many were considered, and how many of them were named or chosen. */
  considered: number;
  chosen: number;
  /** Considered, but of no known group. */
  notGiven: number;
  /** Highest rate first; empty: there are no two groups to compare. */
  groups: GroupRow[];
};

export type AttributeReport = {
  attribute: Attribute;
  /** Of how many people a group is known. */
  given: number;
  /** Names of groups to choose from when entering; those that only one or two people have are left out. */
  known: string[];
  stages: Stage[];
};

export type Fairness = {
  /** What there is to say, in a sentence. */
  sentence: string;
  attributes: AttributeReport[];
  /** For entering: who works here. */
  people: { personId: PersonId; name: string }[];
  /** Which data and rules the advice rests on that was compared. */
  modelVersion: string;
};

export const readFairness = operation({
  id: 'readFairness',
  method: 'GET',
  path: '/api/fairness',
  summary: 'Compare how often groups are named by our advice and chosen by people',
  who: 'firm',
  input: nothing,
}).returns<Fairness>();

export const saveAttributes = operation({
  id: 'saveAttributes',
  method: 'POST',
  path: '/api/fairness/attributes',
  summary: 'Keep which groups people belong to, for the comparison alone',
  who: 'firm',
  input: z.object({
    /** A table: person (name or address), attribute, group. */
    text: z.string().max(500_000, 'At most 500,000 characters at once.').optional(),
    rows: z
      .array(z.object({ personId: idField, attribute: attributeField, group: z.string().max(200) }))
      .max(5000)
      .optional(),
  }),
}).returns<{ saved: number }>();

export const removeAttributes = operation({
  id: 'removeAttributes',
  method: 'DELETE',
  path: '/api/fairness/attributes',
  summary: 'Remove what is kept for the comparison: of one attribute, of one person, or all of it',
  who: 'firm',
  input: z.object({ attribute: attributeField.optional(), personId: idField.optional() }),
}).returns<{ removed: number }>();

/** What a person has given about themselves; null: not given. */
export type OwnGroups = { groups: Record<Attribute, string | null> };

export const readOwnGroups = operation({
  id: 'readOwnGroups',
  method: 'GET',
  path: '/api/fairness/own',
  summary: 'Which groups of yours are kept for the comparison',
  who: 'firm',
  input: nothing,
}).returns<OwnGroups>();

export const saveOwnGroup = operation({
  id: 'saveOwnGroup',
  method: 'PUT',
  path: '/api/fairness/own/:attribute',
  summary: 'Say which group you belong to, or take it back',
  who: 'firm',
  input: z.object({ attribute: attributeField, group: z.string().max(200).nullable() }),
}).returns<OwnGroups>();
