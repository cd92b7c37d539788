import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import type { Day } from '../../base/time.ts';
import type { PersonId } from '../../records/people/types.ts';
import { createRejections } from './rejections.ts';
import { type CalendarReading, readCalendar } from './shifts-ics.ts';

const PEOPLE = [
  { personId: 1 as PersonId, name: 'Ann Bell', email: 'ann@cove.example' },
  { personId: 2 as PersonId, name: 'Sam Lee', email: 'sam1@cove.example' },
  { personId: 3 as PersonId, name: 'Sam Lee', email: 'sam2@cove.example' },
];

const OUTLOOK_ZONE = `BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
`;

const entry = (lines: string, title = 'Shift Ann Bell', uid = 'one') =>
  `BEGIN:VEVENT\nUID:${uid}\nSUMMARY:${title}\n${lines}\nEND:VEVENT\n`;

function read(body: string, given: Partial<CalendarReading> = {}) {
  const rejections = createRejections();
  const text = body.startsWith('BEGIN:VCALENDAR')
    ? body
    : `BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Rota\n${body}END:VCALENDAR\n`;
  const found = readCalendar({
    text,
    kind: 'by-title',
    personId: null,
    timeZone: 'Europe/Berlin',
    today: '2026-11-24' as Day,
    people: PEOPLE,
    rejections,
    ...given,
  });
  return { ...found, rejections: rejections.kept, kept: found.shifts.map(({ shift }) => shift) };
}

