import { z } from 'zod';
import type { Day } from '../../base/time.ts';
import type { PathLevel } from '../../model/development/path-levels.ts';
import type { Aim } from '../../model/development/plan-aims.ts';
import type { NeedMeasure } from '../../model/development/plan-measures.ts';
import type { TicketMeasure } from '../../model/development/ticket-measure.ts';
import type { Strength } from '../../model/profile.ts';
import { dayField, idField, nothing, operation } from '../../platform/contract.ts';
import type {
  Course,
  KeptStep,
  PlanFeedback,
  PlanHead,
  PlanNeed,
  PlanPath,
  PlanState,
} from '../../records/development/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { type Competency, PEOPLE_COMPETENCIES, type Side, TECHNICAL_COMPETENCIES } from '../../records/voice/types.ts';

/** Why somebody stands in the list of plans. */
export type PlanReason = 'leads' | 'candidate' | 'wants-to-lead' | 'technical-path' | 'has-plan';

export type PlanRow = {
  personId: PersonId;
  name: string;
  reason: PlanReason;
  /** What the plan, or a lead's seat, is for: "Service Desk". Null: nothing that can be said. */
  aim: string | null;
  /** none: there is no plan. */
  state: PlanState | 'none';
  /** Whose word a proposed plan waits for. */
  waitsFor: 'person' | 'lead' | null;
  /** The reader sees what is in it; else only whether a lead has one. */
  seen: boolean;
  count: { open: number; done: number; next: Day | null } | null;
};

export type Plans = {
  today: Day;
  /** Null: whoever reads is none of the people here. */
  you: PersonId | null;
  rows: PlanRow[];
  /** Whom else the reader could propose a plan to. */
  others: { personId: PersonId; name: string }[];
};

export const listPlans = operation({
  id: 'listPlans',
  method: 'GET',
  path: '/api/development',
  summary: 'Plans of leads and candidates, as far as the reader sees them',
  who: 'firm',
  input: nothing,
}).returns<Plans>();

/** A step with whose it is. */
export type ShownStep = KeptStep & { owner: string | null; isLate: boolean };
export type ShownFeedback = PlanFeedback & { author: string; mine: boolean };

export type ShownNeed = PlanNeed & {
  side: Side;
  steps: ShownStep[];
  feedback: ShownFeedback[];
  /** Before and after, by views. */
  measure: NeedMeasure;
  /** Before and after, by tickets; null: they tell nothing of it, or it has not begun. */
  tickets: TicketMeasure | null;
};

/** Where somebody stands on both paths. */
export type Paths = {
  levels: readonly PathLevel[];
  sides: Record<Side, Pick<Strength, 'estimate' | 'tooLittle'> & { level: PathLevel['level'] | null }>;
};

export type ShownPlan = {
  personId: PersonId;
  name: string;
  /** What sentences call them. */
  called: string;
  mine: boolean;
  today: Day;
  /** Who leads them; null: nobody. */
  lead: { personId: PersonId; called: string; isYou: boolean } | null;
  plan: (Omit<PlanHead, 'personId'> & { aim: string; needs: ShownNeed[] }) | null;
  /** Plans before this one that came to an end. */
  earlier: { startsOn: Day; closedOn: Day; aim: string }[];
  /** What one could be proposed for. */
  aims: Pick<Aim, 'path' | 'seatId' | 'because' | 'title'>[];
  /** Whose word the reader may give: their own, the lead's, or the person's, which they only write down. */
  mayGive: { person: boolean; lead: boolean; noting: boolean };
  /** What they completed. */
  completed: { title: string; doneOn: Day }[];
  courses: Pick<Course, 'courseId' | 'title' | 'competency' | 'hours'>[];
  /** For oneself only. */
  paths: Paths | null;
};

export const readPlan = operation({
  id: 'readPlan',
  method: 'GET',
  path: '/api/development/:personId',
  summary: 'One person’s plan with its steps, feedback and what changed; or what one could be proposed for',
  who: 'firm',
  input: z.object({ personId: idField }),
}).returns<ShownPlan>();

const PATHS = ['technical-lead', 'people-leader', 'technical-path'] as const satisfies readonly PlanPath[];

