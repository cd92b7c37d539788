import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { clockMinutes, weekdayOf } from '../../base/calendar.ts';
import { dayOf, type Instant } from '../../base/time.ts';
import { dueBetween, type Hour, nextDue } from './due.ts';

const at = (text: string) => Date.parse(text) as Instant;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const DAY_MS = 86_400_000;

const hours = fc.record({
  at: fc.integer({ min: 0, max: 1439 }),
  zone: fc.constantFrom(
    ...['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Chatham'],
    ...['America/Sao_Paulo', 'Africa/Casablanca', 'Pacific/Apia', 'Not/AZone'],
  ),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
});
const instants = fc
  .integer({ min: at('2010-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') })
  .map((n) => n as Instant);

describe('the next moment', () => {
  it('is later, within nine days, on a wanted weekday, and by the clock what was asked or what the change left of it', () => {
    fc.assert(
      fc.property(hours, instants, (hour, now) => {
        const zone = hour.zone === 'Not/AZone' ? 'UTC' : hour.zone;
        const next = nextDue(hour, now);
        expect(next.at).toBeGreaterThan(now);
        expect(next.at - now).toBeLessThanOrEqual(9 * DAY_MS);
        expect(next.day).toBe(dayOf(next.at, zone));
        const shows = clockMinutes(next.at, zone);
        const isSkipped = shows !== hour.at;
        // An hour that isn't there comes within the change, which is an hour at most (a day once, in Samoa).
        if (isSkipped && zone !== 'Pacific/Apia') expect((shows - hour.at + 1440) % 1440).toBeLessThanOrEqual(60);
        if (!isSkipped) expect(hour.weekdays).toContain(weekdayOf(next.day));
      }),
    );
  });

  it('follows the one before: none is left out, none comes twice, and no day has two', () => {
    fc.assert(
      fc.property(hours, instants, (hour, from) => {
        const until = (from + 6 * DAY_MS) as Instant;
        const walked: string[] = [];
        for (let next = nextDue(hour, from); next.at <= until; next = nextDue(hour, next.at)) walked.push(next.day);
        expect(dueBetween(hour, (from + 1) as Instant, until).map(({ day }) => day)).toEqual(walked);
        expect(new Set(walked).size).toBe(walked.length);
      }),
    );
  });

  it.each<[string, Hour, string[]]>([
    [
      'where the clock skips the hour: an hour later, once',
      { at: 150, zone: 'Europe/Berlin', weekdays: EVERY_DAY },
      ['2027-03-27T01:30:00Z', '2027-03-28T01:30:00Z', '2027-03-29T00:30:00Z'],
    ],
    [
      'where it shows the hour twice: the first time alone',
      { at: 150, zone: 'Europe/Berlin', weekdays: EVERY_DAY },
      ['2026-10-24T00:30:00Z', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z'],
    ],
    [
      'where a whole day is left out: not on it',
      { at: 450, zone: 'Pacific/Apia', weekdays: EVERY_DAY },
      ['2011-12-29T17:30:00Z', '2011-12-30T17:30:00Z', '2011-12-31T17:30:00Z'],
    ],
    [
      'across midnight in its own zone',
      { at: 15, zone: 'Pacific/Auckland', weekdays: [1] },
      ['2026-11-29T11:15:00Z', '2026-12-06T11:15:00Z'],
    ],
  ])('%s', (_, hour, moments) => {
    let now = (at(moments[0]!) - 1) as Instant;
    for (const moment of moments) {
      now = nextDue(hour, now).at;
      expect(new Date(now).toISOString()).toBe(moment.replace('Z', '.000Z'));
    }
  });
});