describe('reading a calendar of shifts', () => {
  it('takes a night by its own clock, UTC as UTC, and a time without a zone by the clock that is said beside it', () => {
    const { kept, rejections, name } = read(
      entry('DTSTART;TZID=America/New_York:20261201T220000\nDTEND;TZID=America/New_York:20261202T060000') +
        entry('DTSTART:20261201T080000Z\nDTEND:20261201T160000Z') +
        entry('DTSTART:20261201T080000\nDURATION:PT8H'),
    );
    expect(rejections).toEqual([]);
    expect(name).toBe('Rota');
    const once = { person: 1, kind: 'shift', weekday: null, first: '2026-12-01', last: '2026-12-01' };
    expect(kept).toEqual([
      { ...once, from: 1320, to: 1800, timeZone: 'America/New_York' },
      { ...once, from: 480, to: 960, timeZone: 'UTC' },
      { ...once, from: 480, to: 960, timeZone: 'Europe/Berlin' },
    ]);
  });

  it("knows Outlook's zone by how its clocks go, and prefers the one that is said beside the file", () => {
    const body =
      OUTLOOK_ZONE +
      entry('DTSTART;TZID=W. Europe Standard Time:20261201T080000\nDTEND;TZID=W. Europe Standard Time:20261201T160000');
    expect(read(body, { timeZone: 'Europe/Vienna' }).kept[0]!.timeZone).toBe('Europe/Vienna');
    const zone = read(body, { timeZone: 'America/Chicago' }).kept[0]!.timeZone;
    const offset = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(zone).offset;
    expect(['2026-03-28', '2026-03-30', '2026-10-24', '2026-10-26'].map(offset)).toEqual([
      '+01:00',
      '+02:00',
      '+02:00',
      '+01:00',
    ]);
  });

  it('reads leave of whole days with its last day, and keeps no word of why', () => {
    const read1 = read(
      entry('DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20270104\nDESCRIPTION:Knee surgery', 'Sick leave Ann Bell') +
        entry('DTSTART;VALUE=DATE:20261224', 'Ann Bell: day off'),
    );
    expect(read1.kept).toMatchObject([
      { kind: 'leave', first: '2026-12-24', last: '2027-01-03', from: 0, to: 1440 },
      { kind: 'leave', first: '2026-12-24', last: '2026-12-24', from: 0, to: 1440 },
    ]);
    expect(JSON.stringify(read1)).not.toMatch(/knee|sick/i);
  });

  it('keeps what repeats weekly as one row for a day of the week, with its end, a count, and exceptions', () => {
    const times = 'DTSTART;TZID=Europe/Berlin:20261102T080000\nDTEND;TZID=Europe/Berlin:20261102T160000\n';
    const weekly = (rule: string) =>
      read(entry(`${times}RRULE:${rule}`)).kept.map(({ weekday, first, last }) => [weekday, first, last]);
    expect(weekly('FREQ=WEEKLY')).toEqual([[1, '2026-11-02', null]]);
    expect(weekly('FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261209T070000Z')).toEqual([
      [1, '2026-11-02', '2026-12-07'],
      [3, '2026-11-04', '2026-12-09'],
    ]);
    // The last Wednesday would begin after the end.
    expect(weekly('FREQ=WEEKLY;BYDAY=WE;UNTIL=20261209T065959Z')).toEqual([[3, '2026-11-04', '2026-12-02']]);
    expect(weekly('FREQ=WEEKLY;BYDAY=MO,TU;COUNT=3')).toEqual([
      [1, '2026-11-02', '2026-11-09'],
      [null, '2026-11-03', '2026-11-03'],
    ]);
    expect(weekly('FREQ=WEEKLY;INTERVAL=2;COUNT=3')).toEqual([
      [null, '2026-11-02', '2026-11-02'],
      [null, '2026-11-16', '2026-11-16'],
      [null, '2026-11-30', '2026-11-30'],
    ]);
    expect(weekly('FREQ=WEEKLY\nEXDATE:20261116T070000Z')).toEqual([
      [1, '2026-11-02', '2026-11-09'],
      [1, '2026-11-23', null],
    ]);
  });

  it('says until when an entry that repeats every other week without end was written out', () => {
    const found = read(entry('DTSTART:20261102T080000\nDTEND:20261102T160000\nRRULE:FREQ=WEEKLY;INTERVAL=2'));
    expect(found.writtenOutUntil).toBe('2027-12-29');
    expect(found.kept.at(-1)!.first).toBe('2027-12-27');
  });

  it('puts a moved time of a series in the place of its own, and leaves a cancelled one out', () => {
    const moved = 'RECURRENCE-ID;TZID=Europe/Berlin:20261109T080000\nDTSTART:20261110T090000Z\nDTEND:20261110T100000Z';
    const gone =
      'RECURRENCE-ID;TZID=Europe/Berlin:20261116T080000\nDTSTART:20261116T080000\nDTEND:20261116T090000\nSTATUS:CANCELLED';
    const { kept } = read(
      entry(
        'DTSTART;TZID=Europe/Berlin:20261102T080000\nDTEND;TZID=Europe/Berlin:20261102T160000\nRRULE:FREQ=WEEKLY;COUNT=4',
      ) +
        entry(moved) +
        entry(gone),
    );
    expect(kept.map(({ first, timeZone }) => [first, timeZone])).toEqual([
      ['2026-11-02', 'Europe/Berlin'],
      ['2026-11-23', 'Europe/Berlin'],
      ['2026-11-10', 'UTC'],
    ]);
  });

  it('takes on-call times of several days apart into days, and what is left', () => {
    const once = read(entry('DTSTART:20261204T180000\nDTEND:20261207T080000', 'On call: ann@cove.example'));
    expect(once.kept).toMatchObject([
      { kind: 'on-call', weekday: null, first: '2026-12-04', last: '2026-12-05', from: 1080, to: 2520 },
      { kind: 'on-call', weekday: null, first: '2026-12-06', last: '2026-12-06', from: 1080, to: 1920 },
    ]);
    const weekly = read(
      entry('DTSTART:20261204T180000\nDTEND:20261207T080000\nRRULE:FREQ=WEEKLY', 'On call: Ann Bell'),
    );
    expect(weekly.kept.map(({ weekday, from, to, last }) => [weekday, from, to, last])).toEqual([
      [5, 1080, 2520, null],
      [6, 1080, 2520, null],
      [7, 1080, 1920, null],
    ]);
  });

  it('finds whose an entry is in the title, among who attends, in who organises, or takes the one who was chosen', () => {
    const times = 'DTSTART:20261201T080000\nDTEND:20261201T160000';
    const who = (lines: string, title: string, given = {}) => {
      const { kept, rejections } = read(entry(`${times}${lines}`, title), { kind: 'shift', ...given });
      return rejections[0]?.reason ?? kept.map(({ person }) => person);
    };
    expect(who('\nORGANIZER:mailto:sam1@cove.example', 'Late (Ann Bell)')).toEqual([1]);
    expect(who('\nATTENDEE;CN=x:mailto:SAM2@cove.example\nATTENDEE:mailto:ann@cove.example', 'Late')).toEqual([3, 1]);
    expect(who('\nORGANIZER:mailto:sam1@cove.example', 'Late')).toEqual([2]);
    expect(who('', 'Late', { personId: 2 as PersonId })).toEqual([2]);
    expect(who('', 'Late: Sam Lee')).toMatch(/^Several people are called Sam Lee/);
    expect(who('', 'Late: Joann Bellamy')).toMatch(/names nobody on the list of people/);
  });

  it('leaves out meetings, says what it can not read with the line, and reads the rest', () => {
    const times = 'DTSTART:20261201T080000\nDTEND:20261201T160000';
    const found = read(
      entry(times, 'Quarterly with Ann Bell') +
        entry('DTSTART;TZID=Mars/Base:20261201T080000\nDTEND;TZID=Mars/Base:20261201T160000') +
        entry('DTSTART:20261201T080000') +
        entry(`${times}\nRRULE:FREQ=MONTHLY;BYDAY=1MO`) +
        entry('DTSTART;VALUE=DATE:20261201') +
        entry('DTSTART:20261201T160000\nDTEND:20261201T080000') +
        entry('DTSTART:20201201T080000\nDTEND:20201201T160000') +
        entry(times),
    );
    expect(found.rejections.map(({ line, columnName }) => [line, columnName])).toEqual([
      [10, 'Time zone'],
      [16, 'End'],
      [21, 'Repeats'],
      [28, 'Start'],
      [33, 'End'],
    ]);
    expect(found.leftOut).toEqual({ otherKind: 1, cancelled: 0, over: 1 });
    expect(found.kept).toHaveLength(1);
  });

  it.each([
    ['person,from\nAnn,8\n', 'This is no calendar'],
    ['BEGIN:VCALENDAR\nEND:VCALENDAR\n', 'The calendar holds no entries'],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY', 'The calendar breaks off'],
  ])('refuses %j in one sentence', (text, sentence) => {
    expect(() => read('', { text })).toThrow(sentence);
  });

  it('reads ten thousand entries that repeat without end without taking long', () => {
    const one = (i: number) =>
      entry(
        `DTSTART;TZID=Europe/Berlin:20150105T${String(i % 24).padStart(2, '0')}0000\nDURATION:PT8H\nRRULE:FREQ=WEEKLY;BYDAY=MO,TH`,
        'Shift Ann Bell',
        `u${i}`,
      );
    const begun = performance.now();
    const { kept } = read(Array.from({ length: 10_000 }, (_, i) => one(i)).join(''));
    expect(kept).toHaveLength(20_000);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('repeats by the wall clock whatever rule it is: the same days as counting them one by one', () => {
    const rule = fc.record({
      every: fc.integer({ min: 1, max: 4 }),
      days: fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 1 }),
      count: fc.integer({ min: 1, max: 10 }),
      wkst: fc.constantFrom('MO', 'SU'),
    });
    const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 6 }), ({ every, days, count, wkst }, later) => {
        const start = Temporal.PlainDate.from('2026-10-19').add({ days: later });
        const text = `DTSTART;TZID=Europe/Berlin:${start.toString().replaceAll('-', '')}T220000\nDURATION:PT8H\nRRULE:FREQ=WEEKLY;INTERVAL=${every};BYDAY=${days.join(',')};COUNT=${count};WKST=${wkst}`;
        const { kept } = read(entry(text));
        const expected: string[] = [];
        const first = start.subtract({ days: wkst === 'MO' ? start.dayOfWeek - 1 : start.dayOfWeek % 7 });
        for (let day = start; expected.length < count; day = day.add({ days: 1 })) {
          const week = Math.floor(first.until(day).days / 7);
          if (week % every === 0 && days.some((name) => name === names[day.dayOfWeek - 1]))
            expected.push(day.toString());
        }
        const found = kept.flatMap(({ weekday, first: from, last }) => {
          const all: string[] = [];
          for (let day = Temporal.PlainDate.from(from!); day.toString() <= last!; day = day.add({ days: 7 })) {
            if (weekday !== null) expect(day.dayOfWeek).toBe(weekday);
            all.push(day.toString());
          }
          return all;
        });
        expect(found.sort()).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
