import { z } from 'zod';
import type { Instant } from '../../base/time.ts';
import { idField, nothing, operation } from '../../platform/contract.ts';
import type { Course, GivenCourse, WaitingCompletion } from '../../records/development/types.ts';
import type { ImportRejection } from '../../records/work/types.ts';

/** A course with how many people completed it; null: not for the reader. */
export type ShownCourse = Course & { completedBy: number | null };

export type Catalogue = {
  courses: ShownCourse[];
  /** Whether the reader keeps the catalogue and completions. */
  mayKeep: boolean;
  /** Whether they make keys for learning systems. */
  mayMakeKeys: boolean;
};

export const listCourses = operation({
  id: 'listCourses',
  method: 'GET',
  path: '/api/courses',
  summary: 'The firm’s own courses',
  who: 'firm',
  input: nothing,
}).returns<Catalogue>();

/** What a file of courses would change, or changed. */
export type CoursesRead = {
  rows: number;
  added: GivenCourse[];
  changed: GivenCourse[];
  same: number;
  rejected: number;
  rejections: ImportRejection[];
};

export const previewCourses = operation({
  id: 'previewCourses',
  method: 'POST',
  path: '/api/courses/preview',
  summary: 'What a file of courses would add and change, before anything is brought in',
  who: 'firm',
  input: nothing,
}).returns<CoursesRead>();

export const bringCourses = operation({
  id: 'bringCourses',
  method: 'POST',
  path: '/api/courses/file',
  summary: 'Bring courses in from a table (CSV); those that are not in it stay',
  who: 'firm',
  input: nothing,
}).returns<CoursesRead>();

export const exportCourses = operation({
  id: 'exportCourses',
  method: 'GET',
  path: '/api/courses/table',
  summary: 'The catalogue as a table for a spreadsheet (CSV)',
  who: 'firm',
  input: nothing,
}).returns<{ fileName: string; text: string }>();

export const retireCourse = operation({
  id: 'retireCourse',
  method: 'PATCH',
  path: '/api/courses/:courseId',
  summary: 'Say that a course is no longer offered, or is again; what people completed stays',
  who: 'firm',
  input: z.object({ courseId: idField, offered: z.boolean() }),
}).returns<{ courseId: number }>();

/** Said with a file of completions. */
export const completionsOptions = z.object({ dateOrder: z.enum(['day-first', 'month-first']).optional() });
export type CompletionsOptions = z.infer<typeof completionsOptions>;

/** What keeps a completion waiting. */
export type Missing = 'person' | 'course' | 'both';
export type ShownWaiting = Pick<WaitingCompletion, 'who' | 'what' | 'title' | 'doneOn'> & { missing: Missing };

/** What completions were understood to be, or became. */
export type CompletionsRead = {
  format: 'table' | 'statements';
  entries: number;
  /** New ones, and people whose they are; those that were there already. */
  added: number;
  people: number;
  known: number;
  /** Of somebody or something that isn't known here: kept until matched. The first of them. */
  waits: number;
  waiting: ShownWaiting[];
  /** Statements that tell of no completed course, came before, or were made void. */
  aside: number;
  /** Of people who were erased: not kept. */
  erased: number;
  rejected: number;
  rejections: ImportRejection[];
};

/** Multipart: a `file`, CSV or JSON with xAPI statements, and `completionsOptions` as JSON in `options`. */
export const previewCompletions = operation({
  id: 'previewCompletions',
  method: 'POST',
  path: '/api/completions/preview',
  summary: 'What a file of completions is understood to be, before anything is brought in',
  who: 'firm',
  input: completionsOptions,
}).returns<CompletionsRead>();

/** Multipart, as `previewCompletions`. */
export const bringCompletions = operation({
  id: 'bringCompletions',
  method: 'POST',
  path: '/api/completions/file',
  summary: 'Bring completions in from a table (CSV) or from xAPI statements (JSON)',
  who: 'firm',
  input: completionsOptions,
}).returns<CompletionsRead>();

