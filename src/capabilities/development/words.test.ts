import { describe, expect, it } from 'vitest';
import { level, share } from '../../base/units.ts';
import { estimateOf } from '../../model/strength.ts';
import { sayGap, sayMeasure, sayPlans } from './words.ts';

const row = (state: 'none' | 'agreed' | 'proposed', reason: 'leads' | 'candidate' = 'leads') => ({
  ...{ personId: 1 as never, name: 'Ana', reason, aim: null, state, waitsFor: null, count: null, seen: true },
});

describe('what is said of plans', () => {
  it('counts those under way, those that wait, and leads without one', () => {
    expect(sayPlans({ rows: [] })).toBe('No plans are under way.');
    expect(
      sayPlans({ rows: [row('agreed'), row('proposed', 'candidate'), row('none'), row('none', 'candidate')] }),
    ).toBe('One plan is under way, one waits for a word and one lead has none.');
  });

  it('gives a gap with its interval, and says when there is none', () => {
    const gap = (mean: number) => ({ mean, low: mean - 0.8, high: mean + 0.8 });
    const say = (mean: number | null, because: 'start' | 'gap' = 'gap') =>
      sayGap({ because, gap: mean === null ? null : gap(mean), chanceShort: mean === null ? null : share(0.6) });
    expect(say(0.9)).toBe('About 0.9 of a level to go (0.1 to 1.7).');
    expect(say(-0.9, 'start')).toBe(
      'Probably 0.9 of a level more than is asked for (0.1 to 1.7). Every plan of this kind begins with it.',
    );
    expect(say(null, 'start')).toBe('Every plan of this kind begins with it. How far there is to go isn’t known yet.');
  });

  it('claims a change only where the interval allows it', () => {
    const measured = (mean: number, sd: number, says: 'better' | 'cannot-tell') =>
      sayMeasure({
        ...{ status: 'measured', before: 2, after: 2, same: 1 },
        change: { difference: estimateOf(mean, sd ** 2), chanceBetter: share(0.9), says, withoutAnything: 0.3 },
      });
    expect(measured(1, 0.5, 'better')).toBe(
      'Better by about 1.0 of a level (0.4 to 1.6), from two views before and 2 after, 1 by the same people. Of it, 0.3 would be expected if nothing had happened.',
    );
    expect(measured(level(0.4), 0.9, 'cannot-tell')).toMatch(/^It can’t be told yet whether anything changed: 0\.4 /);
    expect(sayMeasure({ status: 'too-early', due: '2027-01-18' as never, before: 1 })).toBe(
      'Too early to tell: one view from before, the second reading is on 18 January.',
    );
  });
});
