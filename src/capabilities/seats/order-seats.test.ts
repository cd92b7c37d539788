import { expect, test } from 'vitest';
import fc from '../../../test/support/properties.ts';
import type { SeatId } from '../../records/people/types.ts';
import type { SeatRow } from './contract.ts';
import { orderSeats } from './order-seats.ts';

const row = (seatId: number, reportsTo: number | null) => ({ seat: { seatId, reportsTo } }) as unknown as SeatRow;
const ids = (rows: SeatRow[]) => orderSeats(rows).map(({ row: { seat }, depth }) => [seat.seatId, depth]);

test('a seat is followed by those that report to it', () => {
  expect(ids([row(3, 1), row(1, null), row(4, 2), row(2, 1)])).toEqual([
    [1, 0],
    [3, 1],
    [2, 1],
    [4, 2],
  ]);
});

test('a line runs on only while another seat of the same level follows', () => {
  const found = orderSeats([row(1, null), row(2, 1), row(3, 1)]);
  expect(found.map(({ runsOn }) => runsOn)).toEqual([[false], [false, true], [false, false]]);
});

test('a seat that reports to a seat which is not listed stands at the top', () => {
  expect(ids([row(5, 99)])).toEqual([[5, 0]]);
});

test('whatever the lines are, circles included, each seat stands there exactly once', () => {
  const lines = fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }), { maxLength: 10 });
  fc.assert(
    fc.property(lines, (given) => {
      const rows = given.map((reportsTo, seatId) => row(seatId, reportsTo));
      const placed = orderSeats(rows).map(({ row: { seat } }) => seat.seatId);
      expect([...placed].sort((a, b) => a - b)).toEqual(given.map((_, seatId) => seatId as SeatId));
    }),
  );
});
