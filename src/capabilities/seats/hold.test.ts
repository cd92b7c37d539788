import { expect, test } from 'vitest';
import type { PersonId, Seat } from '../../records/people/types.ts';
import { firstChoice } from './hold.ts';

const open = { state: 'vacant', holderId: null } as Seat;
const [ana, tom] = [1 as PersonId, 2 as PersonId];

test('the form starts from advice that names one person', () => {
  expect(firstChoice(open, { kind: 'person', personId: ana })).toEqual({ how: 'holds', personId: ana });
  expect(firstChoice(open, { kind: 'trial', personId: tom })).toEqual({ how: 'acts', personId: tom });
});

test('the form never chooses between several', () => {
  expect(firstChoice(open, { kind: 'several', personIds: [ana, tom] })).toEqual({ how: 'holds', personId: null });
});

test('an acting holder stays the starting point while the advice is to keep them', () => {
  const acting = { state: 'acting', holderId: tom } as Seat;
  expect(firstChoice(acting, { kind: 'keep', needs: [] })).toEqual({ how: 'acts', personId: tom });
});
