import { z } from 'zod';
import type { Day } from '../../base/time.ts';
import type { Hours, Share } from '../../base/units.ts';
import type { AreaKind } from '../../model/development/cover-types.ts';
import { idField, nothing, operation } from '../../platform/contract.ts';
import type { PersonId, TeamId } from '../../records/people/types.ts';
import type { SkillState, SkillSubject } from '../../records/skills/types.ts';
import type { ImportRejection } from '../../records/work/types.ts';

export type Called = { personId: PersonId; name: string };

/** A skill or a client, with who can do it. */
export type ShownSkill = {
  areaId: string;
  subject: SkillSubject;
  kind: AreaKind;
  name: string;
  teamId: TeamId | null;
  team: string | null;
  required: number;
  /** The firm said so itself; else the playbook. */
  isSet: boolean;
  weight: number;
  weeks: number;
  hours: Hours;
  signedOff: Called[];
  /** Learning or shadowing: no cover yet. */
  onTheWay: Called[];
  missing: number;
  /** Whose tickets show that they cope, as far as the reader may see their tickets; counts for nothing until a sign-off. */
  copes: Called[];
  /** How many more whom the reader isn't shown. */
  copesToo: number;
  /** Who may learn it. */
  learners: PersonId[];
};

/** How far somebody is in something, on the board. */
export type BoardItem = {
  subject: SkillSubject;
  name: string;
  person: Called;
  state: SkillState;
  teacher: Called | null;
  since: Day;
  signer: Called | null;
  /** Whether the reader may move it between learning and shadowing, and whether they may sign it off. */
  mayMove: boolean;
  maySignOff: boolean;
};

export type SkillsPage = {
  today: Day;
  /** Keeps what is needed, for everybody. */
  mayKeep: boolean;
  /** Somebody of the firm; null: whoever holds the server, who says who signs off. */
  you: PersonId | null;
  share: Share;
  skills: ShownSkill[];
  board: BoardItem[];
  people: (Called & { hours: Hours; isSet: boolean; mayChange: boolean })[];
  /** Whether tickets tell of any area or client. */
  hasTickets: boolean;
};

/** One person learns one thing. */
export type ShownPairing = {
  areaId: string;
  subject: SkillSubject;
  kind: AreaKind;
  name: string;
  learner: Called;
  /** null: nobody here can show it: a course outside. */
  teacher: Called | null;
  weeks: number;
  /** Of both together. */
  hours: Hours;
  /** The reader may begin it. */
  mayBegin: boolean;
};

export type ShownBusFactor = {
  /** How many people's leaving leaves more than half to nobody. */
  people: number;
  /** No fewer than this can; the same number where that is sure. */
  atLeast: number;
  /** Who they are, and what would be left to nobody; null: not for this reader. */
  names: string[] | null;
  uncovered: string[] | null;
  share: Share;
};

export type ShownCoverPlan = {
  status: 'reached' | 'as-far-as-hours-allow' | 'time-is-up';
  pairings: ShownPairing[];
  hours: Hours;
  /** How far from the cheapest it may be, as a share of its hours. */
  gap: number;
  /** Why something stays short, in sentences. */
  shortfalls: string[];
  notes: string[];
  shareNow: Share;
  shareAfter: Share;
  /** null: nothing is needed, or nobody is signed off for anything. */
  bus: ShownBusFactor | null;
};

/** One's own learning. */
export type OwnLearning = {
  you: PersonId | null;
  items: BoardItem[];
  /** Hours a week for learning and showing. */
  hours: Hours;
  isSet: boolean;
  /** What tickets say one copes with, and isn't signed off. */
  copes: { subject: SkillSubject; name: string }[];
  /** What one could begin. */
  open: { subject: SkillSubject; name: string }[];
};

const subjectField = z
  .string()
  .max(40)
  .regex(/^(area|client|own)\/[0-9]+$|^both-ways\/[a-z-]+$/, 'There is no such skill.');
const needSubject = z
  .string()
  .max(40)
  .regex(/^(area|client|own)\/[0-9]+$/, 'There is no such skill.');

export const readSkills = operation({
  id: 'readSkills',
  method: 'GET',
  path: '/api/skills',
  summary: 'Skills and clients against the people they need, and who is learning what',
  who: 'firm',
  input: nothing,
}).returns<SkillsPage>();

