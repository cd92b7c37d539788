import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { weekdayOf } from '../base/calendar.ts';
import { addDays, type Day } from '../base/time.ts';
import type { PersonId } from '../records/people/types.ts';
import type { Shift } from '../records/shifts/types.ts';
import { type CoverWeek, coverOf, onShiftAt, type ServiceHours } from './cover.ts';

const [ANN, BOB, CY] = [1, 2, 3] as PersonId[] as [PersonId, PersonId, PersonId];
const day = (text: string) => text as Day;
const BERLIN: CoverWeek = { monday: day('2026-11-23'), timeZone: 'Europe/Berlin' };
const OFFICE: ServiceHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 8 * 60, to: 18 * 60 }));
const ALWAYS: ServiceHours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1440 }));

const shift = (given: Partial<Shift<PersonId>>): Shift<PersonId> => ({
  person: ANN,
  kind: 'shift',
  weekday: null,
  first: null,
  last: null,
  from: 8 * 60,
  to: 16 * 60,
  timeZone: 'Europe/Berlin',
  ...given,
});

describe('cover of a week', () => {
  it('counts who is there of those who are able, and the hours served with nobody', () => {
    const shifts = [
      shift({ person: ANN }),
      shift({ person: BOB, from: 12 * 60, to: 18 * 60, weekday: 1 }),
      shift({ person: CY, from: 0, to: 1440 }),
    ];
    const cover = coverOf(BERLIN, shifts, new Set([ANN, BOB]), OFFICE);
    // Ann until 16:00 on five days, Bob until 18:00 on Monday: two hours are missing on the other four.
    expect(cover).toMatchObject({ length: 168, served: 50, uncovered: 8, unknown: [], zoneAssumed: [] });
    const at = (weekday: number, minute: number) =>
      cover.slots.find((slot) => slot.weekday === weekday && slot.minute === minute)!;
    expect(at(1, 13 * 60)).toMatchObject({ present: 2, reachable: 0, served: true });
    expect(at(2, 16 * 60)).toMatchObject({ present: 0, served: true });
    expect(at(6, 9 * 60)).toMatchObject({ present: 1, served: false });
  });

  it.each([
    ['2026-03-23', 'Europe/Berlin', 167],
    ['2026-10-19', 'Europe/Berlin', 169],
    ['2026-11-23', 'Europe/Berlin', 168],
    ['2026-03-02', 'America/New_York', 167],
    ['2026-10-26', 'America/New_York', 169],
    ['2026-03-30', 'Australia/Lord_Howe', 168.5],
    ['2026-09-28', 'Australia/Lord_Howe', 167.5],
    ['2026-10-19', 'Asia/Kolkata', 168],
  ])('has the hours that the week from %s has in %s: %d', (monday, timeZone, length) => {
    const week = { monday: day(monday), timeZone };
    const all = [shift({ timeZone, from: 0, to: 1440 })];
    expect(coverOf(week, all, new Set([ANN]), ALWAYS)).toMatchObject({ length, served: length, uncovered: 0 });
    expect(coverOf(week, [], new Set([ANN]), ALWAYS)).toMatchObject({ uncovered: length, unknown: [ANN] });
  });

  it('lets a night run from wall clock to wall clock when the clocks change: an hour less, an hour more', () => {
    const night = shift({ kind: 'on-call', weekday: 6, from: 22 * 60, to: 30 * 60 });
    const hoursIn = (monday: string) =>
      coverOf({ ...BERLIN, monday: day(monday) }, [night], new Set([ANN]), ALWAYS).slots.filter(
        ({ reachable }) => reachable === 1,
      ).length / 4;
    expect([hoursIn('2026-03-23'), hoursIn('2026-11-23'), hoursIn('2026-10-19')]).toEqual([7, 8, 9]);
  });

  it('reads a shift by its own clock, also where that is another day of the week for the team', () => {
    // Sunday 20:00 in Los Angeles is Monday 5:00 in Berlin.
    const west = shift({ weekday: 7, from: 20 * 60, to: 23 * 60, timeZone: 'America/Los_Angeles' });
    const { slots } = coverOf(BERLIN, [west], new Set([ANN]), ALWAYS);
    const there = slots.filter(({ present }) => present === 1);
    expect([there.length, there[0]!.weekday, there[0]!.minute]).toEqual([12, 1, 5 * 60]);
  });

  it('brings in a night that began on the Sunday before', () => {
    const { slots } = coverOf(BERLIN, [shift({ weekday: 7, from: 22 * 60, to: 30 * 60 })], new Set([ANN]), ALWAYS);
    expect(slots.filter(({ present }) => present === 1).length / 4).toBe(8);
    expect(slots.slice(0, 24).every(({ present }) => present === 1)).toBe(true);
  });

  it('counts overlapping shifts of one person once, at work before reachable, and leave before both', () => {
    const shifts = [
      shift({ weekday: 1 }),
      shift({ weekday: 1, from: 10 * 60, to: 18 * 60 }),
      shift({ weekday: 1, kind: 'on-call', from: 0, to: 1440 }),
      shift({ weekday: 1, kind: 'leave', from: 12 * 60, to: 13 * 60 }),
    ];
    const { slots } = coverOf(BERLIN, shifts, new Set([ANN]), ALWAYS);
    const on = (minute: number) => [slots[minute / 15]!.present, slots[minute / 15]!.reachable];
    expect([on(9 * 60), on(11 * 60), on(12 * 60), on(17 * 60), on(19 * 60)]).toEqual([
      [1, 0],
      [1, 0],
      [0, 0],
      [1, 0],
      [0, 1],
    ]);
  });

  it('takes a leave without end as going on, and says that it has none', () => {
    const away = shift({ kind: 'leave', first: day('2026-06-01'), from: 0, to: 1440 });
    const cover = coverOf(BERLIN, [shift({}), away], new Set([ANN, BOB]), OFFICE);
    expect(cover).toMatchObject({ uncovered: 50, awayWithoutEnd: [ANN], unknown: [BOB] });
    const before = coverOf({ ...BERLIN, monday: day('2026-05-04') }, [shift({}), away], new Set([ANN]), OFFICE);
    expect(before.uncovered).toBe(10);
    // A free day each week has no end either, and needs none.
    expect(coverOf(BERLIN, [shift({ kind: 'leave', weekday: 5 })], new Set([ANN]), OFFICE).awayWithoutEnd).toEqual([]);
  });

  it("reads the shifts of people without a time zone by the team's clock, and names them", () => {
    const cover = coverOf(BERLIN, [shift({ timeZone: null })], new Set([ANN]), OFFICE);
    expect(cover).toMatchObject({ uncovered: 10, zoneAssumed: [ANN] });
  });

  it('never shows more cover than there is: a quarter of which a part is missing does not count', () => {
    const { slots } = coverOf(
      BERLIN,
      [shift({ weekday: 1, from: 8 * 60 + 10, to: 9 * 60 + 10 })],
      new Set([ANN]),
      ALWAYS,
    );
    expect(slots.filter(({ present }) => present === 1).map(({ minute }) => minute)).toEqual([495, 510, 525]);
    const away = shift({ weekday: 1, kind: 'leave', from: 8 * 60 + 10, to: 8 * 60 + 20 });
    const less = coverOf(BERLIN, [shift({ weekday: 1 }), away], new Set([ANN]), ALWAYS).slots;
    expect(less.filter(({ present }) => present === 1)).toHaveLength(8 * 4 - 2);
  });
});

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Kiritimati'];
const MONDAYS = ['2026-03-02', '2026-03-23', '2026-10-19', '2026-10-26', '2026-11-23'].map(day);
/** Quarters of the day outside the hours in which clocks change. */
const quarter = fc.integer({ min: 5 * 4, max: 23 * 4 }).map((quarters) => quarters * 15);
const someShift = fc
  .record({
    person: fc.constantFrom(ANN, BOB),
    kind: fc.constantFrom('shift', 'on-call', 'leave' as const),
    weekday: fc.option(fc.integer({ min: 1, max: 7 })),
    first: fc.option(fc.constantFrom('2026-03-04', '2026-10-22', '2026-11-25').map(day)),
    last: fc.option(fc.constantFrom('2026-03-26', '2026-11-24', '2026-12-25').map(day)),
    from: quarter,
    ends: quarter,
    timeZone: fc.option(fc.constantFrom(...ZONES)),
  })
  .map(({ ends, ...rest }): Shift<PersonId> => ({ ...rest, to: ends > rest.from ? ends : ends + 1440 }));
