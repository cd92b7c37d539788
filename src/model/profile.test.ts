import { describe, expect, it } from 'vitest';
import { aPerson, personId, ticketsOf, view } from '../../test/support/small-firm.ts';
import { playbookWith } from '../records/playbook/definitions.ts';
import { strengthsOf, viewsNeeded } from './profile.ts';

const people = [aPerson(1, { name: 'Ana' }), aPerson(2), aPerson(3), aPerson(4, { work: 'service-account' })];
const observations = [
  view(2, 'rescue', 4, 'person:1'),
  view(2, 'knowledge', 3, 'person:1'),
  view(2, 'coaching', 4, 'a client'),
  view(2, 'conflict', null, 'person:1'),
];
const effects = ticketsOf([-0.1, 0, 0.1], { tickets: [200, 300, 4] });
const { people: profiles } = strengthsOf({ structure: { people }, observations, effects, playbook: playbookWith() });
const of = (id: number) => profiles.get(personId(id))!;

describe('a profile', () => {
  it('counts views, raters and tickets, and says where they come from', () => {
    expect(of(2).sides.technical).toMatchObject({ views: 2, raters: 1, tickets: 300, tooLittle: null });
    expect(of(2).sides.technical.sources).toEqual(['2 answers by Ana', '300 tickets']);
    expect(of(2).sides.people.sources).toEqual(['1 answer by a client']);
  });

  it('says too little instead of a number', () => {
    expect(of(3).sides.technical.tooLittle).toBe('not enough evidence yet: 4 of 30 tickets');
    expect(of(3).sides.people.tooLittle).toBe('nobody has said anything yet');
    expect(of(2).sides.people.tooLittle).toBe('not enough evidence yet: 1 of 2 views');
    expect(of(2).competencies.fairness.tooLittle).not.toBeNull();
    expect(of(2).competencies.coaching.tooLittle).toBeNull();
  });

  it('reports an 80% interval about the mean', () => {
    const { mean, low, high, sd } = of(2).sides.technical.estimate;
    expect(high - mean).toBeCloseTo(1.2815515655446004 * sd, 12);
    expect(mean - low).toBeCloseTo(1.2815515655446004 * sd, 12);
  });

  it('holds no service account', () => {
    expect(profiles.has(personId(4))).toBe(false);
  });

  it('needs two views of a side by the default playbook, more where views are trusted less', () => {
    expect(viewsNeeded('technical', playbookWith())).toBe(2);
    expect(viewsNeeded('people', playbookWith({ 'rating.reliability': 0.25 }))).toBeGreaterThan(2);
  });
});
