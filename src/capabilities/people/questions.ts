import { type Level, level } from '../../base/units.ts';
import type { Competency } from '../../records/voice/types.ts';

export const QUESTION_KEYS = ['moves-stuck-work', 'knows-how', 'people-go-to', 'stays-calm', 'wants-to-lead'] as const;
export type QuestionKey = (typeof QUESTION_KEYS)[number];

/** How often they do it, as levels; the last four belong to "have you asked whether they want to lead?". */
export const ANSWER_LEVELS = [
  'rarely',
  'sometimes',
  'usually',
  'others-learn',
  'not-seen',
  'wants-to-lead',
  'not-now',
  'technical-path',
  'not-asked',
] as const;
export type AnswerKey = (typeof ANSWER_LEVELS)[number];

/** The four readings and what each is evidence of. Items worded by this project, Apache-2.0. */
export const QUESTIONS: Record<
  QuestionKey,
  { text: string; help: string; competency: Competency | null; licence: 'Apache-2.0' }
> = {
  'moves-stuck-work': {
    text: "Gets stuck work moving, their own or a colleague's",
    help: 'Think of the last tickets that nobody could close.',
    competency: 'rescue',
    licence: 'Apache-2.0',
  },
  'knows-how': {
    text: 'Knows how we do things, and why',
    help: 'Product and process: could they explain it to a new colleague?',
    competency: 'knowledge',
    licence: 'Apache-2.0',
  },
  'people-go-to': {
    text: "People go to them when something is wrong that isn't technical",
    help: 'Whom do people talk to when a week went badly?',
    competency: 'coaching',
    licence: 'Apache-2.0',
  },
  'stays-calm': {
    text: 'Stays calm and fair with an upset colleague or client',
    help: 'Think of the last difficult call you heard.',
    competency: 'conflict',
    licence: 'Apache-2.0',
  },
  'wants-to-lead': {
    text: 'Have you asked whether they want to lead?',
    help: '"Not asked" lowers nobody. It only makes the next step "ask them".',
    competency: null,
    licence: 'Apache-2.0',
  },
};

/** The level that an answer stands for; null adds no evidence. */
export function levelOfAnswer(answer: AnswerKey): Level | null {
  const levels: Partial<Record<AnswerKey, number>> = { rarely: 2, sometimes: 3, usually: 4, 'others-learn': 5 };
  const value = levels[answer];
  return value === undefined ? null : level(value);
}
