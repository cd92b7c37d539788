import { expect, it } from 'vitest';
import { hours, share } from '../../base/units.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { ShownCoverPlan, ShownPairing, SkillsPage } from './contract.ts';
import { sayBus, sayCover, sayPlan, splitPairings } from './words.ts';

const bus = { people: 1, atLeast: 1, names: ['Mei'], uncovered: ['Network'], share: share(0.6) };
const pairing = (kind: ShownPairing['kind']): ShownPairing => ({
  areaId: 'a',
  subject: 'area/1',
  kind,
  name: 'Network',
  learner: { personId: 1 as PersonId, name: 'Ann' },
  teacher: null,
  weeks: 8,
  hours: hours(16),
  mayBegin: true,
});
const plan: ShownCoverPlan = {
  status: 'reached',
  pairings: [pairing('skill'), pairing('queue')],
  hours: hours(32),
  gap: 0,
  shortfalls: [],
  notes: [],
  shareNow: share(0.5),
  shareAfter: share(0.75),
  bus: null,
};

it('says a bus factor of one plainly, and without names to whom none are given', () => {
  expect(sayBus(bus)).toBe(
    'If Mei leaves, more than half of what is needed is left to nobody. That is a bus factor of one.',
  );
  expect(sayBus({ ...bus, names: null })).toContain('If one person leaves');
  expect(sayBus({ ...bus, people: 3, atLeast: 2 })).toContain('no fewer than 2');
  expect(sayBus({ ...bus, people: 0, atLeast: 0 })).toContain('nobody is signed off already');
});

it('says what a plan reaches, and how far from the cheapest it may be', () => {
  expect(sayPlan(plan)).toBe(
    'Two pairings, 32 hours of both together over eight weeks: 50% of cover now, 75% once all of them are signed off.',
  );
  expect(sayPlan({ ...plan, gap: 0.04 })).toContain('up to 4% fewer hours');
  expect(sayPlan({ ...plan, pairings: [] })).toContain('no pairing to propose');
  expect(splitPairings(plan.pairings).leads).toHaveLength(1);
});

it('says when nothing is needed, and what to do without tickets', () => {
  const page = { skills: [], hasTickets: false } as unknown as SkillsPage;
  expect(sayCover(page)).toContain('Add skills, or bring a table');
});
