import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { weekdayOf } from './calendar.ts';
import { addDays, type Day, dayOf, daysBetween, type Instant, instantOf } from './time.ts';

/** Days from 1900 to 2200, and as many from one to another. */
const aDay = fc
  .integer({ min: -25_567, max: 84_006 })
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }).toString() as Day);
const days = fc.integer({ min: -40_000, max: 40_000 });

describe('days counted by milliseconds', () => {
  it('are those of the calendar', () => {
    fc.assert(
      fc.property(aDay, days, (day, count) => {
        const date = Temporal.PlainDate.from(day);
        const other = date.add({ days: count });
        expect(addDays(day, count)).toBe(other.toString());
        expect(daysBetween(day, other.toString() as Day)).toBe(count);
        expect(weekdayOf(day)).toBe(date.dayOfWeek);
        expect(instantOf(day)).toBe(date.toZonedDateTime('UTC').epochMilliseconds);
      }),
    );
  });

  it('hold every instant of the day, to the last millisecond', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 86_399_999 }), (day, at) => {
        expect(dayOf((instantOf(day) + at) as Instant)).toBe(day);
      }),
    );
  });

  it('are not counted from what is no day', () => {
    expect(() => addDays('soon' as Day, 1)).toThrow(RangeError);
  });
});
