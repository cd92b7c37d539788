import { describe, expect, it } from 'vitest';
import { naiveStrengths } from '../../test/support/naive-strengths.ts';
import fc from '../../test/support/properties.ts';
import { aPerson, personId, ticketsOf, view, views } from '../../test/support/small-firm.ts';
import type { Day } from '../base/time.ts';
import type { TicketEvidence } from '../records/evidence/types.ts';
import type { Person } from '../records/people/types.ts';
import { PLAYBOOK, type Playbook, playbookWith } from '../records/playbook/definitions.ts';
import type { Observation } from '../records/voice/types.ts';
import { withReading } from './added-reading.ts';
import { COMPETENCIES, coordinateOf, readingVariance } from './competency-space.ts';
import { createStrengthSource, STRENGTH_KEYS } from './strength.ts';

const playbook = playbookWith();
const jointOf = (
  people: Person[],
  observations: Observation[],
  effects: TicketEvidence | null = null,
  book: Playbook = playbook,
) => createStrengthSource({ structure: { people }, observations, effects }).at(book);
const crew = (n: number) => Array.from({ length: n }, (_, i) => aPerson(i + 1));

describe('one person, closed forms', () => {
  it('is the prior without evidence: 3 with standard deviation 1 on both sides, independent', () => {
    const joint = jointOf(crew(1), []);
    expect(joint.mean(0)).toBeCloseTo(3, 12);
    expect(joint.covariance(0, 0)).toBeCloseTo(1, 12);
    expect(joint.covariance(1, 1)).toBeCloseTo(1, 12);
    expect(joint.covariance(0, 1)).toBeCloseTo(0, 12);
  });

  it('shrinks one view as the reliability of one view says', () => {
    const joint = jointOf(crew(1), [view(1, 'rescue', 5)]);
    const at = coordinateOf('rescue');
    expect(joint.competencyMean(0, at)).toBeCloseTo(3 + 0.52 * 2, 12);
    expect(joint.competencyVariance(0, at)).toBeCloseTo(1 - 0.52, 12);
    // Another competency of the side follows by the prior correlation, one of the other side not at all.
    expect(joint.competencyMean(0, coordinateOf('depth'))).toBeCloseTo(3 + 0.6 * 0.52 * 2, 12);
    expect(joint.competencyMean(0, coordinateOf('coaching'))).toBeCloseTo(3, 12);
  });

  it('moves the axis by its covariance with what was seen', () => {
    const joint = jointOf(crew(1), [view(1, 'rescue', 5)]);
    // cov(axis, competency) = (1 + 5·.6)/√(6(1 + 5·.6)) = √(4/6); gain .52 on a surprise of 2.
    const along = Math.sqrt(4 / 6);
    expect(joint.mean(0)).toBeCloseTo(3 + along * 0.52 * 2, 12);
    expect(joint.covariance(0, 0)).toBeCloseTo(1 - along ** 2 * 0.52, 12);
  });

  it('learns less from a second answer of the same rater than from another rater', () => {
    const same = jointOf(crew(1), [view(1, 'rescue', 4), view(1, 'knowledge', 4)]);
    const other = jointOf(crew(1), [view(1, 'rescue', 4), view(1, 'knowledge', 4, 'Ben')]);
    expect(other.covariance(0, 0)).toBeLessThan(same.covariance(0, 0));
  });

  it("ties the two sides together by a rater's halo: if one was said too high, so was the other", () => {
    const joint = jointOf(crew(1), [view(1, 'rescue', 4), view(1, 'coaching', 4)]);
    expect(joint.covariance(0, 1)).toBeGreaterThan(0.01);
  });

  it('counts the latest of several answers of one rater on one competency, and each kind of its own', () => {
    const old = { ...view(1, 'rescue', 2), day: '2026-01-01' as Day };
    const now = view(1, 'rescue', 5);
    expect(jointOf(crew(1), [now, old]).mean(0)).toBe(jointOf(crew(1), [now]).mean(0));
    const assessed = { ...now, kind: 'assessment' as const };
    expect(jointOf(crew(1), [now, assessed]).mean(0)).toBeGreaterThan(jointOf(crew(1), [now]).mean(0));
  });

  it('is changed by nothing that was not seen', () => {
    const seen = [view(1, 'rescue', 4), view(1, 'coaching', 2)];
    const joint = jointOf(crew(1), [...seen, view(1, 'rescue', null), view(1, 'fairness', null, 'Ben')]);
    expect(joint.mean(0)).toBe(jointOf(crew(1), seen).mean(0));
    expect(joint.covariance(1, 1)).toBe(jointOf(crew(1), seen).covariance(1, 1));
  });
});

