import { describe, expect, it } from 'vitest';
import type { Day } from '../../base/time.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Shift } from '../../records/shifts/types.ts';
import { thereToday } from './there-today.ts';

const MONDAY = '2026-11-23' as Day;
const shift = (person: number, more: Partial<Shift<PersonId>> = {}): Shift<PersonId> => ({
  person: person as PersonId,
  kind: 'shift',
  weekday: 1,
  first: null,
  last: null,
  from: 9 * 60,
  to: 17 * 60,
  timeZone: 'UTC',
  ...more,
});
const people = [1, 2, 3, 4] as PersonId[];

describe('who is there today', () => {
  it('is not known where no shifts are', () => {
    expect(thereToday(MONDAY, people, [], 'UTC')).toBeNull();
  });

  it('are those on shift or on call at some time of the day, and those of whom nobody knows', () => {
    const shifts = [shift(1), shift(2, { weekday: 2 }), shift(3, { kind: 'on-call', from: 20 * 60, to: 22 * 60 })];
    expect([...thereToday(MONDAY, people, shifts, 'UTC')!].sort()).toEqual([1, 3, 4]);
  });

  it('are not those on leave', () => {
    const leave = shift(1, { kind: 'leave', weekday: null, first: MONDAY, last: null, from: 0, to: 1440 });
    expect([...thereToday(MONDAY, people, [shift(1), leave], 'UTC')!].sort()).toEqual([2, 3, 4]);
  });
});
