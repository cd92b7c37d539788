import { z } from 'zod';
import type { Day } from '../../base/time.ts';
import type { CaseAnchors, PracticeCase } from '../../model/development/practice-case.ts';
import { idField, nothing, operation } from '../../platform/contract.ts';
import type { PersonId } from '../../records/people/types.ts';
import { type Competency, PEOPLE_COMPETENCIES, TECHNICAL_COMPETENCIES } from '../../records/voice/types.ts';

/** A case as whoever answers it reads it: what an answer on each level does comes afterwards. */
export type ShownCase = Pick<
  PracticeCase,
  'caseId' | 'title' | 'about' | 'situation' | 'task' | 'minutes' | 'licence'
> & {
  competencies: Competency[];
};

/** An answer in a list. */
export type AnswerRow = {
  answerId: number;
  caseId: string;
  title: string;
  /** Whose it is; who reads it. Null: nobody was asked yet. */
  writer: string;
  reader: string | null;
  writtenOn: Day;
  state: 'kept' | 'sent' | 'scored';
};

export type Practice = {
  /** Null: whoever reads is none of the people here. */
  you: PersonId | null;
  cases: ShownCase[];
  mine: AnswerRow[];
  /** Answers that the reader was asked to read. */
  asked: AnswerRow[];
  /** Answers of invented people in a sample, for whoever opened it. */
  others: AnswerRow[];
  /** Whom one could ask; one's own lead first. */
  readers: { personId: PersonId; name: string; isLead: boolean }[];
};

export const readPractice = operation({
  id: 'readPractice',
  method: 'GET',
  path: '/api/practice',
  summary: 'Written cases to practise on, one’s own answers, and answers that one was asked to read',
  who: 'firm',
  input: nothing,
}).returns<Practice>();

/** An answer with its case. */
export type ShownAnswer = AnswerRow & {
  case: ShownCase;
  text: string;
  mine: boolean;
  /** Whether the reader may say what they saw. */
  mayScore: boolean;
  readerId: PersonId | null;
  note: string | null;
  scores: { competency: Competency; level: number }[];
  /** What an answer on each level does; null: it isn't scored yet, and the reader wrote it. */
  anchors: { competency: Competency; levels: CaseAnchors }[] | null;
};

export const readAnswer = operation({
  id: 'readAnswer',
  method: 'GET',
  path: '/api/practice/answers/:answerId',
  summary: 'An answer to a written case, for its writer and whom they asked',
  who: 'firm',
  input: z.object({ answerId: idField }),
}).returns<ShownAnswer>();

export const keepAnswer = operation({
  id: 'keepAnswer',
  method: 'POST',
  path: '/api/practice/answers',
  summary: 'Keep one’s own answer to a written case, and send it to somebody to read',
  who: 'firm',
  input: z.object({
    /** An answer of one's own that nobody reads yet; absent: a new one. */
    answerId: idField.nullish(),
    caseId: z.string().max(60),
    text: z.string().trim().min(1, 'Write something first.').max(6000, 'At most 6,000 characters.'),
    /** Who is to read it; absent: nobody yet. */
    readerId: idField.nullish(),
  }),
}).returns<{ answerId: number }>();

export const removeAnswer = operation({
  id: 'removeAnswer',
  method: 'DELETE',
  path: '/api/practice/answers/:answerId',
  summary: 'Remove one’s own answer with what was said to it',
  who: 'firm',
  input: z.object({ answerId: idField }),
}).returns<{ answerId: number }>();

export const scoreAnswer = operation({
  id: 'scoreAnswer',
  method: 'POST',
  path: '/api/practice/answers/:answerId/score',
  summary: 'Say which level one sees in an answer that one was asked to read',
  who: 'firm',
  input: z.object({
    answerId: idField,
    levels: z
      .array(
        z.object({
          competency: z.enum([...TECHNICAL_COMPETENCIES, ...PEOPLE_COMPETENCIES]),
          level: z.number().int().min(1).max(5),
        }),
      )
      .min(1)
      .max(13),
    note: z.string().trim().max(1000, 'At most 1,000 characters.').default(''),
  }),
}).returns<ShownAnswer>();
