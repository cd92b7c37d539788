import { describe, expect, it } from 'vitest';
import type { Day } from '../../base/time.ts';
import type { PeriodCell } from '../../records/evidence/periods.ts';
import type { PersonId } from '../../records/people/types.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import { type FittedOutcome, measureTickets, outcomeFor, periodsOf } from './ticket-measure.ts';

const playbook = playbookWith();
const ME = 1 as PersonId;
const everybody = [1, 2, 3, 4, 5, 6, 7].map((id) => id as PersonId);
const fittedTo = (outcome: FittedOutcome['outcome'], component = everybody.map(() => 0)): FittedOutcome => ({
  outcome,
  // Area 9 takes a log minute more than others.
  terms: { intercept: 3, sigma: 0.5, factors: { category: { ids: [9], effect: [1], se: [0.1] } } },
  personIds: everybody,
  component,
});
const cell = (personId: PersonId, side: PeriodCell['side'], n: number, mean: number, category = 0): PeriodCell => ({
  ...{ personId, side, n, sum: n * mean },
  levels: { category },
});
/** Everybody with 40 tickets on each side: what took 3 log minutes before takes `after` of each then. */
const firm = (after: (id: PersonId) => number) =>
  everybody.flatMap((id) => [cell(id, 'before', 40, 3), cell(id, 'after', 40, after(id))]);

describe('what tickets tell of a training', () => {
  it('is one’s own change on like tickets, less what changed for everybody in the same weeks', () => {
    const found = measureTickets(
      firm((id) => (id === ME ? 2.6 : 2.9)),
      ME,
      fittedTo('minutes-worked'),
      playbook,
    );
    expect(found).toMatchObject({ status: 'measured', before: 40, after: 40, colleagues: 6, says: 'better' });
    if (found.status !== 'measured') return;
    expect(found.own.change).toBeCloseTo(-0.4, 12);
    expect(found.beyond.others).toBeCloseTo(-0.1, 12);
    expect(found.beyond.difference).toBeCloseTo(-0.3, 12);
    // σ = .5 over 40 tickets on each side.
    expect(found.own.high - found.own.change).toBeCloseTo(1.2815515655446004 * Math.sqrt(2 * (0.25 / 40)), 9);
  });

  it('doesn’t take harder areas for a change of the person', () => {
    const cells = [cell(ME, 'before', 40, 3), cell(ME, 'after', 40, 4, 9)];
    const found = measureTickets(cells, ME, fittedTo('minutes-worked'), playbook);
    expect(found).toMatchObject({ status: 'alone', have: 0, need: 5 });
    expect(found.status === 'alone' && found.own.change).toBeCloseTo(0, 12);
  });

  it('is worse where fewer end well, and can’t be told where everybody’s changes differ as much', () => {
    const ends = (after: (id: PersonId) => number) => {
      const cells = everybody.flatMap((id) => [cell(id, 'before', 100, 0.95), cell(id, 'after', 100, after(id))]);
      const found = measureTickets(cells, ME, fittedTo('lasted'), playbook);
      return found.status === 'measured' ? found.says : found.status;
    };
    expect(ends((id) => (id === ME ? 0.8 : 0.95))).toBe('worse');
    expect(ends((id) => (id === ME ? 0.8 : 0.95 - 0.05 * (id % 5)))).toBe('cannot-tell');
  });

  it('says nothing with too few tickets, or with colleagues who can’t be compared', () => {
    const few = [...firm(() => 2.9).filter(({ personId }) => personId !== ME), cell(ME, 'before', 40, 3)];
    expect(measureTickets(few, ME, fittedTo('minutes-worked'), playbook)).toEqual({
      ...{ outcome: 'minutes-worked', status: 'too-few', before: 40, after: 0, need: 20 },
    });
    const apart = fittedTo('minutes-worked', [0, 1, 1, 1, 1, 1, 1]);
    expect(
      measureTickets(
        firm(() => 2.9),
        ME,
        apart,
        playbook,
      ),
    ).toMatchObject({ status: 'alone', have: 0 });
  });

  it('rests on the outcome that is nearest to the need, and on none for a need with people', () => {
    const outcomes = [fittedTo('queue-minutes'), fittedTo('minutes-worked'), fittedTo('kept'), fittedTo('lasted')];
    const of = (competency: Parameters<typeof outcomeFor>[0], fitted = outcomes) =>
      outcomeFor(competency, fitted)?.outcome;
    expect([of('resolving'), of('depth'), of('durability')]).toEqual(['minutes-worked', 'kept', 'lasted']);
    expect([of('knowledge'), of('knowledge', [fittedTo('queue-minutes')])]).toEqual(['kept', 'queue-minutes']);
    expect([of('conflict'), of('resolving', [])]).toEqual([undefined, undefined]);
  });

  it('holds as many weeks against each other on both sides, and none that the reader may not see yet', () => {
    const days = { trained: '2026-06-19', practised: '2026-08-07' } as { trained: Day; practised: Day };
    expect(periodsOf('kept', days, '2026-11-17' as Day, playbook)).toMatchObject({
      ...{ before: { from: '2026-03-27', to: '2026-06-19' }, after: { from: '2026-08-07', to: '2026-10-30' } },
    });
    expect(periodsOf('kept', days, '2026-08-20' as Day, playbook).after.to).toBe('2026-08-20');
    expect(periodsOf('kept', days, '2026-08-01' as Day, playbook).after).toEqual({
      from: '2026-08-07',
      to: '2026-08-07',
    });
  });
});