describe('tickets', () => {
  it('put the one who is faster on like tickets before the other, about the middle', () => {
    const joint = jointOf(crew(2), [], ticketsOf([-0.3, 0.3]));
    expect(joint.mean(0)).toBeGreaterThan(joint.mean(2));
    expect(joint.mean(0) + joint.mean(2)).toBeCloseTo(6, 10);
  });

  it('take their level from views of the people compared', () => {
    const joint = jointOf(crew(2), views(1, 'technical', 5), ticketsOf([0, 0]));
    const alone = jointOf(crew(2), views(1, 'technical', 5));
    expect(joint.mean(2)).toBeGreaterThan(alone.mean(2) + 0.3);
  });

  it("say nothing about somebody with too few, and don't lose what theirs say about others", () => {
    const few = ticketsOf([-0.3, 0.3, 0.1], { tickets: [200, 200, 4] });
    const joint = jointOf(crew(3), [], few);
    expect(joint.covariance(4, 4)).toBeCloseTo(1, 12);
    expect(joint.mean(4)).toBeCloseTo(3, 12);
    expect(joint.mean(0)).toBeGreaterThan(3.2);
  });

  it('are no reading where no difference between people can be seen', () => {
    const joint = jointOf(crew(2), [], ticketsOf([0, 0], { tau2: 0 }));
    expect(joint.covariance(0, 0)).toBeCloseTo(1, 12);
  });

  it('tell less the more difficulty is assumed to be hidden, to nothing in the end', () => {
    const spreads = [0, 0.2, 0.5, 1].map((hidden) => {
      const joint = jointOf(
        crew(3),
        [],
        ticketsOf([-0.3, 0, 0.3]),
        playbookWith({ 'tickets.hidden-difficulty': hidden }),
      );
      return { variance: joint.covariance(0, 0), apart: joint.mean(0) - joint.mean(4) };
    });
    for (let i = 1; i < spreads.length; i++) {
      expect(spreads[i]!.variance).toBeGreaterThan(spreads[i - 1]!.variance);
      expect(spreads[i]!.apart).toBeLessThan(spreads[i - 1]!.apart);
    }
  });

  it('compare people only within one connected part', () => {
    const parts = { component: [0, 0, 1, 1] };
    const base = jointOf(crew(4), [], ticketsOf([-0.2, 0.2, -0.1, 0.1], parts));
    const moved = jointOf(crew(4), [], ticketsOf([0.3, 0.7, -0.1, 0.1], parts));
    for (const axis of [0, 2, 4, 6]) expect(moved.mean(axis)).toBeCloseTo(base.mean(axis), 9);
  });
});

