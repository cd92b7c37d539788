import { expect, test } from 'vitest';
import type { PersonId } from '../../records/people/types.ts';
import { peopleToChoose, seatsToChoose } from './choices.ts';
import type { SeatRow } from './contract.ts';

const row = (seatId: number, title: string, holderId: number | null, holderName: string | null) =>
  ({ seat: { seatId, title, holderId }, holderName }) as unknown as SeatRow;

test('everybody can be chosen once, by name, and namesakes are told apart', () => {
  const person = (id: number, name: string) => ({ personId: id as PersonId, name });
  expect(peopleToChoose({ people: [person(7, 'Zoe'), person(4, 'Ana')] })).toEqual([
    { value: '4', label: 'Ana' },
    { value: '7', label: 'Zoe' },
  ]);
  const labels = peopleToChoose({ people: [person(1, 'Ana'), person(2, 'Ana')] }).map(({ label }) => label);
  expect(labels).toEqual(['Ana (no. 1)', 'Ana (no. 2)']);
});

test('seats of the same title are told apart, and one can be left out', () => {
  const seats = [row(1, 'Lead', null, null), row(2, 'Lead', null, null), row(3, 'Owner', null, null)];
  expect(seatsToChoose(seats, 3).map(({ label }) => label)).toEqual(['Lead (no. 1)', 'Lead (no. 2)']);
  expect(seatsToChoose(seats, 2).map(({ label }) => label)).toEqual(['Lead', 'Owner']);
});
