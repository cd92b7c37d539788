import { clockMinutes, DAY_MINUTES, instantAt, weekdayOf } from '../base/calendar.ts';
import { addDays, type Day, dayOf, type Instant } from '../base/time.ts';
import { type Hours, hours } from '../base/units.ts';
import type { PersonId } from '../records/people/types.ts';
import type { Shift, ShiftKind } from '../records/shifts/types.ts';

/** A week as a team's own clocks show it. */
export type CoverWeek = { monday: Day; timeZone: string };

/** When a team serves its clients: minutes after midnight by day of the week, 1 for Monday; `to` at most 1440. */
export type ServiceHours = readonly { weekday: number; from: number; to: number }[];

/** A quarter of an hour. */
export type CoverSlot = {
  starts: Instant;
  /** Day of the week, 1 for Monday, and minutes after midnight, by the team's clock. */
  weekday: number;
  minute: number;
  /** Capable people at work, and others of them who can be reached, for the whole of it. */
  present: number;
  reachable: number;
  /** Who they are, those at work first. */
  people: PersonId[];
  /** Whether the team serves then. */
  served: boolean;
};

/** Who is there in a week of those who are able. */
export type Cover = {
  /** In order; 672 in most weeks, four fewer or more where clocks change by an hour. */
  slots: CoverSlot[];
  /** Hours of the week; those served; and those served in which nobody capable is present or reachable. */
  length: Hours;
  served: Hours;
  uncovered: Hours;
  /** Capable people without any shift or on-call time that could fall in this week: it isn't known when they are there. */
  unknown: PersonId[];
  /** Capable people whose leave has no end. */
  awayWithoutEnd: PersonId[];
  /** Capable people of whose shifts the time zone isn't said: they were read by the team's clock. */
  zoneAssumed: PersonId[];
};

const QUARTER = 15;
const QUARTER_MS = QUARTER * 60_000;

/**
 * The quarter hours of a week with how many capable people are at work or can be reached. Shifts are read by their own
 * clocks, the week by the team's; a leave goes before everything else; shifts of one person that overlap count once. A
 * quarter that somebody is there for only in part doesn't count, so cover is never shown larger than it is.
 */
export function coverOf(
  week: CoverWeek,
  shifts: readonly Shift<PersonId>[],
  capable: ReadonlySet<PersonId>,
  service: ServiceHours,
): Cover {
  const slots = slotsOf(week, service);
  const own = Map.groupBy(
    shifts.filter(({ person }) => capable.has(person)),
    ({ person }) => person,
  );
  const wallClock = rememberClocks();
  for (const person of [...own.keys()].sort((one, other) => one - other))
    addPerson(slots, person, own.get(person)!, week, wallClock);
  const count = (of: (slot: CoverSlot) => boolean) => hours((slots.filter(of).length * QUARTER) / 60);
  const people = [...capable].sort((one, other) => one - other);
  const having = (of: (shift: Shift<PersonId>) => boolean) => people.filter((person) => own.get(person)?.some(of));
  const planned = new Set(having((shift) => shift.kind !== 'leave' && overlaps(shift, week)));
  const away = new Set(having((shift) => shift.kind === 'leave' && overlaps(shift, week)));
  return {
    slots,
    length: count(() => true),
    served: count(({ served }) => served),
    uncovered: count(({ served, present, reachable }) => served && present + reachable === 0),
    unknown: people.filter((person) => !planned.has(person) && !away.has(person)),
    awayWithoutEnd: having((shift) => shift.kind === 'leave' && shift.weekday === null && shift.last === null),
    zoneAssumed: having(({ timeZone }) => timeZone === null),
  };
}

function slotsOf({ monday, timeZone }: CoverWeek, service: ServiceHours): CoverSlot[] {
  const slots: CoverSlot[] = [];
  for (let weekday = 1; weekday <= 7; weekday++) {
    const served = service.filter((one) => one.weekday === weekday);
    const starts = instantAt(addDays(monday, weekday - 1), 0, timeZone);
    const count = (instantAt(addDays(monday, weekday), 0, timeZone) - starts) / QUARTER_MS;
    const isEven = count * QUARTER === DAY_MINUTES;
    for (let i = 0; i < count; i++) {
      const at = (starts + i * QUARTER_MS) as Instant;
      // On a day of 24 hours the clock needn't be asked, which takes longer than everything else here.
      const minute = isEven ? i * QUARTER : clockMinutes(at, timeZone);
      slots.push({
        starts: at,
        weekday,
        minute,
        present: 0,
        reachable: 0,
        people: [],
        served: served.some(({ from, to }) => minute >= from && minute < to),
      });
    }
  }
  return slots;
}

type WallClock = typeof instantAt;

