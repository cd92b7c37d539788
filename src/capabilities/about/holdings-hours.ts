import { FIRM, type Holding } from './holding.ts';

/** When somebody works, can be reached, or is away. */
export const HOUR_HOLDINGS: readonly Holding[] = [
  {
    key: 'shift',
    table: 'shift',
    mine: { column: 'person_id', is: 'person' },
    group: 'structure',
    title: 'When I am there',
    source: 'Typed, or from a table or a calendar, by whoever keeps the hours. Why you are away is never kept.',
    purpose: 'To find the hours in which nobody in a team can jump in.',
    kept: 'Until it is replaced or taken away. It goes with an erasure.',
    readBy: ['engine', 'operator', 'owner', 'service-manager', 'seen'],
    also: 'The hours in which nobody can jump in, without names: your lead and those above.',
    order: 'shift_id',
    columns: {
      kind: 'At work, on call, or away',
      weekday: 'Day of the week, 1 for Monday',
      from_day: 'First day',
      to_day: 'Last day',
      starts: 'From, in minutes after midnight',
      ends: 'To, in minutes after midnight',
      zone: 'Time zone',
    },
    withheld: {
      ...FIRM,
      person_id: 'it is you',
      shift_id: 'a number for the database',
      calendar_uid: 'the number that the calendar gives the entry',
    },
  },
];
