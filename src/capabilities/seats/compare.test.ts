import { expect, test } from 'vitest';
import type { PersonId } from '../../records/people/types.ts';
import type { Candidate, Verdict } from '../../records/verdicts/types.ts';
import { compareCandidates, sayRole } from './compare.ts';

const one = (personId: number, name: string, part: Partial<Candidate> = {}) =>
  ({ personId, name, role: null, topCloserNotNamed: false, ...part }) as Candidate;
const many = Array.from({ length: 9 }, (_, at) => one(at + 1, `P${9 - at}`));
const several: Verdict['answer'] = { kind: 'several', personIds: [] };
const names = (list: Candidate[]) => list.map(({ name }) => name);

test('few candidates all stand side by side, by name', () => {
  const found = compareCandidates({ candidates: many.slice(0, 3), holderId: null, answer: several });
  expect(names(found.named)).toEqual(['P7', 'P8', 'P9']);
  expect(found.others).toEqual([]);
});

test('of many, those the advice speaks about stand side by side: the holder first, the top closer too', () => {
  const candidates = many.map((candidate) => ({
    ...candidate,
    role: candidate.personId === 2 ? ('named' as const) : null,
    topCloserNotNamed: candidate.personId === 5,
  }));
  const found = compareCandidates({ candidates, holderId: 9 as PersonId, answer: several });
  expect(names(found.named)).toEqual(['P1', 'P8', 'P5']);
  expect(found.others).toHaveLength(6);
});

test('only a pair has an order: its lead first', () => {
  const answer = { kind: 'pair', leadId: 2, secondId: 1, secondSide: 'people' } as Verdict['answer'];
  const found = compareCandidates({
    candidates: [one(1, 'Ana', { role: 'second' }), one(2, 'Zoe', { role: 'named' })],
    holderId: null,
    answer,
  });
  expect(names(found.named)).toEqual(['Zoe', 'Ana']);
});

test('two who are too close to call are called the same', () => {
  expect(sayRole(one(1, 'Ana', { role: 'named' }), several, false)).toBe('too close to call');
  expect(sayRole(one(1, 'Ana', { role: 'named' }), { kind: 'person', personId: 1 as PersonId }, false)).toBe(
    'our advice',
  );
  expect(sayRole(one(1, 'Ana'), several, false)).toBeNull();
});
