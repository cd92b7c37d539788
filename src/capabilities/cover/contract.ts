import { z } from 'zod';
import type { Day } from '../../base/time.ts';
import type { ShownCover } from '../../model/sight-cover.ts';
import { dayField, idField, nothing, operation } from '../../platform/contract.ts';
import type { TeamHours } from '../../records/shifts/types.ts';
import type { ImportRejection } from '../../records/work/types.ts';

/** When somebody can jump in, team by team. */
export type CoverWeeks = {
  /** The week that is shown, and the one that comes next. */
  monday: Day;
  coming: Day;
  teams: ShownCover[];
  /** Whether anybody's hours are known at all. */
  hasHours: boolean;
  mayChange: boolean;
};

export const readCover = operation({
  id: 'readCover',
  method: 'GET',
  path: '/api/cover',
  summary: 'The hours of a week in which a team has nobody able to jump in',
  who: 'firm',
  /** A Monday; absent: the coming one. */
  input: z.object({ monday: dayField.optional() }),
}).returns<CoverWeeks>();

/** Hours of people and teams as they are held. */
export type HeldWeeks = {
  people: {
    personId: number;
    name: string;
    teamId: number | null;
    timeZone: string | null;
    /** In words: "Mon–Fri 09:00–17:00 (Europe/Berlin)". */
    said: string[];
    entries: number;
  }[];
  teams: { teamId: number; name: string; hours: TeamHours | null; timeZone: string | null }[];
  /** What holds for teams without hours of their own. */
  usual: Pick<TeamHours, 'from' | 'to' | 'weekdays'>;
};

export const listHours = operation({
  id: 'listHours',
  method: 'GET',
  path: '/api/cover/hours',
  summary: 'When people are there, as far as it is known, and when teams owe their clients somebody',
  who: 'firm',
  input: nothing,
}).returns<HeldWeeks>();

export const HOUR_KINDS = ['shift', 'on-call', 'leave', 'by-title'] as const;
const zoneField = z.string().min(1, 'Choose a time zone.').max(64);

/** Said with a file of hours. */
export const hoursOptions = z.object({
  /** What a calendar's entries are; a table says it itself. */
  kind: z.enum(HOUR_KINDS).default('by-title'),
  /** Whose calendar it is; null: each entry says it. */
  personId: idField.nullable().default(null),
  timeZone: zoneField,
  dateOrder: z.enum(['day-first', 'month-first']).optional(),
});
export type HoursOptions = z.infer<typeof hoursOptions>;

/** What was understood of a file of hours, or was brought in from it. */
export type HoursRead = {
  format: 'table' | 'calendar';
  /** What the calendar is called; a table has no name. */
  calendar: string | null;
  /** Rows or entries of the file. */
  entries: number;
  people: { personId: number; name: string; said: string[] }[];
  rejected: number;
  rejections: ImportRejection[];
  leftOut: { otherKind: number; cancelled: number; over: number };
  /** An entry that repeats without end was written out up to this day. */
  writtenOutUntil: Day | null;
  /** Entries held before that go: they come again, or are no longer in it. */
  replaces: number;
};

/** Multipart: a `file` and the fields of `hoursOptions` as JSON in `options`. */
export const previewHours = operation({
  id: 'previewHours',
  method: 'POST',
  path: '/api/cover/hours/preview',
  summary: 'What a file of shifts, on-call times and leave is understood to be, before anything is brought in',
  who: 'firm',
  input: hoursOptions,
}).returns<HoursRead>();

/** Multipart, as `previewHours`. */
export const bringHours = operation({
  id: 'bringHours',
  method: 'POST',
  path: '/api/cover/hours/file',
  summary: 'Bring in shifts, on-call times and leave from a table or a calendar, in one transaction',
  who: 'firm',
  input: hoursOptions,
}).returns<HoursRead>();

const minuteField = z.number().int().min(0).max(1440);
const weekdaysField = z.array(z.number().int().min(1).max(7)).min(1, 'Choose at least one day of the week.').max(7);

/** A usual week of one person, or of everybody in a team, in place of the one typed before. */
export const typeWeek = operation({
  id: 'typeWeek',
  method: 'POST',
  path: '/api/cover/hours/week',
  summary: 'Type a usual week of one person or of everybody in a team',
  who: 'firm',
  input: z
    .object({
      teamId: idField.nullable(),
      personId: idField.nullable(),
      kind: z.enum(['shift', 'on-call']),
      weekdays: weekdaysField,
      /** Minutes after midnight; an end that isn't later is on the day after. */
      from: minuteField.max(1439),
      to: minuteField,
      timeZone: zoneField,
    })
    .refine(({ teamId, personId }) => (teamId === null) !== (personId === null), {
      message: 'Say whose week it is: one person, or a team.',
      path: ['personId'],
    }),
}).returns<{ people: number }>();

export const removeHours = operation({
  id: 'removeHours',
  method: 'DELETE',
  path: '/api/cover/hours/:personId',
  summary: 'Take away everything that is held about somebody’s hours',
  who: 'firm',
  input: z.object({ personId: idField }),
}).returns<{ entries: number }>();

/** Null: the playbook's hours again. */
export const setTeamHours = operation({
  id: 'setTeamHours',
  method: 'PUT',
  path: '/api/cover/teams/:teamId/hours',
  summary: 'Say when a team owes its clients somebody',
  who: 'firm',
  input: z.object({
    teamId: idField,
    hours: z
      .object({ timeZone: zoneField, from: minuteField.max(1439), to: minuteField.min(1), weekdays: weekdaysField })
      .refine(({ from, to }) => to > from, { message: 'The end must be later than the start.', path: ['to'] })
      .nullable(),
  }),
}).returns<{ teamId: number }>();
