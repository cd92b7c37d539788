import { expect, test } from 'vitest';
import type { PersonId, Seat } from '../../records/people/types.ts';
import { firstChoice } from './hold.ts';

const open = { state: 'vacant', holderId: null } as Seat;
const [ana, tom] = [1 as PersonId, 2 as PersonId];

test('the form starts from advice that names one person', () => {
  expect(firstChoice(open, { kind: 'person', personId: ana })).toBe(ana);
  expect(firstChoice(open, { kind: 'trial', personId: tom })).toBe(tom);
});

test('the form never chooses between several', () => {
  expect(firstChoice(open, { kind: 'several', personIds: [ana, tom] })).toBeNull();
});

test('a holder stays the starting point while the advice is to keep them', () => {
  expect(firstChoice({ state: 'held', holderId: tom } as Seat, { kind: 'keep', needs: [] })).toBe(tom);
});
