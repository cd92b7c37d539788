import { describe, expect, it } from 'vitest';
import type { FitTerms } from '../records/evidence/types.ts';
import type { HelpCell, HelpFacts } from '../records/help/types.ts';
import type { PersonId, Structure, TeamId } from '../records/people/types.ts';
import { playbookWith } from '../records/playbook/definitions.ts';
import { chanceOfKeeping, readNetwork, rescuesOf } from './help.ts';

const id = (value: number) => value as PersonId;
const terms: FitTerms = {
  intercept: 1,
  sigma: 1.8,
  factors: { client: { ids: [4, 5], effect: [-2, 0.5], se: [1, 1] }, band: { ids: [3], effect: [0.25], se: [1] } },
};
const cell = (from: number, to: number, n: number, client = 9): HelpCell => ({
  from: id(from),
  to: id(to),
  n,
  levels: [client, 1, 1, 3, 0, 0],
});
const logistic = (value: number) => 1 / (1 + Math.exp(-value));

/** Ana (1) and Ben (2) in one team, Cy (3) in another, Dee (4) in none; 5 has left; 6 hands tickets out. */
const structure = {
  people: [
    ...[1, 2, 3, 4].map((personId) => ({ personId, work: personId === 4 ? 'other' : 'product' })),
    { personId: 6, work: 'dispatch' },
  ],
  memberships: [
    { personId: id(1), teamId: 1 as TeamId },
    { personId: id(2), teamId: 1 as TeamId },
    { personId: id(3), teamId: 2 as TeamId },
  ],
} as unknown as Structure;
const read = (cells: HelpCell[], own: [number, number][], known: FitTerms | null = null) => {
  const facts: HelpFacts = { until: null, hasTickets: true, cells, own: new Map(own.map(([one, n]) => [id(one), n])) };
  const network = readNetwork(facts, structure, known, playbookWith({ 'tickets.need': 10 }));
  return { ...network, of: (one: number) => network.people.find(({ personId }) => personId === one) };
};

describe('the chance that a ticket stays with whoever has it first', () => {
  it('adds the effects of its levels to the intercept; a level that the fit never saw has none', () => {
    const chance = chanceOfKeeping(terms);
    expect(chance([4, 1, 1, 3, 3, 0])).toBeCloseTo(logistic(1 - 2 + 0.25), 12);
    expect(chance([99, 1, 1, 3, 0, 0])).toBeCloseTo(logistic(1), 12);
  });
});

describe('rescues', () => {
  it('count for whoever resolved them, the unlikely ones more', () => {
    const cells = [cell(1, 2, 3, 4), cell(3, 2, 2, 5), cell(2, 3, 1), { ...cell(1, 2, 7), levels: null }];
    const found = rescuesOf(cells, terms);
    expect(found.get(id(2))).toEqual({
      rescues: 5,
      credit: expect.closeTo(3 * (1 - logistic(-1)) + 2 * (1 - logistic(1.5)), 12),
    });
    expect(found.get(id(1))).toBeUndefined();
    expect(rescuesOf(cells, null).get(id(2))).toEqual({ rescues: 5, credit: null });
  });
});

describe('the network of help', () => {
  it('adds up what each person gave and got, and what went between teams', () => {
    const { of, ties, tickets } = read(
      [cell(1, 2, 3), cell(1, 2, 2, 4), cell(3, 2, 4), cell(2, 4, 1)],
      [[2, 30]],
      terms,
    );
    expect(of(2)).toMatchObject({ own: 30, given: 9, received: 1, between: 5, isolated: false });
    expect(of(4)).toMatchObject({ teamId: null, own: 0, given: 1, between: 1 });
    const tie = ties.find(({ from, to }) => from === 1 && to === 2)!;
    expect(tie.tickets).toBe(5);
    expect(tie.credit).toBeCloseTo(3 * (1 - logistic(1)) + 2 * (1 - logistic(-1)), 12);
    expect(tickets).toBe(10);
  });

  it('leaves out who hands tickets out, and who neither does product work nor took part', () => {
    expect(read([cell(6, 1, 5)], []).people.map(({ personId }) => personId)).toEqual([1, 2, 3]);
  });

  it('calls isolated who worked enough without help from or to another team; help of somebody who left counts', () => {
    const { of } = read(
      [cell(1, 2, 3), cell(5, 1, 1)],
      [
        [1, 50],
        [2, 50],
        [3, 9],
      ],
    );
    expect(of(1)).toMatchObject({ isolated: false, between: 1 });
    expect(of(2)).toMatchObject({ isolated: true, alone: false });
    expect(of(3)).toMatchObject({ isolated: false, alone: true });
  });
});