export const proposePlan = operation({
  id: 'proposePlan',
  method: 'POST',
  path: '/api/development/:personId',
  summary: 'Propose a plan from gaps, in place of one that still waits for a word',
  who: 'firm',
  input: z.object({
    personId: idField,
    path: z.enum(PATHS),
    /** Of which seat the targets are; null: of none. */
    seatId: idField.nullable(),
    startsOn: dayField,
  }),
}).returns<ShownPlan>();

export const sayToPlan = operation({
  id: 'sayToPlan',
  method: 'POST',
  path: '/api/development/:personId/word',
  summary: 'Say yes or not now to a proposed plan: the person first, then whoever leads them',
  who: 'firm',
  input: z.object({
    personId: idField,
    answer: z.enum(['yes', 'not-now']),
    /** For whom, where it isn't clear by who asks: somebody without an account said it, and it is written down. */
    as: z.enum(['person', 'lead']).optional(),
  }),
}).returns<ShownPlan>();

export const endPlan = operation({
  id: 'endPlan',
  method: 'POST',
  path: '/api/development/:personId/end',
  summary: 'End a plan that is under way, or take a proposal back',
  who: 'firm',
  input: z.object({ personId: idField }),
}).returns<ShownPlan>();

const competencyField = z.enum([...TECHNICAL_COMPETENCIES, ...PEOPLE_COMPETENCIES]) satisfies z.ZodType<Competency>;
const sentence = (what: string) => z.string().trim().min(1, what).max(300, 'At most 300 characters.');

export const addNeed = operation({
  id: 'addNeed',
  method: 'POST',
  path: '/api/development/:personId/needs',
  summary: 'Put something to grow in into a plan',
  who: 'firm',
  input: z.object({ personId: idField, competency: competencyField }),
}).returns<ShownPlan>();

export const changeNeed = operation({
  id: 'changeNeed',
  method: 'PATCH',
  path: '/api/development/:personId/needs/:competency',
  summary: 'Choose another training or practice for something to grow in',
  who: 'firm',
  input: z.object({
    personId: idField,
    competency: competencyField,
    /** One of the firm's own; null: what `training` says. */
    courseId: idField.nullable(),
    training: sentence('Say what the training is.'),
    practice: sentence('Say what is to be tried.'),
  }),
}).returns<ShownPlan>();

export const dropNeed = operation({
  id: 'dropNeed',
  method: 'DELETE',
  path: '/api/development/:personId/needs/:competency',
  summary: 'Take something to grow in out of a plan, with its steps',
  who: 'firm',
  input: z.object({ personId: idField, competency: competencyField }),
}).returns<ShownPlan>();

export const changeStep = operation({
  id: 'changeStep',
  method: 'PATCH',
  path: '/api/development/:personId/steps/:stepId',
  summary: 'Say that a step is done, move it, drop it with a reason, or open it again',
  who: 'firm',
  input: z
    .object({
      personId: idField,
      stepId: idField,
      change: z.enum(['done', 'move', 'drop', 'open']),
      /** When it was done, or to when it moves. */
      day: dayField.nullish(),
      reason: z.string().trim().max(300, 'At most 300 characters.').nullish(),
    })
    .refine(({ change, day }) => change !== 'move' || !!day, { path: ['day'], message: 'Say to which day it moves.' })
    .refine(({ change, reason }) => change !== 'drop' || !!reason, {
      path: ['reason'],
      message: 'Say why it is dropped.',
    }),
}).returns<ShownPlan>();

const words = z.string().trim().max(1000, 'At most 1,000 characters.').default('');

export const giveFeedback = operation({
  id: 'giveFeedback',
  method: 'POST',
  path: '/api/development/:personId/feedback',
  summary: 'Say what worked in a try, and one thing to do differently',
  who: 'firm',
  input: z
    .object({
      personId: idField,
      competency: competencyField,
      worked: words,
      differently: words,
      /** The step that this does. */
      stepId: idField.nullish(),
    })
    .refine(({ worked, differently }) => worked !== '' || differently !== '', {
      path: ['worked'],
      message: 'Say what worked, or one thing to do differently.',
    }),
}).returns<ShownPlan>();

export const takeBackFeedback = operation({
  id: 'takeBackFeedback',
  method: 'DELETE',
  path: '/api/development/:personId/feedback/:feedbackId',
  summary: 'Take one’s own feedback back',
  who: 'firm',
  input: z.object({ personId: idField, feedbackId: idField }),
}).returns<ShownPlan>();
