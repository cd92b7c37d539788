import { describe, expect, it } from 'vitest';
import type { Day } from '../../base/time.ts';
import type { Shift } from '../../records/shifts/types.ts';
import { sayHours, sayWeekdays } from './hours-words.ts';

const shift = (given: Partial<Shift<number>>): Shift<number> => ({
  person: 1,
  kind: 'shift',
  weekday: null,
  first: null,
  last: null,
  from: 540,
  to: 1020,
  timeZone: 'Europe/Berlin',
  ...given,
});
const day = (text: string) => text as Day;

describe('hours in words', () => {
  it('says days of the week as spans', () => {
    expect([[1, 2, 3, 5], [7, 6], [1, 2, 3, 4, 5, 6, 7], [5]].map(sayWeekdays)).toEqual([
      'Mon–Wed, Fri',
      'Sat, Sun',
      'every day',
      'Fri',
    ]);
  });

  it('says the same times of several days once, and spans of days with their ends', () => {
    expect(
      sayHours([
        ...[1, 2, 3, 4, 5].map((weekday) => shift({ weekday })),
        shift({ kind: 'on-call', weekday: 6, from: 1320, to: 1800, last: day('2026-12-31') }),
        shift({ first: day('2026-12-01'), last: day('2026-12-01') }),
        shift({ kind: 'leave', first: day('2026-12-24'), last: day('2027-01-03'), from: 0, to: 1440 }),
        shift({ kind: 'leave', first: day('2026-12-24'), from: 0, to: 1440 }),
      ]),
    ).toEqual([
      'Mon–Fri 09:00–17:00 (Europe/Berlin)',
      'on call Sat 22:00–06:00 (Europe/Berlin) until 2026-12-31',
      '09:00–17:00 (Europe/Berlin) on 2026-12-01',
      'away 2026-12-24 to 2027-01-03',
      'away from 2026-12-24, no end known',
    ]);
  });
});
