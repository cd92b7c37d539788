import { describe, expect, it } from 'vitest';
import { aPerson, aSeat, DAY, oneTeam, personId, seatId } from '../../test/support/small-firm.ts';
import { Refusal } from '../base/errors.ts';
import type { Structure } from '../records/people/types.ts';
import { countTechnicians, readChart, reportsOf, seatsBelow } from './structure.ts';

const empty: Structure = { day: DAY, people: [], teams: [], seats: [], memberships: [], lines: [] };

describe('reading a structure', () => {
  it('refuses seats that report in a circle and names the chain', () => {
    const seats = [
      aSeat(1, { title: 'A', reportsTo: seatId(2) }),
      aSeat(2, { title: 'B', reportsTo: seatId(1) }),
      aSeat(3, { title: 'C', reportsTo: seatId(1) }),
    ];
    expect(() => readChart({ ...empty, seats })).toThrow(/A → B → A/);
    expect(() => readChart({ ...empty, seats: seats.toReversed() })).toThrow(Refusal);
  });

  it('refuses a seat that reports to itself', () => {
    expect(() => readChart({ ...empty, seats: [aSeat(1, { title: 'A', reportsTo: seatId(1) })] })).toThrow(/A → A/);
  });

  it('refuses somebody who reports to the seat they hold', () => {
    const structure = {
      ...empty,
      people: [aPerson(1, { name: 'Ana' })],
      seats: [aSeat(1, { title: 'Lead', state: 'held', holderId: personId(1) })],
      lines: [{ personId: personId(1), seatId: seatId(1) }],
    } as const;
    expect(() =>
      readChart({
        ...structure,
        people: [...structure.people],
        seats: [...structure.seats],
        lines: [...structure.lines],
      }),
    ).toThrow("Ana can't report to Lead");
  });

  it.each([
    ['seat', { seats: [aSeat(1, { reportsTo: seatId(9) })] }],
    ['person', { seats: [aSeat(1, { holderId: personId(9) })] }],
    ['person', { lines: [{ personId: personId(9), seatId: seatId(1) }], seats: [aSeat(1)] }],
    ['seat', { lines: [{ personId: personId(1), seatId: seatId(9) }], people: [aPerson(1)] }],
  ])('refuses an unknown %s', (what, part) => {
    expect(() => readChart({ ...empty, ...part })).toThrow(`${what} 9`);
  });

  it('counts technicians and reports, never service accounts', () => {
    const people = [aPerson(1), aPerson(2, { work: 'dispatch' }), aPerson(3, { work: 'service-account' })];
    const structure = oneTeam(people);
    expect(countTechnicians(structure)).toBe(1);
    expect(reportsOf(readChart(structure), structure.seats[0]!).map((one) => one.personId)).toEqual([1, 2]);
  });

  it('counts the holder of a lower seat once among the reports, whatever line they have', () => {
    const people = [aPerson(1), aPerson(2)];
    const seats = [aSeat(1), aSeat(2, { reportsTo: seatId(1), state: 'held', holderId: personId(2) })];
    const lines = [
      { personId: personId(1), seatId: seatId(2) },
      { personId: personId(2), seatId: seatId(1) },
    ];
    const chart = readChart({ ...empty, people, seats, lines });
    expect(reportsOf(chart, seats[0]!).map((one) => one.personId)).toEqual([2]);
    expect(seatsBelow(chart, seatId(1)).map((one) => [one.seat.seatId, one.steps])).toEqual([[2, 1]]);
  });
});