export const readCoverPlan = operation({
  id: 'readCoverPlan',
  method: 'GET',
  path: '/api/skills/plan',
  summary: 'The cheapest pairings that reach cover, and how few people’s leaving would take half of it away',
  who: 'firm',
  input: nothing,
}).returns<ShownCoverPlan>();

export const setSkillNeed = operation({
  id: 'setSkillNeed',
  method: 'PUT',
  path: '/api/skills/need',
  summary: 'Say how many people a skill or a client needs, and what learning it takes',
  who: 'firm',
  input: z.object({
    subject: needSubject,
    teamId: idField.nullable(),
    /** Null: as the playbook says. */
    required: z.number().int().min(0).max(20, 'At most 20 people.').nullable(),
    weight: z.number().int().min(1).max(5, 'From 1 to 5.').default(1),
    weeks: z.number().int().min(1).max(52, 'At most 52 weeks.').nullable().default(null),
    hours: z.number().min(0.25, 'At least a quarter of an hour.').max(20, 'At most 20 hours.').nullable().default(null),
  }),
}).returns<{ subject: string }>();

export const addOwnSkill = operation({
  id: 'addOwnSkill',
  method: 'POST',
  path: '/api/skills/own',
  summary: 'Add a skill that tickets don’t tell',
  who: 'firm',
  input: z.object({
    name: z.string().trim().min(1, 'Give it a name.').max(120, 'At most 120 characters.'),
    required: z.number().int().min(0).max(20, 'At most 20 people.').nullable().default(null),
  }),
}).returns<{ skillId: number }>();

export const removeOwnSkill = operation({
  id: 'removeOwnSkill',
  method: 'DELETE',
  path: '/api/skills/own/:skillId',
  summary: 'Take away a skill that was typed',
  who: 'firm',
  input: z.object({ skillId: idField }),
}).returns<{ skillId: number }>();

export const setSkillLevel = operation({
  id: 'setSkillLevel',
  method: 'PUT',
  path: '/api/skills/level',
  summary: 'Say that somebody learns or shadows something, sign it off, or take them off it',
  who: 'firm',
  input: z.object({
    subject: subjectField,
    personId: idField,
    state: z.enum(['learning', 'shadowing', 'signed-off', 'none']),
    /** Who shows them; absent: as before. */
    teacherId: idField.nullable().optional(),
    /** Who signs it off; absent: whoever says it. */
    signerId: idField.optional(),
  }),
}).returns<{ personId: number }>();

export const beginPairings = operation({
  id: 'beginPairings',
  method: 'POST',
  path: '/api/skills/plan',
  summary: 'Begin pairings of the plan: they are on the board from then on',
  who: 'firm',
  input: z.object({
    pairings: z
      .array(z.object({ subject: subjectField, learnerId: idField, teacherId: idField.nullable() }))
      .min(1, 'Choose at least one pairing.')
      .max(500),
  }),
}).returns<{ begun: number }>();

export const setSkillHours = operation({
  id: 'setSkillHours',
  method: 'PUT',
  path: '/api/skills/hours',
  summary: 'Say how many hours a week somebody has for learning and showing',
  who: 'firm',
  input: z.object({
    personId: idField,
    /** Null: as the playbook says. */
    hours: z.number().min(0).max(20, 'At most 20 hours.').nullable(),
  }),
}).returns<{ personId: number }>();

export const readOwnLearning = operation({
  id: 'readOwnLearning',
  method: 'GET',
  path: '/api/learning',
  summary: 'What one is signed off for oneself, what one learns, and one’s hours for it',
  who: 'firm',
  input: nothing,
}).returns<OwnLearning>();

/** Multipart: a `file`. */
export const bringSkills = operation({
  id: 'bringSkills',
  method: 'POST',
  path: '/api/skills/file',
  summary: 'Bring in a table of who can do what: person, skill, state, signed off by',
  who: 'firm',
  input: nothing,
}).returns<{ levels: number; added: string[]; rejected: number; rejections: ImportRejection[] }>();

export const takeSkills = operation({
  id: 'takeSkills',
  method: 'GET',
  path: '/api/skills/file',
  summary: 'Who can do what, as a table',
  who: 'firm',
  input: nothing,
}).returns<{ fileName: string; text: string }>();
