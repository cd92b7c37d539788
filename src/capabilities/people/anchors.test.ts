import { expect, test } from 'vitest';
import { COMPETENCIES_OF, PEOPLE_COMPETENCIES, TECHNICAL_COMPETENCIES } from '../../records/voice/types.ts';
import { ANCHORS, anchorOf, LEVEL_WORDS } from './anchors.ts';
import { ANSWER_LEVELS, levelOfAnswer, QUESTION_KEYS, QUESTIONS } from './questions.ts';

const LEVELS = [1, 2, 3, 4, 5] as const;

test('every competency has exactly one anchor, on its own side, in the order of the records', () => {
  expect(ANCHORS.map((one) => one.competency)).toEqual([...TECHNICAL_COMPETENCIES, ...PEOPLE_COMPETENCIES]);
  for (const { side, competency } of ANCHORS) expect(COMPETENCIES_OF[side]).toContain(competency);
});

test('every anchor has a licence, a title, a meaning and one sentence for each of the five levels', () => {
  for (const one of ANCHORS) {
    expect(one.licence, one.competency).toBe('Apache-2.0');
    expect(one.title.length, one.competency).toBeGreaterThan(3);
    expect(one.meaning, one.competency).toMatch(/^[A-Z].*\.$/);
    expect(Object.keys(one.levels), one.competency).toEqual(LEVELS.map(String));
    for (const level of LEVELS) expect(one.levels[level], `${one.competency} ${level}`).toMatch(/^[A-Z][^.]{15,}\.$/);
  }
});

test('no two levels read the same, in or across competencies', () => {
  const sentences = ANCHORS.flatMap((one) => LEVELS.map((level) => one.levels[level]));
  expect(new Set(sentences).size).toBe(13 * 5);
});

test('no sentence counts tickets or guesses at feelings, since levels are what a person does', () => {
  for (const one of ANCHORS)
    for (const level of LEVELS)
      expect(one.levels[level]).not.toMatch(/\b(number of tickets|burn|mood|feels?|happy)\b/i);
});

test('every level has a word and an anchor is found by its competency', () => {
  expect(Object.values(LEVEL_WORDS)).toEqual(['not yet', 'learning', 'solid', 'strong', 'outstanding']);
  expect(anchorOf('fairness').title).toBe('Fairness and recognition');
});

test('every plain question has a licence, a text and a help line, and four of the five carry a competency', () => {
  for (const key of QUESTION_KEYS) {
    expect(QUESTIONS[key].licence, key).toBe('Apache-2.0');
    expect(QUESTIONS[key].text.length, key).toBeGreaterThan(10);
    expect(QUESTIONS[key].help.length, key).toBeGreaterThan(10);
  }
  expect(QUESTION_KEYS.filter((key) => QUESTIONS[key].competency !== null)).toHaveLength(4);
});

test('rarely to others-learn stand for levels 2 to 5, and nothing else stands for a level', () => {
  const levels = ANSWER_LEVELS.map((answer) => levelOfAnswer(answer));
  expect(levels).toEqual([2, 3, 4, 5, null, null, null, null, null]);
});
