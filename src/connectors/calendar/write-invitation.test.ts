import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { instantAt } from '../../base/calendar.ts';
import type { Day, Instant } from '../../base/time.ts';
import { writeInvitation } from './write-invitation.ts';

const AT = instantAt('2026-12-01' as Day, 600, 'Europe/Berlin');
const given = {
  uid: 'one-on-one-1-7@evenkeel',
  sequence: 2,
  at: AT,
  minutes: 45,
  title: '1:1: Lea Lead and Tom Tech',
  url: null,
  now: AT,
};

const eventIn = (text: string) =>
  new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent') as never);

describe('an invitation', () => {
  it('is a calendar file with times in UTC, a number that stays and one that grows', () => {
    const lines = writeInvitation(given).split('\r\n');
    expect(lines).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Evenkeel//1:1//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:one-on-one-1-7@evenkeel',
      'SEQUENCE:2',
      'DTSTAMP:20261201T090000Z',
      'DTSTART:20261201T090000Z',
      'DTEND:20261201T094500Z',
      'SUMMARY:1:1: Lea Lead and Tom Tech',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('keeps ten o’clock in Berlin ten o’clock on both sides of the change of clocks', () => {
    const starts = ['2026-10-20', '2026-10-27'].map(
      (day) =>
        /DTSTART:(\S+)/.exec(writeInvitation({ ...given, at: instantAt(day as Day, 600, 'Europe/Berlin') }))?.[1],
    );
    expect(starts).toEqual(['20261020T080000Z', '20261027T090000Z']);
  });

  it('lets no title become a line of its own, and is read back as it was written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
        fc.integer({ min: 0, max: 4_000_000_000 }),
        (title, seconds) => {
          const text = writeInvitation({
            ...given,
            title: `${title}\r\nATTENDEE:mailto:x@y.example`,
            at: (seconds * 1000) as Instant,
          });
          expect(text.match(/^ATTENDEE/m)).toBeNull();
          expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
          expect(eventIn(text).startDate.toUnixTime()).toBe(seconds);
        },
      ),
      { numRuns: 200 },
    );
  });
});
