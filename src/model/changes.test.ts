import { describe, expect, it } from 'vitest';
import { aPerson, aSeat, DAY, personId, seatId, teamId } from '../../test/support/small-firm.ts';
import { addDays, type Day } from '../base/time.ts';
import type { Structure } from '../records/people/types.ts';
import { playbookWith } from '../records/playbook/definitions.ts';
import { changesBetween } from './changes.ts';

const BEFORE = addDays(DAY, -31);
const playbook = playbookWith();
const team = { teamId: teamId(1), name: 'Desk' };

/** Ana owns the firm; Ben leads a desk of so many; a second desk is led by nobody. */
function firm(day: Day, technicians: number, more: Partial<Structure> = {}): Structure {
  const desk = Array.from({ length: technicians }, (_, i) => aPerson(10 + i, { name: `Tec ${i + 1}` }));
  const held = { state: 'held', holderId: personId(2), heldSince: addDays(DAY, -400) } as const;
  return {
    day,
    people: [
      aPerson(1, { name: 'Ana', work: 'other' }),
      aPerson(2, { name: 'Ben' }),
      aPerson(3, { name: 'Cy' }),
      ...desk,
    ],
    teams: [team],
    seats: [
      aSeat(1, { title: 'Owner', state: 'held', holderId: personId(1) }),
      aSeat(2, { title: 'Lead', teamId: team.teamId, reportsTo: seatId(1), ...held }),
    ],
    memberships: desk.map((one) => ({ personId: one.personId, teamId: team.teamId })),
    lines: [...desk, { personId: personId(3) }].map((one) => ({ personId: one.personId, seatId: seatId(2) })),
    ...more,
  };
}

const texts = (before: Structure, now: Structure, only: readonly number[] | null = null) =>
  changesBetween(before, now, { playbook, only: only && new Set(only.map(seatId)) })?.map(({ text }) => text);

describe('what changed in the structure since a day', () => {
  it('is nothing where nothing did', () => {
    expect(texts(firm(BEFORE, 6), firm(DAY, 6))).toEqual([]);
  });

  it('is not told where nothing was known on that day: everything would be new', () => {
    const unknown = firm(BEFORE, 6, { seats: [], lines: [] });
    expect(texts(unknown, firm(DAY, 6))).toBeUndefined();
  });

  it('says who holds a seat now, since when, and who did before', () => {
    const now = firm(DAY, 6);
    const cy = { holderId: personId(3), heldSince: addDays(DAY, -3) };
    now.lines = now.lines.filter((line) => line.personId !== personId(3));
    now.seats[1] = { ...now.seats[1]!, ...cy };
    expect(texts(firm(BEFORE, 6), now)![0]).toMatch(/^Cy holds Lead since \d+ [A-Z][a-z]+; before, it was Ben\.$/);
    now.seats[1] = { ...now.seats[1]!, state: 'acting' };
    expect(texts(firm(BEFORE, 6), now)![0]).toMatch(/^Cy tries Lead/);
  });

  it('says of a trial that was kept, of a seat that fell open, and of one that is closed', () => {
    const trial = firm(BEFORE, 6);
    trial.seats[1] = { ...trial.seats[1]!, state: 'acting' };
    expect(texts(trial, firm(DAY, 6))).toEqual(['Ben holds Lead for good; it was a trial.']);
    const open = firm(DAY, 6);
    open.seats[1] = { ...open.seats[1]!, state: 'vacant', holderId: null, heldSince: null };
    expect(texts(firm(BEFORE, 6), open)).toContain('Lead is open; Ben held it.');
    const closed = firm(DAY, 6, { lines: [] });
    closed.seats.splice(1, 1);
    expect(texts(firm(BEFORE, 6), closed)).toContain('Lead is closed; Ben held it.');
  });

  it('says who came and left, whom a lead leads now, and what each job needs therefore', () => {
    const now = firm(DAY, 12);
    expect(texts(firm(BEFORE, 8), now)).toEqual([
      'Ben leads 13 now, 4 more than then.',
      '14 technicians, 4 more than then: Tec 9, Tec 10, Tec 11 and Tec 12 came.',
      'Owner: needs 3.2 with the work (was 3.3) and 3.5 with people (was 3.4).',
      'Lead: needs 4.1 with the work (was 4.2) and 2.9 with people (was 2.8).',
    ]);
  });

  it('takes what nobody had told yet as it is now: being told is no change', () => {
    const untold = firm(BEFORE, 6, { lines: [], memberships: [] });
    untold.seats[1] = { ...untold.seats[1]!, reportsTo: null };
    expect(texts(untold, firm(DAY, 6))).toEqual([]);
  });

  it('takes somebody of whom nothing was told then, beside others who had their place, to have come since', () => {
    const before = firm(BEFORE, 6);
    before.lines = before.lines.filter(({ personId: id }) => id !== personId(15));
    before.memberships = before.memberships.filter(({ personId: id }) => id !== personId(15));
    expect(texts(before, firm(DAY, 6))![1]).toBe('Eight technicians, 1 more than then: Tec 6 came.');
  });

  it('names four at most, then counts', () => {
    expect(texts(firm(BEFORE, 6), firm(DAY, 11))).toContain('13 technicians, 5 more than then: 5 people came.');
    expect(texts(firm(BEFORE, 11), firm(DAY, 6))).toContain('Eight technicians, 5 fewer than then: 5 people left.');
  });

  it('counts nobody before their first day', () => {
    const now = firm(DAY, 6);
    now.people[3] = { ...now.people[3]!, startedOn: addDays(DAY, 10) };
    expect(texts(firm(BEFORE, 6), now)).toContain('Seven technicians, 1 fewer than then: Tec 1 left.');
    expect(texts(now, { ...now, day: addDays(DAY, 20) })).toContain('Eight technicians, 1 more than then: Tec 1 came.');
  });

  it('tells of some seats alone, and names nobody else', () => {
    const seen = texts(firm(BEFORE, 8), firm(DAY, 12), [2])!;
    expect(seen.join(' ')).not.toMatch(/Tec|Owner/);
    expect(seen).toContain('14 technicians, 4 more than then.');
    expect(seen).toContain('Ben leads 13 now, 4 more than then.');
  });
});
