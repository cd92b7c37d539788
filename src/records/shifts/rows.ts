import { DAY_MINUTES } from '../../base/calendar.ts';
import type { Day } from '../../base/time.ts';
import type { PersonId } from '../people/types.ts';
import type { KeptShift, ShiftKind } from './types.ts';

/** A shift as a row of the table: an end at or before the start is on the day after; no times: whole days. */
export type ShiftRow = {
  person_id: number;
  kind: string;
  weekday: number | null;
  from_day: string | null;
  to_day: string | null;
  starts: number | null;
  ends: number | null;
  zone: string;
};

export function toRow(shift: KeptShift<PersonId>): ShiftRow {
  const { person, kind, weekday, first, last, from, to, timeZone } = shift;
  const whole = kind === 'leave' && from === 0 && to === DAY_MINUTES;
  return {
    person_id: person,
    kind,
    weekday,
    from_day: first,
    to_day: last,
    starts: whole ? null : from,
    ends: whole ? null : to > DAY_MINUTES ? to - DAY_MINUTES : to,
    zone: timeZone,
  };
}

export function fromRow(row: ShiftRow): KeptShift<PersonId> {
  const from = row.starts ?? 0;
  const ends = row.ends ?? DAY_MINUTES;
  return {
    person: row.person_id as PersonId,
    kind: row.kind as ShiftKind,
    weekday: row.weekday,
    first: row.from_day as Day | null,
    last: row.to_day as Day | null,
    from,
    to: ends > from ? ends : ends + DAY_MINUTES,
    timeZone: row.zone,
  };
}
