import { describe, expect, it } from 'vitest';
import { naiveStrengths } from '../../test/support/naive-strengths.ts';
import fc from '../../test/support/properties.ts';
import { aPerson, personId, ticketsOf, view } from '../../test/support/small-firm.ts';
import type { OutcomeEvidence, ReadOutcome } from '../records/evidence/types.ts';
import type { PersonId } from '../records/people/types.ts';
import { playbookWith } from '../records/playbook/definitions.ts';
import { coordinateOf } from './competency-space.ts';
import { COMPETENCY_OF, readOutcomes } from './outcome-readings.ts';
import { createStrengthSource } from './strength.ts';

const OUTCOMES: ReadOutcome[] = ['kept', 'lasted', 'satisfied', 'breadth', 'rescue'];
const people = [1, 2, 3, 4].map((id) => aPerson(id));

function outcomeOf(
  outcome: ReadOutcome,
  mean: (number | null)[],
  { own = mean.map(() => 0.4), shared = [] as number[][], ids = mean.map((_, i) => i + 1), tickets = 100 } = {},
): OutcomeEvidence {
  return {
    outcome,
    status: 'fitted',
    effects: {
      ...{ outcome, dataVersion: 1, modelVersion: 'test', n: 400, unit: 'log odds', tau2: 0.3, theta: {} },
      personIds: ids as PersonId[],
      effect: mean.map((value) => value ?? 0),
      sd: mean.map(() => 0.2),
      tickets: mean.map(() => tickets),
      component: mean.map(() => 0),
      reading: { mean, own, shared },
    },
  };
}

const level = fc.double({ min: -2, max: 2, noNaN: true });
const cases = fc.record({
  outcomes: fc.uniqueArray(
    fc.record({
      outcome: fc.constantFrom(...OUTCOMES),
      mean: fc.array(level, { minLength: 3, maxLength: 3 }),
      own: fc.array(fc.double({ min: 0.05, max: 2, noNaN: true }), { minLength: 3, maxLength: 3 }),
      shared: fc.array(fc.array(level, { minLength: 3, maxLength: 3 }), { maxLength: 2 }),
    }),
    { maxLength: 3, selector: (one) => one.outcome },
  ),
  effects: fc.option(fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 3, maxLength: 3 })),
  said: fc.array(
    fc.record({
      of: fc.integer({ min: 1, max: 4 }),
      competency: fc.constantFrom('depth', 'resolving', 'communication', 'coaching', 'rescue'),
      level: fc.integer({ min: 1, max: 5 }),
      rater: fc.constantFrom('Ana', 'Ben'),
    }),
    { maxLength: 6 },
  ),
  book: fc.record({
    'tickets.origin-variance': fc.double({ min: 0.01, max: 1, noNaN: true }),
    'tickets.hidden-difficulty': fc.constantFrom(0, 0.4),
    'prior.correlation': fc.double({ min: 0, max: 0.9, noNaN: true }),
  }),
});