export type WaitingList = {
  waiting: (WaitingCompletion & { missing: Missing })[];
  people: { personId: number; name: string }[];
  courses: { courseId: number; title: string }[];
};

export const listWaitingCompletions = operation({
  id: 'listWaitingCompletions',
  method: 'GET',
  path: '/api/completions/waiting',
  summary: 'Completions of people or courses that are not known here',
  who: 'firm',
  input: nothing,
}).returns<WaitingList>();

export const matchCompletion = operation({
  id: 'matchCompletion',
  method: 'POST',
  path: '/api/completions/waiting/:waitingId',
  summary: 'Say whose a waiting completion is, and of which course',
  who: 'firm',
  input: z.object({ waitingId: idField, personId: idField, courseId: idField }),
}).returns<WaitingList>();

export const dropCompletion = operation({
  id: 'dropCompletion',
  method: 'DELETE',
  path: '/api/completions/waiting/:waitingId',
  summary: 'Drop a waiting completion: it is of nobody here, or of no course',
  who: 'firm',
  input: z.object({ waitingId: idField }),
}).returns<WaitingList>();

/** A key of a learning system; the key itself is shown once and never kept. */
export type ShownKey = {
  tokenId: number;
  label: string;
  madeAt: Instant;
  usedAt: Instant | null;
  endedAt: Instant | null;
};
export type Keys = {
  keys: ShownKey[];
  /** What a learning system is given as its address, behind that of this install. */
  path: string;
};

export const listLearningKeys = operation({
  id: 'listLearningKeys',
  method: 'GET',
  path: '/api/courses/keys',
  summary: 'Keys with which learning systems report completions',
  who: 'firm',
  input: nothing,
}).returns<Keys>();

export const makeLearningKey = operation({
  id: 'makeLearningKey',
  method: 'POST',
  path: '/api/courses/keys',
  summary: 'Make a key with which a learning system reports completions, and nothing else',
  who: 'firm',
  input: z.object({ label: z.string().trim().min(1, 'Say which system it is for.').max(60, 'At most 60 characters.') }),
}).returns<Keys & { key: string }>();

export const endLearningKey = operation({
  id: 'endLearningKey',
  method: 'DELETE',
  path: '/api/courses/keys/:tokenId',
  summary: 'End a key of a learning system at once',
  who: 'firm',
  input: z.object({ tokenId: idField }),
}).returns<Keys>();

/** Every request and every answer says the version of xAPI in it, refusals too (xAPI 1.0.3, part three, 3.3). */
export const VERSION_HEADER = 'X-Experience-API-Version';
const inVersion = { answersWith: { [VERSION_HEADER]: '1.0.3' } };

/** xAPI: one statement or a list of them as JSON; answers with their numbers. */
export const takeStatements = operation({
  id: 'takeStatements',
  method: 'POST',
  path: '/api/xapi/statements',
  summary: 'Take in xAPI statements (1.0.x, 2.0.x) of a learning system that shows its key',
  who: 'program',
  ...inVersion,
  // Nothing beside the body is understood, and what isn't understood is refused.
  input: z.strictObject({ body: z.unknown() }),
}).returns<string[]>();

/** xAPI: one statement as JSON, under its number; answers nothing (204). */
export const putStatement = operation({
  id: 'putStatement',
  method: 'PUT',
  path: '/api/xapi/statements',
  summary: 'Take in one xAPI statement under its number, of a learning system that shows its key',
  who: 'program',
  keyOf: 'takeStatements',
  ...inVersion,
  input: z.strictObject({ statementId: z.uuid('Give the number of the statement, a UUID.'), body: z.unknown() }),
}).returns<null>();

export const readStatementVersions = operation({
  id: 'readStatementVersions',
  method: 'GET',
  path: '/api/xapi/about',
  summary: 'Which versions of xAPI a learning system may choose from',
  who: 'anyone',
  ...inVersion,
  input: z.strictObject({}),
}).returns<{ version: string[] }>();
