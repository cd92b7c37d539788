import { describe, expect, it } from 'vitest';
import { fitKept, fitMinutes, smallTickets } from '../../test/support/small-tickets.ts';
import type { FitTerms } from '../records/evidence/types.ts';
import { chanceOf } from './decomposition.ts';
import { findEndPulls, findMinutePulls, predictorOf } from './residuals.ts';

const tickets = smallTickets({ seed: 4 });
const ownOf = (personId: number) => tickets.filter((one) => one.technician === personId);
const without = (ticketId: number) => tickets.filter((one) => one.ticketId !== ticketId);

type Effects = { personIds: number[]; effect: number[]; tickets: number[]; tau2: number };
const personIn = ({ personIds, effect, tickets: counts, tau2 }: Effects, personId: number) => {
  const at = personIds.indexOf(personId);
  return { effect: effect[at]!, tau2, tickets: counts[at]! };
};

describe('the tickets that pull an estimate of time', () => {
  const { effects, terms } = fitMinutes(tickets);

  it('are those without which a fit of all the rest says most nearly what is said here: within a tenth of a level', () => {
    for (const personId of effects.personIds) {
      const person = personIn(effects, personId);
      for (const pull of findMinutePulls(ownOf(personId), terms, person, 3)) {
        const again = personIn(fitMinutes(without(pull.ticketId)).effects, personId);
        expect(Math.abs(pull.without - again.effect)).toBeLessThan(0.1 * Math.sqrt(effects.tau2));
        expect(Math.sign(pull.without - person.effect)).toBe(Math.sign(again.effect - person.effect));
      }
    }
  });

  it('come strongest first and no more than asked for, each with what was expected of this person', () => {
    const person = personIn(effects, 1);
    const pulls = findMinutePulls(ownOf(1), terms, person, 5);
    const moves = pulls.map((one) => Math.abs(one.without - person.effect));
    expect(pulls).toHaveLength(5);
    expect(moves).toEqual([...moves].sort((one, other) => other - one));
    const ticket = tickets.find(({ ticketId }) => ticketId === pulls[0]!.ticketId)!;
    expect(pulls[0]!.expected).toBeCloseTo(predictorOf(terms)(ticket.levels) + person.effect, 12);
    expect(pulls[0]!.oneIn).toBeGreaterThan(pulls[4]!.oneIn);
  });

  it('change nothing where no difference between people can be seen', () => {
    const none = { effect: 0, tau2: 0, tickets: 60 };
    for (const { without: left } of findMinutePulls(ownOf(1), terms, none, 3)) expect(Math.abs(left)).toBe(0);
  });
});

describe('the endings that were least to be expected', () => {
  const { effects, terms } = fitKept(tickets);
  const casesOf = (personId: number) => ownOf(personId).map((one) => ({ ...one, y: one.kept }));

  it('had less than an even chance, and leaving one out moves the estimate as fitting again does: within a sixth of a level', () => {
    for (const personId of effects.personIds) {
      const person = personIn(effects, personId);
      const [pull] = findEndPulls(casesOf(personId), terms, person, 1);
      expect(pull!.oneIn).toBeGreaterThan(2);
      const again = personIn(fitKept(without(pull!.ticketId)).effects, personId);
      expect(Math.abs(pull!.without - again.effect)).toBeLessThan(Math.sqrt(effects.tau2) / 6);
      expect(Math.sign(pull!.without - person.effect)).toBe(Math.sign(again.effect - person.effect));
    }
  });

  it('are a ticket handed on that nearly everybody keeps, and one kept that hardly anybody does', () => {
    const one: FitTerms = {
      intercept: 0,
      sigma: 1,
      factors: { category: { ids: [1, 2], effect: [4, -4], se: [0, 0] } },
    };
    const cases = [
      { ticketId: 1, y: 1, levels: { category: 1 } },
      { ticketId: 2, y: 0, levels: { category: 1 } },
      { ticketId: 3, y: 1, levels: { category: 2 } },
      { ticketId: 4, y: 0, levels: { category: 2 } },
    ];
    const found = findEndPulls(cases, one, { effect: 0, tau2: 1, tickets: 4 }, 10);
    expect(found.map(({ ticketId }) => ticketId).sort()).toEqual([2, 3]);
    for (const { oneIn } of found) expect(oneIn).toBeCloseTo(1 / chanceOf(-4), 6);
    const moved = new Map(found.map((pull) => [pull.ticketId, pull.without]));
    expect(moved.get(2)).toBeGreaterThan(0);
    expect(moved.get(3)).toBeLessThan(0);
  });
});

it('somebody without tickets has none that pull, and no number is made up', () => {
  const terms: FitTerms = { intercept: 0, sigma: 1, factors: {} };
  const nobody = { effect: 0, tau2: 1, tickets: 0 };
  expect(findMinutePulls([], terms, nobody, 10)).toEqual([]);
  expect(findEndPulls([], terms, nobody, 10)).toEqual([]);
});