describe('the joint posterior', () => {
  const cases = fc.record({
    answers: fc.array(
      fc.record({
        of: fc.integer({ min: 1, max: 4 }),
        competency: fc.constantFrom(...COMPETENCIES),
        level: fc.integer({ min: 1, max: 5 }),
        rater: fc.constantFrom('Ana', 'Ben'),
      }),
      { maxLength: 14 },
    ),
    effects: fc.option(fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 3, maxLength: 3 })),
    book: fc.record(
      Object.fromEntries(
        STRENGTH_KEYS.filter((key) => key !== 'tickets.need').map((key) => [
          key,
          // Off the very ends, where the slow way itself would lose digits.
          fc.double({ min: PLAYBOOK[key].low + 0.05, max: PLAYBOOK[key].high, noNaN: true }),
        ]),
      ),
    ),
  });

  it('equals a full dense normal update of all competencies of everyone, to 1e-9', () => {
    fc.assert(
      fc.property(cases, ({ answers, effects, book }) => {
        const observations = answers.map((one) => view(one.of, one.competency, one.level, one.rater));
        const own = playbookWith(book);
        const tickets = effects && ticketsOf(effects);
        const joint = jointOf(crew(4), observations, tickets, own);
        const { trustAt } = createStrengthSource({ structure: { people: crew(4) }, observations, effects: tickets });
        const naive = naiveStrengths(4, observations, tickets, trustAt(own).playbook);
        for (let a = 0; a < 8; a++) {
          expect(joint.mean(a)).toBeCloseTo(naive.mean[a]!, 9);
          for (let b = 0; b < 8; b++) expect(joint.covariance(a, b)).toBeCloseTo(naive.covariance[a]![b]!, 9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('after one more reading equals computing everything anew, for everyone', () => {
    const observations = [view(1, 'rescue', 4), view(2, 'coaching', 2), view(3, 'resolving', 5, 'Ben')];
    const effects = ticketsOf([-0.2, 0.1, 0.3]);
    const added = { person: 1, coordinate: coordinateOf('resolving'), level: 5, variance: readingVariance(playbook) };
    const cheap = withReading(jointOf(crew(3), observations, effects), added);
    const anew = jointOf(crew(3), [...observations, view(2, 'resolving', 5, 'somebody new')], effects);
    for (let a = 0; a < 6; a++) {
      expect(cheap.mean(a)).toBeCloseTo(anew.mean(a), 10);
      for (let b = 0; b < 6; b++) expect(cheap.covariance(a, b)).toBeCloseTo(anew.covariance(a, b), 10);
    }
  });

  it('does not depend on the order in which people are listed', () => {
    const observations = [view(1, 'rescue', 4), view(2, 'coaching', 2)];
    const effects = ticketsOf([-0.2, 0.1, 0.3]);
    const one = jointOf(crew(3), observations, effects);
    const other = jointOf(crew(3).reverse(), observations, effects);
    for (const id of [1, 2, 3]) {
      const axis = [one, other].map((joint) => joint.mean(joint.axisOf(personId(id), 'technical')!));
      expect(axis[0]).toBe(axis[1]);
    }
  });

  it('knows nothing of titles, addresses, tenure, hours or wishes', () => {
    const observations = [view(1, 'rescue', 4), view(2, 'coaching', 2)];
    const effects = ticketsOf([-0.2, 0.2]);
    const base = jointOf(crew(2), observations, effects);
    const dressed = crew(2).map((one) => ({
      ...one,
      title: 'Chief',
      email: 'a@example.com',
      startedOn: '1999-01-01' as Day,
      aspiration: 'not-now' as const,
      hoursPerWeek: 60 as Person['hoursPerWeek'],
      ownTicketHours: 50 as Person['ownTicketHours'],
      site: 'Far',
      work: 'dispatch' as const,
    }));
    const other = jointOf(dressed, observations, effects);
    for (let axis = 0; axis < 4; axis++) expect(other.mean(axis)).toBe(base.mean(axis));
  });

  it('is unmoved for everyone by what one person wants', () => {
    const observations = [view(1, 'rescue', 4)];
    const refused = crew(2).map((one) => (one.personId === 2 ? { ...one, aspiration: 'not-now' as const } : one));
    expect(jointOf(refused, observations).mean(0)).toBe(jointOf(crew(2), observations).mean(0));
  });
});
