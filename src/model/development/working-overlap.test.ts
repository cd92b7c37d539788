import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import type { Day } from '../../base/time.ts';
import { week } from './fixtures/mentoring-people.ts';
import { createOverlap } from './working-overlap.ts';

const overlap = createOverlap('2026-11-24' as Day);

describe('shared working time', () => {
  it('is the whole day in one zone', () => {
    expect(overlap(week('Europe/Berlin'), week('Europe/Berlin'))).toBe(8);
  });

  it('is the least over the year: New York is five or six hours behind Berlin', () => {
    // 9 to 17 in New York is 15 to 23 in Berlin, 14 to 22 for a few weeks: two hours at the least.
    expect(overlap(week('Europe/Berlin'), week('America/New_York'))).toBe(2);
    expect(overlap(week('Europe/Berlin'), week('America/New_York', 10, 18))).toBe(1);
    // Phoenix keeps its clock: eight hours behind Berlin in November, nine in July.
    expect(overlap(week('Europe/Berlin'), week('America/Phoenix', 6, 14))).toBe(2);
  });

  it('is told to the quarter of an hour where zones are', () => {
    expect(overlap(week('UTC'), week('Asia/Kathmandu'))).toBeCloseTo(2.25, 9);
  });

  it('reaches over midnight and over Sunday', () => {
    const nights = { timeZone: 'UTC', days: [{ weekday: 7, starts: 22, ends: 30 }] };
    const monday = { timeZone: 'UTC', days: [{ weekday: 1, starts: 3, ends: 11 }] };
    expect(overlap(nights, monday)).toBe(3);
  });

  it('is nothing for whoever works on other days, and unknown where the zone is', () => {
    const weekend = { timeZone: 'UTC', days: [{ weekday: 6, starts: 8, ends: 16 }] };
    expect(overlap(weekend, week('UTC'))).toBe(0);
    expect(overlap(week('Middle/Nowhere'), week('UTC'))).toBeNull();
  });

  it('is the same both ways round, and never more than the shorter day', () => {
    const weeks = fc
      .record({
        zone: fc.constantFrom('UTC', 'Asia/Tokyo', 'America/Chicago', 'Europe/London', 'Australia/Adelaide'),
        starts: fc.integer({ min: 0, max: 20 }),
        length: fc.integer({ min: 1, max: 10 }),
      })
      .map(({ zone, starts, length }) => ({ length, week: week(zone, starts, starts + length) }));
    fc.assert(
      fc.property(weeks, weeks, (one, other) => {
        const shared = overlap(one.week, other.week)!;
        expect(overlap(other.week, one.week)).toBeCloseTo(shared, 9);
        expect(shared).toBeLessThanOrEqual(Math.min(one.length, other.length));
        expect(shared).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
