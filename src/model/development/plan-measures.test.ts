import { describe, expect, it } from 'vitest';
import type { Day } from '../../base/time.ts';
import { level } from '../../base/units.ts';
import type { PersonId } from '../../records/people/types.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import type { Observation } from '../../records/voice/types.ts';
import { measureNeed } from './plan-measures.ts';

const TOM = 1 as PersonId;
const DAYS = { trained: '2026-03-02', practised: '2026-04-20', due: '2026-05-25', today: '2026-06-01' } as Record<
  'trained' | 'practised' | 'due' | 'today',
  Day
>;

const view = (rater: string, day: string, said: number, more: Partial<Observation> = {}): Observation => ({
  ...{ personId: TOM, rater, kind: 'assessment', competency: 'conflict', level: level(said), day: day as Day },
  ...more,
});
const measure = (views: Observation[], days = DAYS) =>
  measureNeed(views, { personId: TOM, competency: 'conflict' }, days, playbookWith());

describe('a competency before and after', () => {
  it('is told from views up to the training and from the last practice on, none of oneself', () => {
    const found = measure([
      view('a', '2026-02-01', 2),
      view('b', '2026-03-02', 2),
      view('a', '2026-03-20', 5),
      view('a', '2026-05-25', 4),
      view('person:1', '2026-05-25', 5),
      view('b', '2026-05-25', 5, { competency: 'coaching' }),
      view('c', '2026-05-25', 5, { personId: 2 as PersonId }),
    ]);
    expect(found).toMatchObject({ status: 'measured', before: 2, after: 1, same: 1 });
    expect(found.status === 'measured' && found.change.difference.mean).toBeCloseTo(2, 12);
  });

  it('has an interval from the errors of both, less what the same people share', () => {
    const sdOf = (raters: string[], again: string[]) => {
      const found = measure([
        ...raters.map((one) => view(one, '2026-02-01', 2)),
        ...again.map((one) => view(one, '2026-05-01', 3)),
      ]);
      return found.status === 'measured' ? found.change.difference.sd : Number.NaN;
    };
    // ρ = .52, half of the error shared: σ² = .48/.52.
    const error = 0.48 / 0.52;
    expect(sdOf(['a'], ['b'])).toBeCloseTo(Math.sqrt(2 * error), 12);
    expect(sdOf(['a'], ['a'])).toBeCloseTo(Math.sqrt(2 * error - 2 * 0.5 * error), 12);
    expect(sdOf(['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd'])).toBeCloseTo(
      Math.sqrt(error / 2 - (2 * 0.5 * error) / 4),
      12,
    );
  });

  it('can’t tell a whole level from two views, and says better from many', () => {
    const by = (count: number) => Array.from({ length: count }, (_, i) => `r${i}`);
    const says = (count: number) => {
      const found = measure(by(count).flatMap((one) => [view(one, '2026-02-01', 2), view(one, '2026-05-01', 3)]));
      return found.status === 'measured' ? found.change.says : found.status;
    };
    expect([1, 2, 6].map(says)).toEqual(['cannot-tell', 'better', 'better']);
    expect(measure([view('a', '2026-02-01', 2), view('b', '2026-05-01', 3)])).toMatchObject({
      change: { says: 'cannot-tell' },
    });
  });

  it('counts a rater once on each side, the latest, and no view that is too old', () => {
    const found = measure([
      view('a', '2024-01-01', 5),
      view('a', '2026-01-01', 1, { kind: 'answer' }),
      view('a', '2026-02-01', 3),
      view('a', '2026-05-01', 3),
    ]);
    expect(found).toMatchObject({ before: 1, after: 1 });
    expect(found.status === 'measured' && found.change.difference.mean).toBeCloseTo(0, 12);
  });

  it('is too early to tell until the second reading, due after it, and unseen without a first', () => {
    const first = view('a', '2026-02-01', 2);
    expect(measure([first], { ...DAYS, today: '2026-05-01' as Day })).toEqual({
      ...{ status: 'too-early', due: '2026-05-25', before: 1 },
    });
    expect(measure([first])).toEqual({ status: 'nothing-after', before: 1 });
    expect(measure([view('a', '2026-05-25', 4)])).toEqual({ status: 'no-before' });
    expect(measure([view('a', '2026-02-01', 2, { level: null })])).toEqual({ status: 'no-before' });
  });
});