/** Many shifts begin at the same time by the same clock. */
export function rememberClocks(): WallClock {
  const known = new Map<string, Instant>();
  return (day, minutes, timeZone) => {
    const key = `${day} ${minutes} ${timeZone}`;
    const found = known.get(key) ?? instantAt(day, minutes, timeZone);
    known.set(key, found);
    return found;
  };
}

/** Counts one person in wherever they are there. */
function addPerson(
  slots: CoverSlot[],
  person: PersonId,
  theirs: readonly Shift<PersonId>[],
  week: CoverWeek,
  wallClock: WallClock,
): void {
  const marked = (kind: ShiftKind) => {
    const marks = new Uint8Array(slots.length);
    for (const shift of theirs)
      if (shift.kind === kind)
        for (const span of spansOf(shift, week, wallClock)) mark(marks, span, slots[0]!.starts, kind === 'leave');
    return marks;
  };
  const [shift, onCall, leave] = [marked('shift'), marked('on-call'), marked('leave')];
  slots.forEach((slot, i) => {
    if (leave[i]) return;
    if (shift[i]) slot.people.splice(slot.present++, 0, person);
    else if (onCall[i]) slot.people.push(person);
    slot.reachable = slot.people.length - slot.present;
  });
}

type Span = { from: Instant; to: Instant };

/** Zones lie up to 26 hours apart and a shift lasts up to a day: what begins earlier or later can't reach into the week. */
const DAYS_BEFORE = 3;
const DAYS_AFTER = 9;

/** When a shift is in the days around a week. */
function* spansOf(shift: Shift<PersonId>, week: CoverWeek, wallClock: WallClock): Generator<Span> {
  const timeZone = shift.timeZone ?? week.timeZone;
  for (let i = -DAYS_BEFORE; i < DAYS_AFTER; i++) {
    if (shift.weekday !== null && shift.weekday !== (((i % 7) + 7) % 7) + 1) continue;
    const day = addDays(week.monday, i);
    if (!isWithin(shift, day)) continue;
    yield { from: wallClock(day, shift.from, timeZone), to: wallClock(day, shift.to, timeZone) };
  }
}

const isWithin = ({ first, last }: Shift<PersonId>, day: Day) =>
  (first === null || first <= day) && (last === null || day <= last);

const holdsOn = (shift: Shift<PersonId>, day: Day) =>
  (shift.weekday === null || weekdayOf(day) === shift.weekday) && isWithin(shift, day);

/**
 * Who is at work or can be reached at an instant. `timeZone`: the clock of shifts that don't say one. Who isn't in it is
 * away, or it isn't known when they are there. `wallClock`: lent by whoever asks of many instants.
 */
export function onShiftAt(
  instant: Instant,
  shifts: readonly Shift<PersonId>[],
  timeZone: string,
  wallClock: WallClock = rememberClocks(),
): Map<PersonId, 'shift' | 'on-call'> {
  const there = new Map<PersonId, ShiftKind>();
  const daysIn = rememberDays(instant);
  const rank = (kind: ShiftKind | undefined) => (kind === undefined ? 3 : KIND_ORDER.indexOf(kind));
  for (const shift of shifts) {
    if (rank(shift.kind) >= rank(there.get(shift.person))) continue;
    const zone = shift.timeZone ?? timeZone;
    const isOn = daysIn(zone).some(
      (day) =>
        holdsOn(shift, day) && wallClock(day, shift.from, zone) <= instant && instant < wallClock(day, shift.to, zone),
    );
    if (isOn) there.set(shift.person, shift.kind);
  }
  return new Map([...there].flatMap(([person, kind]) => (kind === 'leave' ? [] : [[person, kind]])));
}

/** The day that a clock shows at an instant, and the one before it. */
function rememberDays(instant: Instant): (timeZone: string) => Day[] {
  const known = new Map<string, Day[]>();
  return (timeZone) => {
    const found = known.get(timeZone);
    if (found) return found;
    const today = dayOf(instant, timeZone);
    const days = [today, addDays(today, -1)];
    known.set(timeZone, days);
    return days;
  };
}

/** What goes before what. */
const KIND_ORDER: readonly ShiftKind[] = ['leave', 'shift', 'on-call'];

/** Whether a shift holds on a day of the week, or of the day before it. */
const overlaps = (shift: Shift<PersonId>, { monday }: CoverWeek) =>
  Array.from({ length: 8 }, (_, i) => addDays(monday, i - 1)).some((day) => holdsOn(shift, day));

/** Marks the quarters that lie in a span; `touched`: those too of which it takes a part, as leave does. */
function mark(marks: Uint8Array, { from, to }: Span, start: Instant, touched: boolean): void {
  const first = (from - start) / QUARTER_MS;
  const last = (to - start) / QUARTER_MS;
  const begin = Math.max(0, touched ? Math.floor(first) : Math.ceil(first));
  const end = Math.min(marks.length, touched ? Math.ceil(last) : Math.floor(last));
  if (begin < end) marks.fill(1, begin, end);
}
