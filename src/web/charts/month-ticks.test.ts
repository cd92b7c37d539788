import { describe, expect, it } from 'vitest';
import { type Month, shiftMonth } from '../../base/month.ts';
import { monthTicks, shortMonth } from './month-ticks.ts';

const monthsFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, at) => shiftMonth(first as Month, at));

describe('the ticks of the time axis', () => {
  it('name years, and quarters between them where there is room', () => {
    const ticks = monthTicks(monthsFrom('2026-11', 36), 700);
    expect(ticks.map(({ label }) => label)).toEqual([
      '2027',
      'Apr',
      'Jul',
      'Oct',
      '2028',
      'Apr',
      'Jul',
      'Oct',
      '2029',
      'Apr',
      'Jul',
      'Oct',
    ]);
    expect(ticks[0]).toEqual({ at: 2, label: '2027', year: true });
  });

  it.each([1, 2, 5, 13, 60, 120])('never stand closer than their words are wide, for %i months', (count) => {
    for (const width of [200, 340, 900]) {
      const ticks = monthTicks(monthsFrom('2026-03', count), width);
      expect(ticks.length).toBeGreaterThan(0);
      const gaps = ticks.slice(1).map(({ at }, place) => ((at - ticks[place]!.at) / count) * width);
      for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(40);
    }
  });

  it('say the year even where no January is within the plan', () => {
    expect(monthTicks(monthsFrom('2027-03', 5), 400)[0]).toEqual({ at: 0, label: '2027', year: true });
  });

  it('shorten a month for a narrow place', () => {
    expect(shortMonth('2027-08' as Month)).toBe('Aug 2027');
  });
});
