import { expect, test } from 'vitest';
import type { Day } from '../../base/time.ts';
import type { Seat } from '../../records/people/types.ts';
import type { SeatRow } from './contract.ts';
import { sayAnswer, sayDistance, sayDoor, sayHolder } from './seat-words.ts';

const seat = (part: Partial<Seat>) =>
  ({ state: 'held', openSince: null, actingUntil: null, plannedFor: null, ...part }) as Seat;
const names = new Map([[12, 'Priya']]);

test('a distance is said in words, and an unknown one says so', () => {
  const known = (steps: number) => sayDistance({ status: 'known', steps, basis: 'people-below', text: '' });
  expect([0, 1, 4, 11].map(known)).toEqual([
    'hands-on with the product',
    'one step from the product',
    'four steps from the product',
    '11 steps from the product',
  ]);
  expect(sayDistance({ status: 'asked', text: '' })).toBe('distance not known yet');
});

test('who acts, until when and since when a seat is open is said', () => {
  const day = (text: string) => `<${text}>`;
  const say = (part: Partial<Seat>, holderName: string | null = null, coming: SeatRow['coming'] = null) =>
    sayHolder({ seat: seat(part), holderName, coming }, day);
  expect(say({}, 'Ana')).toBe('Ana');
  expect(say({ state: 'acting', actingUntil: '2027-03-31' as Day }, 'Tom')).toBe('Tom, acting until <2027-03-31>');
  expect(say({ state: 'vacant', openSince: '2026-06-01' as Day })).toBe('open since <2026-06-01>');
  expect(say({ state: 'planned' })).toBe('planned');
  expect(say({ state: 'vacant' }, null, { name: 'Dana', fromDay: '2026-12-07' as Day })).toBe(
    'open; Dana on trial from <2026-12-07>',
  );
});

test('the kind of leader is not said twice', () => {
  const kindSentence = 'Pod A needs a technical leader with people skills.';
  expect(sayAnswer({ kindSentence, sentence: `${kindSentence} Priya or Tom: too close to call.` })).toBe(
    'Priya or Tom: too close to call.',
  );
  expect(sayAnswer({ kindSentence, sentence: kindSentence })).toBe(kindSentence);
});

test('a door is named after what stands behind it', () => {
  expect(sayDoor('strength/12/people', names)).toBe('Priya with people');
  expect(sayDoor('demand/3/technical', names)).toBe('what it needs with the work');
  expect(sayDoor('playbook/load.fixed', names)).toBe('Hours of leading the work');
  expect(sayDoor('strength/99/technical', names)).toBe('this person with the work');
});

test('a name too long for a line is cut where it stands for a door', () => {
  const people = new Map([[12, 'Ö'.repeat(200)]]);
  expect(sayDoor('strength/12/people', people)).toBe(`${'Ö'.repeat(39)}… with people`);
});
