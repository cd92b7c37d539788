import { describe, expect, it } from 'vitest';
import type { Day } from '../../base/time.ts';
import { level } from '../../base/units.ts';
import type { PersonId } from '../../records/people/types.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import type { Observation } from '../../records/voice/types.ts';
import { readingVariance } from '../competency-space.ts';
import { measurePair, sumOutcomes } from './mentoring-outcome.ts';

const PLAYBOOK = playbookWith();
const id = (value: number) => value as PersonId;
const pair = { mentorId: id(1), menteeId: id(2), wants: ['conflict' as const], beganOn: '2026-03-02' as Day };
const said = (rater: string, value: number, day: string): Observation => ({
  personId: id(2),
  rater,
  kind: 'rating',
  competency: 'conflict',
  level: level(value),
  day: day as Day,
});
const measure = (views: Observation[], day = '2026-09-01') => measurePair(pair, views, day as Day, PLAYBOOK)[0]!;

describe('before and after', () => {
  it('is the difference of two readings with the errors of both, less what the same rater has in common', () => {
    const apart = measure([said('a', 2, '2026-02-01'), said('b', 4, '2026-07-01')]);
    const same = measure([said('a', 2, '2026-02-01'), said('a', 4, '2026-07-01')]);
    if (apart.status !== 'measured' || same.status !== 'measured') throw new Error('measured');
    const error = readingVariance(PLAYBOOK);
    expect(apart.change.difference.mean).toBe(2);
    expect(apart.change.difference.sd ** 2).toBeCloseTo(2 * error, 12);
    expect(same.change.difference.sd ** 2).toBeCloseTo(2 * error * (1 - PLAYBOOK['rating.halo']), 12);
    expect(apart.change.withoutAnything).toBeGreaterThan(0);
  });

  it('leaves out what the two of the pair said themselves, and takes of each rater the view nearest to it', () => {
    const views = [
      ...['person:1', 'person:2'].flatMap((rater) => [said(rater, 1, '2026-02-01'), said(rater, 5, '2026-07-01')]),
      said('a', 5, '2025-01-01'),
      said('a', 3, '2026-02-01'),
      said('a', 3.5, '2026-06-15'),
      said('a', 5, '2026-08-30'),
    ];
    const found = measure(views);
    expect(found).toMatchObject({ status: 'measured', before: 1, after: 1 });
    expect(found.status === 'measured' && found.change.difference.mean).toBe(0.5);
  });

  it('is too early, or can’t be told, rather than a number', () => {
    const before = said('a', 3, '2026-02-01');
    expect(measure([])).toMatchObject({ status: 'no-view-before' });
    expect(measure([before], '2026-04-01')).toMatchObject({ status: 'too-early', from: '2026-05-25' });
    // A view in the weeks between counts for neither.
    expect(measure([before, said('a', 5, '2026-04-01')])).toMatchObject({ status: 'no-view-after' });
  });
});

describe('all pairs together', () => {
  const one = (after: number) => [measure([said('a', 3, '2026-02-01'), said('b', after, '2026-07-01')])];

  it('say nothing below the playbook’s number of pairs', () => {
    expect(sumOutcomes([one(4), [measure([])]], PLAYBOOK)).toEqual({ status: 'too-few', have: 1, need: 8 });
  });

  it('differ on average by their mean, with an interval from how much they differ', () => {
    const pairs = [3, 4, 3, 4, 3, 4, 3, 4].map(one);
    const found = sumOutcomes(pairs, PLAYBOOK);
    if (found.status !== 'known') throw new Error('known');
    expect(found.difference.mean).toBeCloseTo(0.5, 12);
    // Sample variance 2/7 of eight halves.
    expect(found.difference.sd ** 2).toBeCloseTo(2 / 7 / 8, 12);
  });
});
