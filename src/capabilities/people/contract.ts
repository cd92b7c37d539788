import { z } from 'zod';
import type { Day } from '../../base/time.ts';
import type { Strength } from '../../model/profile.ts';
import type { Sight } from '../../model/sight.ts';
import { idField, nameField, nothing, operation } from '../../platform/contract.ts';
import type { Aspiration, Person, PersonId, SeatId, TeamId } from '../../records/people/types.ts';
import type { StandingRemark } from '../../records/remarks/types.ts';
import { type Competency, PEOPLE_COMPETENCIES, type Side, TECHNICAL_COMPETENCIES } from '../../records/voice/types.ts';
import { ANSWER_LEVELS, QUESTION_KEYS, type QuestionKey } from './questions.ts';

/** What is known of one side or one competency; too little evidence is a sentence of its own, not a number. */
export type Known = Strength;

export type PersonRow = {
  personId: PersonId;
  name: string;
  title: string | null;
  teamId: TeamId | null;
  teamName: string | null;
  /** Seats held or acted in. */
  seats: { seatId: SeatId; title: string; acting: boolean }[];
  /** How much of their numbers the reader sees. */
  sight: Sight;
  /** Facts that the list is kept with; null where not known, or not for the reader. */
  work: Person['work'] | null;
  startedOn: Day | null;
  hoursPerWeek: Person['hoursPerWeek'];
  /** Null: not for the reader. */
  aspiration: Aspiration | null;
  technical: Known | null;
  people: Known | null;
};

export type Profile = PersonRow & {
  person: Person;
  /** Newer numbers that only the person themselves sees, until that day; null: there are none. */
  waiting: { until: Day; mine: boolean } | null;
  /** What they say to what is held about them, newest first. */
  remarks: StandingRemark[];
  /** Whether the reader keeps the facts and what was said of wishes. */
  mayChange: boolean;
  /** Whether the reader may say something about this person. */
  mayAssess: boolean;
  reportsTo: { seatId: SeatId; title: string; holderName: string | null } | null;
  competencies: { competency: Competency; side: Side; title: string; meaning: string; known: Known }[];
};

export const listPeople = operation({
  id: 'listPeople',
  method: 'GET',
  path: '/api/people',
  summary: 'Everyone, with both sides and the evidence so far',
  who: 'firm',
  input: nothing,
}).returns<{ people: PersonRow[]; mayAdd: boolean }>();

export const readPerson = operation({
  id: 'readPerson',
  method: 'GET',
  path: '/api/people/:personId',
  summary: 'One profile: both sides by competency',
  who: 'firm',
  input: z.object({ personId: idField }),
}).returns<Profile>();

const typedPerson = z.object({
  name: nameField,
  team: z.string().trim().max(200).nullish(),
  title: z.string().trim().max(200).nullish(),
  email: z.string().trim().max(320).nullish(),
  /** Name of the person they report to; empty: the top. */
  reportsTo: z.string().trim().max(200).nullish(),
});

export const typePeople = operation({
  id: 'typePeople',
  method: 'POST',
  path: '/api/people',
  summary: 'Add people by typing; everyone with reports gets a seat',
  who: 'firm',
  input: z.object({
    people: z.array(typedPerson).min(1).max(500),
    /** Teams that need a lead but have none: a vacant seat each. */
    vacantLeads: z
      .array(z.object({ team: nameField, title: nameField.nullish() }))
      .max(50)
      .default([]),
  }),
}).returns<{ added: number; seats: number }>();

const hoursField = z.number().min(0).max(100).nullable();
export const changePerson = operation({
  id: 'changePerson',
  method: 'PATCH',
  path: '/api/people/:personId',
  summary: 'Change what is held on a person',
  who: 'firm',
  input: z.object({
    personId: idField,
    name: nameField.optional(),
    title: z.string().trim().max(200).nullable().optional(),
    aspiration: z.enum(['wants-to-lead', 'not-now', 'technical-path', 'not-asked']).optional(),
    work: z.enum(['product', 'dispatch', 'other', 'service-account']).optional(),
    hoursPerWeek: hoursField.optional(),
    ownTicketHours: hoursField.optional(),
  }),
}).returns<{ person: Person }>();

/** One question over everyone, with what this rater said before. */
export type QuestionRound = {
  key: QuestionKey;
  text: string;
  help: string;
  people: { personId: PersonId; name: string; teamName: string | null; answer: string | null }[];
};

export const readQuestions = operation({
  id: 'readQuestions',
  method: 'GET',
  path: '/api/questions',
  summary: 'The five plain questions, one at a time over everyone',
  who: 'firm',
  input: z.object({ rater: z.string().trim().max(200).optional() }),
}).returns<{
  rounds: QuestionRound[];
  rater: string;
  raters: string[];
  notice: string;
  /** Whoever holds the server types for others; an account speaks for itself. */
  mayTypeForOthers: boolean;
}>();

export const answerQuestion = operation({
  id: 'answerQuestion',
  method: 'POST',
  path: '/api/questions/:key',
  summary: 'Answer one question for some people; the newest answer of a day stands',
  who: 'firm',
  input: z.object({
    key: z.enum(QUESTION_KEYS),
    /** Whose view this is, when not the signed-in person's own; an account answers only in its own name. */
    rater: z.string().trim().max(200).optional(),
    answers: z.array(z.object({ personId: idField, answer: z.enum(ANSWER_LEVELS) })).max(500),
  }),
}).returns<{ saved: number }>();

const competencyField = z.enum([...TECHNICAL_COMPETENCIES, ...PEOPLE_COMPETENCIES]);
/** What each level looks like, so that raters mean the same thing. */
export type Anchors = readonly {
  competency: Competency;
  side: Side;
  title: string;
  meaning: string;
  levels: Record<1 | 2 | 3 | 4 | 5, string>;
}[];

export const readAnchors = operation({
  id: 'readAnchors',
  method: 'GET',
  path: '/api/anchors',
  summary: 'The structured assessment: what each level of each competency looks like',
  who: 'firm',
  input: nothing,
}).returns<{ anchors: Anchors }>();

export const assessPerson = operation({
  id: 'assessPerson',
  method: 'POST',
  path: '/api/people/:personId/assessment',
  summary: 'Record a structured assessment of a person',
  who: 'firm',
  input: z.object({
    personId: idField,
    rater: z.string().trim().max(200).optional(),
    levels: z
      .array(z.object({ competency: competencyField, level: z.number().min(1).max(5).nullable() }))
      .min(1)
      .max(13),
  }),
}).returns<{ saved: number; from: Day }>();
