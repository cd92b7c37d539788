import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { workingMinutes } from './working-time.ts';

const weekdays = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'short' });

/** Counts minute by minute, to compare with the closed form. */
function countMinutes(from: number, to: number, starts: number, ends: number): number {
  let count = 0;
  for (let minute = from; minute < to; minute++) {
    const weekday = weekdays.format(minute * 60_000);
    const hour = Math.floor((((minute % 1440) + 1440) % 1440) / 60);
    if (weekday !== 'Sat' && weekday !== 'Sun' && hour >= starts && hour < ends) count++;
  }
  return count;
}

describe('working minutes', () => {
  it('are what counting minute by minute gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 24_000_000, max: 24_020_000 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 12, max: 24 }),
        (from, length, starts, ends) => {
          expect(workingMinutes(from, from + length, { starts, ends })).toBe(
            countMinutes(from, from + length, starts, ends),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are those of every working day in between, over months', () => {
    const monday = Date.UTC(2024, 0, 1) / 60_000;
    const day = { starts: 8, ends: 18 };
    expect(workingMinutes(monday, monday + 7 * 1440, day)).toBe(5 * 600);
    expect(workingMinutes(monday, monday + 52 * 7 * 1440, day)).toBe(52 * 5 * 600);
    expect(workingMinutes(monday + 5 * 1440, monday + 7 * 1440, day)).toBe(0);
    expect(workingMinutes(monday + 9 * 60, monday + 9 * 60, day)).toBe(0);
  });

  it('add up', () => {
    fc.assert(
      fc.property(fc.nat(30_000_000), fc.nat(100_000), fc.nat(100_000), (from, a, b) => {
        const day = { starts: 7.5, ends: 17.25 };
        const whole = workingMinutes(from, from + a + b, day);
        expect(workingMinutes(from, from + a, day) + workingMinutes(from + a, from + a + b, day)).toBeCloseTo(whole, 6);
      }),
    );
  });
});
