import { describe, expect, it } from 'vitest';
import type { Instant } from '../../base/time.ts';
import type { PersonId } from '../../records/people/types.ts';
import { createPersonFinder } from './ratings.ts';
import { createRejections } from './rejections.ts';
import { readShifts } from './shifts.ts';
import { readClock, readWeekdays } from './week-values.ts';

const find = createPersonFinder([
  { personId: 1 as PersonId, name: 'Ann Bell', email: 'ann@cove.example' },
  { personId: 2 as PersonId, name: 'Sam Lee', email: 'sam1@cove.example' },
  { personId: 3 as PersonId, name: 'Sam Lee', email: 'sam2@cove.example' },
]);

async function read(text: string) {
  async function* source() {
    yield Buffer.from(text);
  }
  const rejections = createRejections();
  const now = Date.UTC(2026, 10, 23) as Instant;
  const { shifts } = await readShifts({ source: source(), mapping: {}, now, rejections, find });
  return { shifts, rejections: rejections.kept };
}

describe('reading shifts', () => {
  it('takes days of the week, dates and spans of dates, and lets a night end the day after', async () => {
    const { shifts, rejections } = await read(
      'Person,Kind,Weekday,Date,Until,From,To,Time zone\n' +
        'Ann Bell,shift,Mon-Tue,,,08:00,16:30,Europe/Berlin\n' +
        'ann@cove.example,On call,,2026-12-24,2026-12-26,18:00,08:00,\n' +
        'sam1@cove.example,,Sat,2026-12-01,,0:00,24:00,UTC\n',
    );
    expect(rejections).toEqual([]);
    const berlin = { person: 1, kind: 'shift', first: null, last: null, from: 480, to: 990, timeZone: 'Europe/Berlin' };
    expect(shifts).toEqual([
      { ...berlin, weekday: 1 },
      { ...berlin, weekday: 2 },
      {
        person: 1,
        kind: 'on-call',
        weekday: null,
        first: '2026-12-24',
        last: '2026-12-26',
        from: 1080,
        to: 1920,
        timeZone: null,
      },
      { person: 2, kind: 'shift', weekday: 6, first: '2026-12-01', last: null, from: 0, to: 1440, timeZone: 'UTC' },
    ]);
  });

  it('gives leave of whole days no end where none is said, and ends any other row with its day', async () => {
    const { shifts } = await read(
      'person,kind,date,until,from,to\n' +
        'Ann Bell,leave,2026-11-30,,,\n' +
        'Ann Bell,leave,2026-11-30,2026-12-04,,\n' +
        'Ann Bell,leave,2026-11-30,,13:00,17:00\n' +
        'Ann Bell,shift,2026-11-30,,13:00,17:00\n',
    );
    expect(shifts.map(({ last, from, to }) => [last, from, to])).toEqual([
      [null, 0, 1440],
      ['2026-12-04', 0, 1440],
      ['2026-11-30', 780, 1020],
      ['2026-11-30', 780, 1020],
    ]);
  });

  it('rejects what it can not read row by row, with the column', async () => {
    const { shifts, rejections } = await read(
      'person,kind,weekday,date,until,from,to,zone\n' +
        'Nobody,shift,Mon,,,8,16,\n' +
        'Sam Lee,shift,Mon,,,8,16,\n' +
        'Ann Bell,party,Mon,,,8,16,\n' +
        'Ann Bell,shift,Mon,,,8,16,Mars/Base\n' +
        'Ann Bell,shift,Mon,,,24:00,16,\n' +
        'Ann Bell,shift,Mon,,,8,,\n' +
        'Ann Bell,on-call,,2026-11-30,,,,\n' +
        'Ann Bell,shift,,,,8,16,\n' +
        'Ann Bell,shift,Someday,,,8,16,\n' +
        'Ann Bell,leave,,2026-12-04,2026-11-30,,,\n' +
        'Ann Bell,leave,,31/31/2026,,,,\n' +
        'Ann Bell,shift,Fri,,,8,16,\n',
    );
    expect(rejections.map(({ line, columnName }) => [line, columnName])).toEqual([
      [2, 'Person'],
      [3, 'Person'],
      [4, 'Kind: shift, on-call or leave'],
      [5, 'Time zone'],
      [6, 'From'],
      [7, 'To'],
      [8, 'From'],
      [9, 'Date'],
      [10, 'Day of the week'],
      [11, 'Last day'],
      [12, 'Date'],
    ]);
    expect(shifts).toHaveLength(1);
  });

  it('asks which column names people where none is recognised', async () => {
    await expect(read('who knows,from\nAnn Bell,8\n')).rejects.toMatchObject({ code: 'needs-answer' });
  });
});

describe('times and days of the week', () => {
  it.each([
    ['8', 480],
    ['08:30', 510],
    ['8.30', 510],
    ['17:00:00', 1020],
    ['12:15 am', 15],
    ['12 pm', 720],
    ['5:45 p.m.', 1065],
    ['24:00', 1440],
    ['24:15', undefined],
    ['13 pm', undefined],
    ['8:75', undefined],
    ['noon', undefined],
  ])('reads %s as %s minutes after midnight', (text, minutes) => {
    expect(readClock(text)).toBe(minutes);
  });

  it.each([
    ['Monday', [1]],
    ['Tues.', [2]],
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['Sat to Mon', [1, 6, 7]],
    ['Wed, fri', [3, 5]],
    ['1-3;7', [1, 2, 3, 7]],
    ['month', undefined],
    ['Mon-', undefined],
    ['Mon-Tue-Wed', undefined],
    ['8', undefined],
  ])('reads %s as days %s', (text, days) => {
    expect(readWeekdays(text)).toEqual(days);
  });
});
