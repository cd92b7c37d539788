import { expect, test } from 'vitest';
import {
  answersIn,
  choiceOfKey,
  choicesOf,
  countAnswered,
  firstOpenRound,
  raterName,
  raterOf,
  withAnswer,
} from './answering.ts';
import { ANSWER_LEVELS, QUESTION_KEYS, type QuestionKey } from './questions.ts';

const round = (key: QuestionKey, ...answers: (string | null)[]) => ({
  key,
  people: answers.map((answer, i) => ({ personId: i + 1, answer })),
});

test('every stored answer is offered by exactly one kind of question', () => {
  const offered = [...choicesOf('knows-how'), ...choicesOf('wants-to-lead')].map((choice) => choice.answer);
  expect(offered).toEqual([...ANSWER_LEVELS]);
  for (const key of QUESTION_KEYS.slice(0, 4)) expect(choicesOf(key)).toBe(choicesOf('knows-how'));
});

test('key 1 is the first choice, key 5 the fifth, and keys beyond the choices do nothing', () => {
  expect(choiceOfKey('knows-how', '1')?.answer).toBe('rarely');
  expect(choiceOfKey('knows-how', '5')?.answer).toBe('not-seen');
  expect(choiceOfKey('wants-to-lead', '5')).toBeUndefined();
  expect(choiceOfKey('knows-how', '0')).toBeUndefined();
  expect(choiceOfKey('knows-how', 'ArrowDown')).toBeUndefined();
});

test('an answer is counted once, also when it is changed', () => {
  const asked = round('knows-how', 'rarely', null, null);
  let answers = answersIn([asked]);
  expect(countAnswered(asked, answers)).toBe(1);
  answers = withAnswer(answers, 'knows-how', 2, 'usually');
  answers = withAnswer(answers, 'knows-how', 2, 'sometimes');
  expect(countAnswered(asked, answers)).toBe(2);
});

test('"not asked" does not count as an answer', () => {
  const asked = round('wants-to-lead', 'not-asked', 'not-now');
  expect(countAnswered(asked, answersIn([asked]))).toBe(1);
});

test('adding an answer leaves the earlier state as it was', () => {
  const before = answersIn([round('knows-how', null)]);
  withAnswer(before, 'knows-how', 1, 'usually');
  expect(before).toEqual({ 'knows-how': {} });
});

test('after a break one goes on at the first question with somebody left', () => {
  const rounds = [round('moves-stuck-work', 'rarely', 'usually'), round('knows-how', 'rarely', null)];
  expect(firstOpenRound(rounds, answersIn(rounds))).toBe(1);
});

test('with everything answered one sees the last question, and with no questions the first place', () => {
  const rounds = [round('moves-stuck-work', 'rarely'), round('knows-how', 'usually')];
  expect(firstOpenRound(rounds, answersIn(rounds))).toBe(1);
  expect(firstOpenRound([], {})).toBe(0);
});

const listed = [
  { personId: 12, name: 'Tom Reid' },
  { personId: 13, name: 'Sam' },
  { personId: 14, name: 'Sam' },
];

test('a rater on the list is stored as that person, in any case, and shown by name again', () => {
  expect(raterOf(' tom reid ', listed)).toBe('person:12');
  expect(raterName('person:12', listed)).toEqual({ personId: 12, name: 'Tom Reid' });
});

test('a stranger and a name that two people have stay as typed', () => {
  expect(raterOf('Dana', listed)).toBe('Dana');
  expect(raterOf('Sam', listed)).toBe('Sam');
  expect(raterName('Dana', listed)).toEqual({ personId: null, name: 'Dana' });
  expect(raterName('person:99', listed)).toEqual({ personId: null, name: 'person:99' });
});
