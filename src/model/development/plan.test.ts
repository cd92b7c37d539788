import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { addDays, type Day, daysBetween } from '../../base/time.ts';
import { hours, level, share } from '../../base/units.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Competency } from '../../records/voice/types.ts';
import { COMPETENCIES, sideOf } from '../competency-space.ts';
import { estimateOf } from '../strength.ts';
import { RULES } from './fixtures/mentoring-people.ts';
import { PATH_LEVELS } from './path-levels.ts';
import { FROM_THE_START, type PlanInput, planDevelopment } from './plan.ts';
import { PRACTICE_CASES } from './practice-cases.ts';
import { PRACTICES, SUGGESTED_TRAININGS } from './trainings.ts';

const STARTS = '2026-11-30' as Day;

/** Everything known with the same certainty; target 4 in all of it. */
function inputOf(path: PlanInput['path'], levels: Partial<Record<Competency, number>>, sd = 0.3): PlanInput {
  const entries = Object.entries(levels);
  return {
    personId: 1 as PersonId,
    path,
    starts: STARTS,
    targets: Object.fromEntries(entries.map(([key]) => [key, level(4)])),
    strengths: Object.fromEntries(
      entries.map(([key, mean]) => [key, { estimate: estimateOf(mean, sd ** 2), evidence: share(0.5) }]),
    ),
    courses: [],
  };
}

describe('a development plan', () => {
  it('begins with communication, conflict resolution and team building for a technical lead, whatever is known', () => {
    const { needs, toFindOut } = planDevelopment(inputOf('technical-lead', { fairness: 2 }), RULES);
    expect(needs.map((one) => [one.competency, one.because])).toEqual([
      ['communication', 'start'],
      ['conflict', 'start'],
      ['team-building', 'start'],
      ['fairness', 'gap'],
    ]);
    expect(toFindOut).toEqual(['communication', 'conflict', 'team-building']);
  });

  it('begins with product and queue time for a people leader', () => {
    const { needs } = planDevelopment(inputOf('people-leader', {}), RULES);
    expect(needs.map((one) => one.training.title)).toEqual([
      'Product time: what our clients buy, how it is built, where it breaks',
      'Queue time beside somebody strong: one kind of ticket from the call to the close',
    ]);
  });

  it('gives the technical path technical needs alone, and names no need where there is none', () => {
    expect(planDevelopment(inputOf('technical-path', { depth: 3, rescue: 4.5 }), RULES).needs).toMatchObject([
      { competency: 'depth', status: 'need' },
    ]);
    expect(planDevelopment(inputOf('technical-path', { depth: 4.5 }), RULES).needs).toEqual([]);
  });

  it('says each gap with its interval and the chance that there is one', () => {
    const [gap] = planDevelopment(inputOf('technical-path', { depth: 3.5 }, 0.5), RULES).analysis;
    expect(gap!.gap!.mean).toBeCloseTo(0.5, 12);
    expect(gap!.gap!.low).toBeCloseTo(0.5 - 1.2815515655 * 0.5, 9);
    expect(gap!.gap!.high).toBeCloseTo(0.5 + 1.2815515655 * 0.5, 9);
    expect(gap!.chanceShort).toBeCloseTo(0.841344746, 9);
  });

  it("makes no need of what isn't known: it says what to find out", () => {
    const input = { ...inputOf('technical-path', { depth: 3 }), strengths: {} };
    expect(planDevelopment(input, RULES)).toMatchObject({ needs: [], toFindOut: ['depth'] });
  });

  it('takes the largest gaps first and leaves the rest for later', () => {
    const input = inputOf('technical-path', {
      resolving: 3.8,
      depth: 2,
      durability: 3,
      breadth: 2.5,
      rescue: 3.5,
      knowledge: 3.9,
    });
    const { needs, later } = planDevelopment(input, RULES);
    expect(needs.map((one) => one.competency)).toEqual(['depth', 'breadth', 'durability', 'rescue']);
    expect(later).toEqual(['resolving', 'knowledge']);
  });

  it("prefers the firm's own course, and of several the shortest", () => {
    const course = (trainingId: string, length: number) =>
      ({ trainingId, title: trainingId, competency: 'depth', hours: hours(length), origin: 'own' }) as const;
    const input = { ...inputOf('technical-path', { depth: 3 }), courses: [course('long', 40), course('short', 9)] };
    expect(planDevelopment(input, RULES).needs[0]!.training.trainingId).toBe('short');
  });

  it('spaces three tries with feedback after each, and reads before and after', () => {
    const { needs } = planDevelopment(inputOf('technical-lead', {}), RULES);
    const weeksOf = (at: number) => needs[at]!.steps.map((one) => [one.kind, daysBetween(STARTS, one.day) / 7]);
    expect(weeksOf(0)).toEqual([
      ['measure-before', 0],
      ['training', 0],
      ['practice', 1],
      ['feedback', 1],
      ['practice', 3],
      ['feedback', 3],
      ['practice', 7],
      ['feedback', 7],
      ['measure-after', 12],
    ]);
    expect(weeksOf(1)[1]).toEqual(['training', 4]);
  });

  it('practises conversation and conflict in writing first', () => {
    const { needs } = planDevelopment(inputOf('technical-lead', {}), RULES);
    const cases = needs.map((one) => one.steps.find((step) => step.caseId)?.caseId);
    expect(cases).toEqual(['conversation/outage-update', 'conflict/shouting-client', undefined]);
  });

  it('has one training, one practice and dates in order for every need of anybody', () => {
    const levels = fc.dictionary(fc.constantFrom(...COMPETENCIES), fc.double({ min: 1, max: 5, noNaN: true }));
    const paths = fc.constantFrom('technical-lead', 'people-leader', 'technical-path');
    fc.assert(
      fc.property(paths, levels, fc.double({ min: 0, max: 1, noNaN: true }), (path, known, sd) => {
        const input = inputOf(path, known, sd);
        const { needs, later, analysis } = planDevelopment(input, RULES);
        for (const one of needs) {
          expect(one.training.competency).toBe(one.competency);
          expect(one.practice).not.toBe('');
          const days = one.steps.map((step) => step.day);
          expect(days).toEqual([...days].sort());
          expect(days[0]! >= STARTS && days.at(-1)! <= addDays(STARTS, 365)).toBe(true);
        }
        const planned = [...needs.map((one) => one.competency), ...later];
        expect(new Set(planned).size).toBe(planned.length);
        for (const one of analysis) if (one.status === 'need') expect(planned).toContain(one.competency);
        for (const one of FROM_THE_START[path]) expect(planned).toContain(one);
      }),
    );
  });
});

