import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { fitKept, fitMinutes, meanOf, mixOf, smallTickets } from '../../test/support/small-tickets.ts';
import { againstUsual, chanceOf, decompose, heldBackOf, logOdds, widenByHidden } from './decomposition.ts';

const tickets = smallTickets({ seed: 11 });
const minutes = fitMinutes(tickets);
const people = minutes.effects.personIds;

function takeApart(personId: number) {
  const { effects, terms } = minutes;
  const at = people.indexOf(personId as (typeof people)[number]);
  const own = tickets.filter((one) => one.technician === personId);
  const difference = meanOf(own.map(({ y }) => y)) - meanOf(tickets.map(({ y }) => y));
  const { value, sd } = againstUsual(effects, at, { pev: effects.pev });
  const heldBack = heldBackOf({
    effect: effects.effect[at]!,
    tickets: effects.tickets[at]!,
    sigma: terms.sigma,
    tau2: effects.tau2,
  });
  return { difference, sd, made: decompose(difference, mixOf(tickets, personId), terms, { value, heldBack }) };
}

describe('a difference taken apart', () => {
  it('comes back to the raw difference when its parts are added, for everybody in a real fit', () => {
    for (const personId of people) {
      const { made, difference } = takeApart(personId);
      const sum = made.mix.reduce((total, { value }) => total + value, made.person + made.heldBack);
      expect(sum).toBeCloseTo(difference, 9);
      // What shrinking took off is told by the equations themselves, so nothing is left over.
      expect(Math.abs(made.since)).toBeLessThan(1e-9);
      for (const { value, levels } of made.mix)
        expect(levels.reduce((total, one) => total + one.value, 0)).toBeCloseTo(value, 12);
    }
  });

  it('finds the work behind a raw difference: whoever gets the hard areas is slow by them, not by themselves', () => {
    const areas = people.map((personId) => takeApart(personId).made.mix.find(({ factor }) => factor === 'category')!);
    // Person 1 gets few of the hard areas and is quick; person 6 gets most of them.
    expect(areas[0]!.value).toBeLessThan(-0.1);
    expect(areas[5]!.value).toBeGreaterThan(0.1);
    const { made, sd } = takeApart(people[0]!);
    expect(made.person).toBeLessThan(-sd);
    expect(Math.sign(made.heldBack)).toBe(Math.sign(made.person));
  });

  it('says of a kind of ticket the same, whichever level the model takes as reference', () => {
    const mix = mixOf(tickets, 2);
    const shifted = {
      factors: Object.fromEntries(
        Object.entries(minutes.terms.factors).map(([factor, term]) => [
          factor,
          {
            ...term,
            effect: [...term.effect.map((value) => value + 0.7), 0.7],
            ids: [...term.ids, missing(factor, term.ids)],
            se: [],
          },
        ]),
      ),
    };
    const plain = decompose(0, mix, minutes.terms, { value: 0, heldBack: null });
    const moved = decompose(0, mix, shifted, { value: 0, heldBack: null });
    plain.mix.forEach((part, i) => {
      part.levels.forEach((one, k) => {
        expect(moved.mix[i]!.levels[k]!.value).toBeCloseTo(one.value, 12);
      });
    });

    function missing(factor: string, ids: readonly number[]): number {
      const levels = mix.factors[factor as keyof typeof mix.factors]!;
      return levels.find(({ level }) => !ids.includes(level))?.level ?? -1;
    }
  });

  it('adds up on the scale of odds where chances are compared', () => {
    const { effects, terms } = fitKept(tickets);
    effects.personIds.forEach((personId, at) => {
      const own = tickets.filter((one) => one.technician === personId);
      const kept = (of: typeof tickets) => of.filter((one) => one.kept === 1).length;
      const difference = logOdds(kept(own), own.length) - logOdds(kept(tickets), tickets.length);
      const { value } = againstUsual(effects, at, { sd: effects.sd[at]! });
      const made = decompose(difference, mixOf(tickets, personId), terms, { value, heldBack: null });
      expect(made.mix.reduce((total, one) => total + one.value, made.person + made.heldBack)).toBeCloseTo(
        difference,
        12,
      );
      expect(made.since).toBe(0);
      // Shrinking and the bend of the curve, but not the bulk of it.
      expect(Math.abs(made.heldBack)).toBeLessThan(0.5);
    });
  });

  it('sets the effects of all people, weighted by their tickets, against 0', () => {
    const values = people.map((_, at) => againstUsual(minutes.effects, at, { pev: minutes.effects.pev }));
    const weighted = values.reduce((sum, { value }, at) => sum + value * minutes.effects.tickets[at]!, 0);
    expect(weighted).toBeCloseTo(0, 9);
    for (const { sd } of values) expect(sd).toBeGreaterThan(0);
  });
});

describe('difficulty that no column shows', () => {
  it('widens an interval, the more the more of it there is, and never beyond the spread of people', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        fc.double({ min: 0.01, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (tau, share, hidden) => {
          const sd = tau * share;
          const plain = widenByHidden(sd, tau ** 2, 0);
          expect(plain).toBeCloseTo(sd, 9);
          const wide = widenByHidden(sd, tau ** 2, hidden);
          expect(wide).toBeGreaterThanOrEqual(sd);
          expect(wide).toBeLessThanOrEqual(tau * (1 + 1e-9));
          expect(widenByHidden(sd, tau ** 2, hidden + 0.5)).toBeGreaterThanOrEqual(wide * (1 - 1e-12));
        },
      ),
    );
  });

  it('leaves alone where no difference between people can be seen', () => {
    expect(widenByHidden(0, 0, 1)).toBe(0);
    expect(heldBackOf({ effect: 0, tickets: 40, sigma: 1, tau2: 0 })).toBeNull();
  });
});

it('log odds of none and of all are numbers, and lead back to the share in between', () => {
  for (const [of, trials] of [
    [0, 12],
    [12, 12],
    [0, 0],
  ] as const)
    expect(logOdds(of, trials)).toEqual(expect.any(Number));
  expect(Number.isFinite(logOdds(0, 12))).toBe(true);
  expect(chanceOf(logOdds(600, 1000))).toBeCloseTo(0.6, 3);
});
