import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { aPerson, aSeat, DAY, oneTeam, personId, seatId, teamId } from '../../test/support/small-firm.ts';
import { hours } from '../base/units.ts';
import type { Seat, Structure } from '../records/people/types.ts';
import { findDistance } from './distance.ts';
import { readChart } from './structure.ts';

const stepsOf = (structure: Structure, seat: Seat) => {
  const distance = findDistance(readChart(structure), seat);
  return distance.status === 'known' ? distance.steps : null;
};

/** Owner over a lead over `technicians`, and as many who report to the owner. */
function twoLayers(technicians: number, straight: number): Structure {
  const people = [aPerson(1, { work: 'other' }), aPerson(2, { ownTicketHours: hours(0) })];
  const seats = [
    aSeat(1, { state: 'held', holderId: personId(1) }),
    aSeat(2, { reportsTo: seatId(1), state: 'held', holderId: personId(2) }),
  ];
  const lines = [];
  for (let i = 0; i < technicians + straight; i++) {
    people.push(aPerson(10 + i));
    lines.push({ personId: personId(10 + i), seatId: seatId(i < technicians ? 2 : 1) });
  }
  return { day: DAY, people, teams: [], seats, memberships: [], lines };
}

describe('distance', () => {
  it('is one step for a lead and the median for the seat above', () => {
    const structure = twoLayers(4, 1);
    expect(stepsOf(structure, structure.seats[1]!)).toBe(1);
    expect(stepsOf(structure, structure.seats[0]!)).toBe(2);
  });

  it('takes the nearer of two middle values', () => {
    const structure = twoLayers(3, 3);
    expect(stepsOf(structure, structure.seats[0]!)).toBe(1);
  });

  it("isn't changed by own tickets of the seat's holder", () => {
    const structure = twoLayers(4, 0);
    const people = structure.people.map((one) => (one.personId === 1 ? { ...one, work: 'product' as const } : one));
    expect(stepsOf({ ...structure, people }, structure.seats[0]!)).toBe(2);
  });

  it('counts a lead below who takes tickets, and not one who only leads', () => {
    const structure = twoLayers(1, 0);
    expect(stepsOf(structure, structure.seats[0]!)).toBe(2);
    const people = structure.people.map((one) => (one.personId === 2 ? { ...one, ownTicketHours: hours(20) } : one));
    expect(stepsOf({ ...structure, people }, structure.seats[0]!)).toBe(1);
  });

  it('counts the team that a vacant seat would lead', () => {
    const structure = { ...oneTeam([aPerson(1), aPerson(2)]), lines: [] };
    const distance = findDistance(readChart(structure), structure.seats[0]!);
    expect(distance).toMatchObject({ status: 'known', steps: 1, basis: 'team-it-would-lead' });
  });

  it('asks where nobody is below, unless the work is said to be hands-on', () => {
    const seat = aSeat(1, { teamId: null });
    const structure = { ...oneTeam([]), seats: [seat] };
    expect(findDistance(readChart(structure), seat).status).toBe('asked');
    const handsOn = { ...seat, handsOn: true };
    expect(findDistance(readChart({ ...structure, seats: [handsOn] }), handsOn)).toMatchObject({
      steps: 0,
      basis: 'hands-on',
    });
  });

  it('is one step for an open seat that leads a team whose people are not listed', () => {
    const seat = aSeat(1, { teamId: teamId(1) });
    const structure = { ...oneTeam([]), seats: [seat] };
    expect(findDistance(readChart(structure), seat)).toMatchObject({ steps: 1, basis: 'team-it-would-lead' });
  });

  it('lets an exception be set by hand', () => {
    const structure = oneTeam([aPerson(1)], { distanceOverride: 3, overrideReason: 'dispatcher' });
    const distance = findDistance(readChart(structure), structure.seats[0]!);
    expect(distance).toMatchObject({ steps: 3, basis: 'override', text: 'Set by hand: dispatcher' });
  });

  it('equals the median of all paths walked one by one, on any tree', () => {
    const trees = fc.array(fc.record({ parent: fc.nat(), held: fc.boolean(), people: fc.nat(3) }), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(trees, (nodes) => {
        const structure = treeOf(nodes);
        for (const seat of structure.seats) {
          const expected = walkAll(structure, seat);
          expect(stepsOf(structure, seat)).toBe(expected);
        }
      }),
    );
  });
});

function treeOf(nodes: readonly { parent: number; held: boolean; people: number }[]): Structure {
  const structure: Structure = { day: DAY, people: [], teams: [], seats: [], memberships: [], lines: [] };
  nodes.forEach((node, i) => {
    const holder = node.held ? personId(100 + i) : null;
    if (holder) structure.people.push(aPerson(holder));
    const reportsTo = i === 0 ? null : seatId((node.parent % i) + 1);
    structure.seats.push(aSeat(i + 1, { reportsTo, holderId: holder, state: node.held ? 'held' : 'vacant' }));
    for (let k = 0; k < node.people; k++) {
      const person = aPerson(1000 + 10 * i + k);
      structure.people.push(person);
      structure.lines.push({ personId: person.personId, seatId: seatId(i + 1) });
    }
  });
  return structure;
}

/** From every person up to the seat, step by step. */
function walkAll(structure: Structure, seat: Seat): number | null {
  const steps: number[] = [];
  for (const person of structure.people) {
    const held = structure.seats.find((one) => one.holderId === person.personId);
    const line = structure.lines.find((one) => one.personId === person.personId);
    let at = held ? held.reportsTo : (line?.seatId ?? null);
    for (let count = 1; at !== null; count++) {
      if (at === seat.seatId) steps.push(count);
      at = structure.seats.find((one) => one.seatId === at)!.reportsTo;
    }
  }
  steps.sort((a, b) => a - b);
  return steps.length === 0 ? null : steps[Math.ceil(steps.length / 2) - 1]!;
}
