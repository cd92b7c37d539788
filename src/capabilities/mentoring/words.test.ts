import { describe, expect, it } from 'vitest';
import type { Day } from '../../base/time.ts';
import { level, share } from '../../base/units.ts';
import { estimateOf } from '../../model/strength.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { PairRow } from './contract.ts';
import { sayToMentee } from './mentee-words.ts';
import { sayOutcomes, sayOutcomesOf, sayPair } from './words.ts';

const row: PairRow = {
  pairId: 1,
  with: { personId: 2 as PersonId, name: 'Ann' },
  you: 'mentee',
  state: 'asked',
  askedOn: '2026-11-01' as Day,
  beganOn: null,
  untilDay: null,
  endedOn: null,
  wants: ['conflict'],
  reasons: [],
  answered: null,
  gone: false,
};

describe('what is said of mentoring', () => {
  it('tells nobody what the other answered', () => {
    expect(sayPair({ ...row, answered: true })).toContain('until both have answered nobody is told anything');
    expect(sayPair({ ...row, answered: false })).toContain('only ever told that it didn’t begin');
  });

  it('says that a mentor has left, that goals are kept, and that another is looked for', () => {
    const running = { ...row, state: 'running', beganOn: '2026-05-01', untilDay: '2026-11-01', gone: true } as PairRow;
    expect(sayPair(running)).toBe(
      'Ann is no longer here. Your goals are kept, and a new mentor is looked for in the next round.',
    );
  });

  it('claims a change only where its interval is on one side of nothing', () => {
    const change = (mean: number, says: 'better' | 'cannot-tell') => ({
      difference: estimateOf(mean, 0.04),
      chanceBetter: share(0.9),
      says,
      withoutAnything: 0.2,
    });
    const measured = { competency: 'conflict', status: 'measured', before: 2, after: 1 } as const;
    expect(sayOutcomesOf([{ ...measured, change: change(0.8, 'better') }])[0]).toBe(
      'Conflict resolution: better by 0.8 of a level (0.5 to 1.1; two views before, 1 since). About +0.2 would be expected without anything.',
    );
    expect(sayOutcomesOf([{ ...measured, change: change(0.1, 'cannot-tell') }])[0]).toContain(
      'can’t be told apart from no change',
    );
    const early = (['conflict', 'coaching'] as const).map((competency) => ({
      competency,
      status: 'too-early' as const,
      from: '2026-12-01' as Day,
    }));
    expect(sayOutcomesOf(early)).toEqual([
      'Conflict resolution and coaching and mentoring: too early to tell. Views from 1 December on count as after.',
    ]);
    expect(sayOutcomes({ status: 'too-few', have: 2, need: 8 })).toBe(
      'Too few to tell whether it helps here: 2 of 8 pairs were measured before and after.',
    );
    expect(
      sayOutcomes({ status: 'known', pairs: 9, difference: estimateOf(level(0.1), 0.04), withoutAnything: 0.2 }),
    ).toContain('no different, as far as it can be told');
  });

  it('names nobody and no veto to a mentee without a mentor', () => {
    expect(sayToMentee({ because: 'stopped', stops: ['hours'] })).toBe(
      'No mentor shares enough working time with you.',
    );
    expect(sayToMentee({ because: 'stopped', stops: ['fit'] })).toBe(
      sayToMentee({ because: 'stopped', stops: ['hours', 'fit'] }),
    );
    expect(sayToMentee({ because: 'taken', stops: [] })).toBe('There were more people than places this time.');
  });
});
