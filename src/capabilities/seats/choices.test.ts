import { expect, test } from 'vitest';
import type { PersonId } from '../../records/people/types.ts';
import { peopleToChoose, seatsToChoose } from './choices.ts';
import type { SeatRow } from './contract.ts';

const row = (seatId: number, title: string, holderId: number | null, holderName: string | null) =>
  ({ seat: { seatId, title, holderId }, holderName }) as unknown as SeatRow;

test('everybody can be chosen once, whether they hold a seat or not', () => {
  const seats = [row(1, 'Lead', 7, 'Zoe'), row(2, 'Manager', 7, 'Zoe'), row(3, 'Open', null, null)];
  const people = peopleToChoose({ seats, unseated: [{ personId: 4 as PersonId, name: 'Ana' }], note: null });
  expect(people).toEqual([
    { value: '4', label: 'Ana' },
    { value: '7', label: 'Zoe' },
  ]);
});

test('seats of the same title are told apart, and one can be left out', () => {
  const seats = [row(1, 'Lead', null, null), row(2, 'Lead', null, null), row(3, 'Owner', null, null)];
  expect(seatsToChoose(seats, 3).map(({ label }) => label)).toEqual(['Lead (no. 1)', 'Lead (no. 2)']);
  expect(seatsToChoose(seats, 2).map(({ label }) => label)).toEqual(['Lead', 'Owner']);
});
