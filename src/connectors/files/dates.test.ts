import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import type { Instant } from '../../base/time.ts';
import { type DateOrder, dayNumber, dependsOnOrder, orderShownBy, readDate } from './dates.ts';
import { createInstantReader } from './instants.ts';
import { openZone } from './zone.ts';

const NOW = Date.UTC(2026, 10, 23) as Instant;
const reader = (order: DateOrder = 'day-first', zone = 'UTC') => createInstantReader(order, openZone(zone), NOW);
const iso = (text: string, order: DateOrder = 'day-first', zone = 'UTC') => {
  const read = reader(order, zone)(text);
  return 'value' in read
    ? new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'short', timeStyle: 'medium' }).format(read.value)
    : read.reason;
};

describe('reading dates', () => {
  it('reads them as the known exports write them', () => {
    for (const [text, expected] of [
      ['2024-03-01', '2024-03-01 00:00:00'],
      ['2024-03-01 09:30', '2024-03-01 09:30:00'],
      ['2024-03-01T09:30:15Z', '2024-03-01 09:30:15'],
      ['2024-03-01T09:30:15.250+05:30', '2024-03-01 04:00:15'],
      ['2024/03/01 09:30', '2024-03-01 09:30:00'],
      ['29/2/2016 01:16', '2016-02-29 01:16:00'],
      ['31.12.2024 23:59', '2024-12-31 23:59:00'],
      ['11/May/24 03:26 PM', '2024-05-11 15:26:00'],
      ['11/May/24 12:05 AM', '2024-05-11 00:05:00'],
      ['11-May-2024', '2024-05-11 00:00:00'],
      ['May 11, 2024 3:26 PM', '2024-05-11 15:26:00'],
      ['Sat, 11 May 2024 15:26', '2024-05-11 15:26:00'],
      ['45352.5', '2024-03-01 12:00:00'],
      ['45352', '2024-03-01 00:00:00'],
    ]) {
      expect(iso(text!), text).toBe(expected);
    }
    expect(iso('3/1/2024 4:05 PM', 'month-first')).toBe('2024-03-01 16:05:00');
    expect(iso('3/1/24', 'month-first')).toBe('2024-03-01 00:00:00');
  });

  it('says no to what is no date', () => {
    for (const text of [
      '',
      'soon',
      '2024',
      '1/2',
      '12:30',
      '1/2/3',
      '2024-13-01',
      '30/2/2024',
      '1/1/2024 25:00',
      '99/99/2024',
    ]) {
      expect(reader()(text), text).toHaveProperty('reason');
    }
  });

  it('rejects years that no ticket is from', () => {
    expect(iso('1/1/1989')).toBe('This date lies before 1990.');
    expect(iso('1/1/2087')).toBe('This date lies more than a year ahead.');
    expect(iso('31/12/2027')).toBe('2027-12-31 00:00:00');
  });

  it('tells the order of day and month only where a date shows it', () => {
    expect(orderShownBy(readDate('13/1/2024')!)).toBe('day-first');
    expect(orderShownBy(readDate('1/13/2024')!)).toBe('month-first');
    expect(orderShownBy(readDate('1/2/2024')!)).toBeNull();
    expect(dependsOnOrder(readDate('1/2/2024')!)).toBe(true);
    expect(dependsOnOrder(readDate('2/2/2024')!)).toBe(false);
    expect(dependsOnOrder(readDate('1.2.2024')!)).toBe(false);
  });

  it('counts days as the calendar does, and knows which days there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2100 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const last = new Map([
            [4, 30],
            [6, 30],
            [9, 30],
            [11, 30],
            [2, (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28],
          ]);
          const there = month >= 1 && month <= 12 && day >= 1 && day <= (last.get(month) ?? 31);
          const number = dayNumber(
            { year, first: month, second: day, open: false, seconds: 0, offset: null },
            'day-first',
          );
          expect(number).toBe(there ? Date.UTC(year, month - 1, day) / 86_400_000 : undefined);
        },
      ),
    );
  });
});

describe('time zones', () => {
  it('reads wall clocks by the zone, with daylight saving', () => {
    expect(iso('2024-01-15 12:00', 'day-first', 'Europe/Berlin')).toBe('2024-01-15 11:00:00');
    expect(iso('2024-07-15 12:00', 'day-first', 'Europe/Berlin')).toBe('2024-07-15 10:00:00');
    expect(iso('2024-07-15 12:00', 'day-first', 'America/Chicago')).toBe('2024-07-15 17:00:00');
    expect(iso('2024-07-15 12:00', 'day-first', 'Asia/Kolkata')).toBe('2024-07-15 06:30:00');
    // A text that says its own zone keeps it.
    expect(iso('2024-07-15T12:00Z', 'day-first', 'Europe/Berlin')).toBe('2024-07-15 12:00:00');
  });

  it('takes the earlier of two hours with the same clock, and moves the hour that is skipped on', () => {
    expect(iso('2024-10-27 02:30', 'day-first', 'Europe/Berlin')).toBe('2024-10-27 00:30:00');
    expect(iso('2024-10-27 03:00', 'day-first', 'Europe/Berlin')).toBe('2024-10-27 02:00:00');
    expect(iso('2024-03-31 01:59', 'day-first', 'Europe/Berlin')).toBe('2024-03-31 00:59:00');
    expect(iso('2024-03-31 02:30', 'day-first', 'Europe/Berlin')).toBe('2024-03-31 01:30:00');
    expect(iso('2024-03-31 03:00', 'day-first', 'Europe/Berlin')).toBe('2024-03-31 01:00:00');
  });

  it('gives back the clock that it was given, away from the changes', () => {
    const zone = openZone('America/New_York');
    fc.assert(
      fc.property(fc.integer({ min: 1.6e12, max: 1.8e12 }), (wallClock) => {
        const instant = zone.instantOf(wallClock);
        const back = instant + zone.offsetMinutes(instant) * 60_000;
        expect(Math.abs(back - wallClock)).toBeLessThanOrEqual(3_600_000);
        if (
          zone.offsetMinutes((instant - 7_200_000) as Instant) === zone.offsetMinutes((instant + 7_200_000) as Instant)
        )
          expect(back).toBe(wallClock);
      }),
    );
  });

  it('refuses a zone that there is not', () => {
    expect(() => openZone('Mars/Olympus')).toThrow('no time zone');
  });
});