const someWeek = fc.record({ monday: fc.constantFrom(...MONDAYS), timeZone: fc.constantFrom(...ZONES) });

/** Whether a shift is on at an instant, asked of the clock on its wall. */
function isOn(one: Shift<PersonId>, instant: number, timeZone: string): boolean {
  const clock = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(one.timeZone ?? timeZone);
  const today = clock.toPlainDate().toString() as Day;
  const minute = clock.hour * 60 + clock.minute;
  const holds = (date: Day) =>
    (one.weekday === null || weekdayOf(date) === one.weekday) &&
    (one.first === null || one.first <= date) &&
    (one.last === null || date <= one.last);
  return (
    (holds(today) && minute >= one.from && minute < one.to) || (holds(addDays(today, -1)) && minute + 1440 < one.to)
  );
}

describe('cover of any week', () => {
  it('is what the clocks on the walls say, quarter by quarter', () => {
    fc.assert(
      fc.property(someWeek, fc.array(someShift, { maxLength: 5 }), (week, shifts) => {
        const { slots } = coverOf(week, shifts, new Set([ANN, BOB]), OFFICE);
        for (const { starts, present, reachable } of slots) {
          const counts = { present: 0, reachable: 0 };
          for (const person of [ANN, BOB]) {
            const on = (kind: string) =>
              shifts.some((one) => one.person === person && one.kind === kind && isOn(one, starts, week.timeZone));
            if (on('leave')) continue;
            if (on('shift')) counts.present++;
            else if (on('on-call')) counts.reachable++;
          }
          expect({ present, reachable }).toEqual(counts);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('never has fewer uncovered hours with one able person less, and adds up', () => {
    fc.assert(
      fc.property(someWeek, fc.array(someShift, { maxLength: 6 }), (week, shifts) => {
        const both = coverOf(week, shifts, new Set([ANN, BOB]), OFFICE);
        const one = coverOf(week, shifts, new Set([ANN]), OFFICE);
        expect(one.uncovered).toBeGreaterThanOrEqual(both.uncovered);
        expect(both.slots.length / 4).toBe(both.length);
        expect(both.uncovered).toBeLessThanOrEqual(both.served);
        expect(coverOf(week, shifts.toReversed(), new Set([BOB, ANN]), OFFICE)).toEqual(both);
      }),
      { numRuns: 25 },
    );
  });

  it('never has more uncovered hours with one shift more, and never fewer with one leave more', () => {
    fc.assert(
      fc.property(someWeek, fc.array(someShift, { maxLength: 5 }), someShift, (week, shifts, more) => {
        const uncovered = (all: Shift<PersonId>[]) => coverOf(week, all, new Set([ANN, BOB]), OFFICE).uncovered;
        const [before, after] = [uncovered(shifts), uncovered([...shifts, more])];
        if (more.kind === 'leave') expect(after).toBeGreaterThanOrEqual(before);
        else expect(after).toBeLessThanOrEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same wherever everybody moves together: the same clock in another zone covers the same hours', () => {
    const still = day('2026-11-23');
    fc.assert(
      fc.property(fc.array(someShift, { maxLength: 5 }), fc.constantFrom(...ZONES), (shifts, timeZone) => {
        const inZone = (zone: string) => {
          const moved = shifts.map((one) => ({ ...one, timeZone: zone }));
          return coverOf({ monday: still, timeZone: zone }, moved, new Set([ANN, BOB]), OFFICE);
        };
        const shape = ({ slots }: ReturnType<typeof inZone>) =>
          slots.map(({ weekday, minute, present, reachable, people }) => [weekday, minute, present, reachable, people]);
        expect(shape(inZone(timeZone))).toEqual(shape(inZone('UTC')));
      }),
      { numRuns: 20 },
    );
  });

  it('knows at every instant who is there, the same as the week does', () => {
    fc.assert(
      fc.property(someWeek, fc.array(someShift, { maxLength: 5 }), fc.nat(667), (week, shifts, place) => {
        const { slots } = coverOf(week, shifts, new Set([ANN, BOB]), OFFICE);
        const slot = slots[place]!;
        const there = onShiftAt(slot.starts, shifts, week.timeZone);
        expect([...there.keys()].sort()).toEqual([...slot.people].sort());
        expect([...there.values()].filter((kind) => kind === 'shift')).toHaveLength(slot.present);
      }),
      { numRuns: 60 },
    );
  });
});