describe('what tickets say beside how long they take', () => {
  it('joins with views and minutes exactly as one dense update of everything would', () => {
    fc.assert(
      fc.property(cases, ({ outcomes, effects, said, book }) => {
        const playbook = playbookWith(book);
        const observations = said.map((one) => view(one.of, one.competency as 'depth', one.level, one.rater));
        const evidence = outcomes.map((one) => outcomeOf(one.outcome, one.mean, one));
        const minutes = effects && ticketsOf(effects);
        const source = createStrengthSource({
          structure: { people },
          observations,
          effects: minutes,
          outcomes: evidence,
        });
        const joint = source.at(playbook);
        const naive = naiveStrengths(
          4,
          observations,
          minutes,
          source.trustAt(playbook).playbook,
          source.outcomesAt(playbook),
        );
        for (let a = 0; a < 8; a++) {
          expect(joint.mean(a)).toBeCloseTo(naive.mean[a]!, 6);
          for (let b = 0; b < 8; b++) expect(joint.covariance(a, b)).toBeCloseTo(naive.covariance[a]![b]!, 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('moves its own competency most, and the rest of its side with it', () => {
    for (const outcome of OUTCOMES) {
      const source = createStrengthSource({
        structure: { people },
        observations: [],
        effects: null,
        outcomes: [outcomeOf(outcome, [1.5, -0.5, -1])],
      });
      const joint = source.at(playbookWith());
      const moved = Array.from({ length: 13 }, (_, c) => joint.competencyMean(0, c) - 3);
      expect(moved.indexOf(Math.max(...moved)), outcome).toBe(coordinateOf(COMPETENCY_OF[outcome]));
      expect(joint.competencyMean(3, coordinateOf(COMPETENCY_OF[outcome]))).toBe(3);
    }
  });

  it('never makes anybody less known than before', () => {
    const own = fc.double({ min: 0.02, max: 20, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...OUTCOMES),
        fc.array(own, { minLength: 3, maxLength: 3 }),
        fc.boolean(),
        (outcome, errors, seen) => {
          const at = coordinateOf(COMPETENCY_OF[outcome]);
          const observations = seen ? [view(1, COMPETENCY_OF[outcome], 4), view(2, COMPETENCY_OF[outcome], 2)] : [];
          const variance = (outcomes: OutcomeEvidence[]) =>
            createStrengthSource({ structure: { people }, observations, effects: null, outcomes })
              .at(playbookWith())
              .competencyVariance(0, at);
          return variance([outcomeOf(outcome, [1, 0, -1], { own: errors })]) <= variance([]) + 1e-9;
        },
      ),
    );
  });

  it('compares nobody who has too few tickets, of whom nothing was learned, or who is alone', () => {
    const known = new Set([1, 2, 3, 4].map(personId));
    const read = (evidence: OutcomeEvidence) => readOutcomes([evidence], known, 0.3, playbookWith());
    expect(read(outcomeOf('kept', [1, -1, 0], { tickets: 12 }))).toEqual([]);
    expect(read(outcomeOf('kept', [1, null, null]))).toEqual([]);
    expect(read(outcomeOf('kept', [1, null, -1]))[0]!.personIds).toEqual([1, 3]);
    expect(read({ outcome: 'kept', status: 'not-enough-evidence', reason: 'r', have: 1, need: 2 })).toEqual([]);
  });

  it('is widened by difficulty that no column shows, but for breadth', () => {
    const known = new Set([1, 2].map(personId));
    const own = (outcome: ReadOutcome, hidden: number, perLevel: number | null) =>
      readOutcomes(
        [outcomeOf(outcome, [1, -1])],
        known,
        perLevel,
        playbookWith({ 'tickets.hidden-difficulty': hidden }),
      )[0]!.own[0]!;
    expect(own('kept', 0, 0.2)).toBeCloseTo(0.4, 12);
    expect(own('kept', 0.4, 0.2)).toBeCloseTo(0.4 + 4, 12);
    // Where minutes say nothing, the playbook says what a level is worth.
    expect(own('lasted', 0.3, null)).toBeCloseTo(0.4 + 1, 12);
    expect(own('breadth', 0.4, 0.2)).toBe(own('breadth', 0, 0.2));
    expect(own('satisfied', 0, 0.2)).toBeCloseTo(0.4 * (1 + 1.5 ** 2) + 1.5 ** 2, 12);
  });

  it('tells as much as the part of the differences that is the competency: at a spread of 1 half of them', () => {
    const known = new Set([1, 2].map(personId));
    for (const [outcome, spread] of [
      ['rescue', 1],
      ['breadth', 1],
      ['satisfied', 1.5],
      ['kept', 0],
    ] as const) {
      const [read] = readOutcomes([outcomeOf(outcome, [1, -1], { own: [0, 0] })], known, 0.3, playbookWith());
      // Somebody one SD above the others, of whom nothing else is known: N(0, 1) updated by the reading.
      const correlation = 1 / Math.sqrt(1 + spread ** 2);
      expect(read!.mean[0]! / (1 + read!.own[0]!)).toBeCloseTo(correlation, 12);
      expect(read!.own[0]! / (1 + read!.own[0]!)).toBeCloseTo(1 - correlation ** 2, 12);
    }
  });
});
