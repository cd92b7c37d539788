import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { aPerson, aSeat, DAY, oneTeam, personId } from '../../test/support/small-firm.ts';
import { addDays, daysBetween } from '../base/time.ts';
import { hours, level } from '../base/units.ts';
import { playbookWith } from '../records/playbook/definitions.ts';
import type { Criterion } from '../records/trials/types.ts';
import { proposeCriteria, refuseCriteria } from './trial-criteria.ts';
import { proposeDays, proposeHours, proposeReviews, readLastDay, readReviewDays, refuseTrial } from './trial-plan.ts';

const playbook = playbookWith();
const behaviour = (text: string): Criterion => ({ kind: 'behaviour', competency: null, text });

describe('what a trial could begin from', () => {
  it('is four months, looked at every six weeks, with half the hours on tickets', () => {
    expect(proposeDays(DAY, playbook)).toEqual({ untilDay: '2027-03-02', reviewDays: ['2026-12-14', '2027-01-25'] });
    expect([proposeHours(hours(20), playbook), proposeHours(null, playbook)]).toEqual([10, null]);
  });

  it('has at least one day to look at it, each within the trial, for any length and any rhythm', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 366 }), fc.integer({ min: 1, max: 13 }), (length, weeks) => {
        const until = addDays(DAY, length);
        const days = proposeReviews(DAY, until, playbookWith({ 'trial.review-weeks': weeks }));
        expect(days.length).toBeGreaterThanOrEqual(1);
        for (const day of days) expect(day > DAY && day <= until).toBe(true);
        expect([...days].sort()).toEqual(days);
        expect(readReviewDays(days.slice(0, 12), DAY, until, playbook)).toEqual(days.slice(0, 12));
      }),
    );
  });

  it('names what isn’t clear yet: two of such a side, one of a clear one, and measures of the team', () => {
    const side = (status: 'clears' | 'likely') => ({ status }) as never;
    const of = (technical: 'clears' | 'likely', people: 'clears' | 'likely') =>
      proposeCriteria(
        { technical: side(technical), people: side(people) },
        { technical: level(4), people: level(3) },
        new Set(),
      ).map((one) => (one.kind === 'behaviour' ? one.competency : one.measure));
    expect(of('clears', 'likely')).toEqual(['rescue', 'coaching', 'conflict', 'stuck', 'talks']);
    expect(of('likely', 'clears')).toEqual(['rescue', 'knowledge', 'coaching', 'stuck', 'talks']);
  });
});

describe('what both agree on', () => {
  it('is never a count of one person’s tickets, however it is worded', () => {
    for (const text of [
      'Closes 40 tickets a week',
      'Most tickets closed in the team',
      'Resolves more tickets than anybody',
      'Number of tickets closed personally',
      'tickets per person above 30',
    ])
      expect(() => refuseCriteria([behaviour(text)]), text).toThrow('counts one person’s tickets');
  });

  it('may speak about tickets otherwise', () => {
    for (const text of [
      'Shares out good and bad tickets evenly, and names who did the work',
      'Lets others finish the hard tickets',
      'Notices what is stuck, and gets it moving together with whoever has it',
    ])
      expect(() => refuseCriteria([behaviour(text)]), text).not.toThrow();
  });

  it('is something, once, and not too much', () => {
    expect(() => refuseCriteria([])).toThrow('needs criteria');
    expect(() => refuseCriteria([behaviour(' ')])).toThrow('Criterion 1 is empty');
    expect(() => refuseCriteria([behaviour('Asks first'), behaviour('asks first ')])).toThrow(
      'Criterion 2 is there twice',
    );
    expect(() => refuseCriteria(Array.from({ length: 9 }, (_, i) => behaviour(`Asks ${i}`)))).toThrow('eight');
  });

  it('ends within a year, after today', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 800 }), (days) => {
        const until = addDays(DAY, days);
        const read = () => readLastDay(until, DAY);
        if (days >= 1 && days <= 366) expect(daysBetween(DAY, read())).toBe(days);
        else expect(read).toThrow(/must end after|more than a year/);
      }),
    );
    expect(() => readLastDay('2026-02-30', DAY)).toThrow('needs a last day');
  });
});

describe('a trial is refused', () => {
  const people = [aPerson(1), aPerson(2, { aspiration: 'technical-path' }), aPerson(3)];
  it('to somebody who said no, in a seat of somebody else, and to who holds it for good', () => {
    const open = oneTeam(people);
    expect(() => refuseTrial(open, 1, people[0]!, DAY)).not.toThrow();
    expect(() => refuseTrial(open, 1, people[1]!, DAY)).toThrow('chose the technical path');
    const held = oneTeam(people, { state: 'held', holderId: personId(3) });
    expect(() => refuseTrial(held, 1, people[0]!, DAY)).toThrow('Person 3 holds Lead, Pod A');
    expect(() => refuseTrial(held, 1, people[2]!, DAY)).toThrow('holds Lead, Pod A already');
    // Who acts without anything agreed may agree on it now.
    const acting = oneTeam(people, aSeat(1, { title: 'Lead, Pod A', state: 'acting', holderId: personId(3) }));
    expect(() => refuseTrial(acting, 1, people[2]!, DAY)).not.toThrow();
  });
});