it('has a practice and a suggested training for every competency', () => {
  expect(SUGGESTED_TRAININGS.map((one) => one.competency)).toEqual(COMPETENCIES);
  expect(Object.keys(PRACTICES)).toEqual(COMPETENCIES);
});

it('has eight to twelve written cases, each with a licence and anchors for levels 2 to 5 of people competencies', () => {
  expect(PRACTICE_CASES.length).toBeGreaterThanOrEqual(8);
  expect(PRACTICE_CASES.length).toBeLessThanOrEqual(12);
  expect(new Set(PRACTICE_CASES.map((one) => one.caseId)).size).toBe(PRACTICE_CASES.length);
  for (const one of PRACTICE_CASES) {
    expect(one.licence).toBe('Evenkeel, Apache-2.0');
    expect(Object.keys(one.anchors)[0]).toBe(one.about === 'conflict' ? 'conflict' : 'communication');
    for (const [competency, levels] of Object.entries(one.anchors)) {
      expect(sideOf(competency as Competency)).toBe('people');
      expect(Object.keys(levels)).toEqual(['2', '3', '4', '5']);
      for (const text of Object.values(levels)) expect(text, `${one.caseId} ${competency}`).toMatch(/^[A-Z].{20,}\.$/s);
    }
  }
  const texts = PRACTICE_CASES.flatMap((one) => Object.values(one.anchors).flatMap((levels) => Object.values(levels)));
  expect(new Set(texts).size).toBe(texts.length);
});

it('has a technical path with as many levels as the lead path', () => {
  expect(PATH_LEVELS.map((one) => one.level)).toEqual([2, 3, 4, 5]);
  for (const { lead, technical } of PATH_LEVELS) {
    for (const { title, does } of [lead, technical]) expect([title, does]).not.toContain('');
    expect(lead.title).not.toBe(technical.title);
  }
});
