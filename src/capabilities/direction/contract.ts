import { z } from 'zod';
import type { Day } from '../../base/time.ts';
import type { Track } from '../../model/direction/types.ts';
import { dayField, idField, nothing, operation } from '../../platform/contract.ts';
import type { PersonId, SeatId, TeamId } from '../../records/people/types.ts';
import { CAME_OF, type CameOf, MEASURES, type Measure } from '../../records/teams/types.ts';

/** Somebody by name. */
export type Named = { personId: PersonId; name: string };

/** A target with how the team stands to it. */
export type ShownTarget = {
  measure: Measure;
  /** A share, 0 to 1, at least; backlog: open tickets at most. */
  value: number;
  withinHours: number | null;
  words: string | null;
  fromDay: Day;
  /** Null: it isn't known. */
  found: { track: Track; value: number; range: { low: number; high: number } | null } | null;
  /** How it stands, with what that rests on. */
  says: string;
  /** What moved it; null: it can't be told. */
  moved: string | null;
};

/** What a team aimed at in a quarter. */
export type ShownAim = { quarter: Day; text: string; owner: Named | null; cameOf: CameOf | null };

/** Where a team is going. */
export type ShownDirection = {
  teamId: TeamId;
  name: string;
  people: number;
  /** Too few people for a target that is not about one of them. */
  isSmall: boolean;
  aim: ShownAim | null;
  /** That of the next quarter, where it was set early. */
  nextAim: ShownAim | null;
  /** Those of quarters before, the newest first. */
  aimsBefore: ShownAim[];
  targets: ShownTarget[];
  /** Targets that were ended, the newest first. */
  targetsBefore: { measure: Measure; value: number; withinHours: number | null; fromDay: Day; endedOn: Day }[];
  /** What was typed of it, the newest month first. */
  typed: { measure: Measure; month: Day; value: number; of: number | null }[];
  /** Who leads it; where nobody does, who stands above. */
  lead: Named | null;
  seatId: SeatId | null;
  isVacant: boolean;
  track: Track | null;
  mayChange: boolean;
};

export type Directions = {
  day: Day;
  /** First day of this quarter, and of the next. */
  quarter: Day;
  nextQuarter: Day;
  teams: ShownDirection[];
  /** From how many people on a team can have targets. */
  teamFrom: number;
  /** Who can see to an aim; empty for who may change nothing. */
  people: Named[];
};

export const readDirection = operation({
  id: 'readDirection',
  method: 'GET',
  path: '/api/teams/direction',
  summary: 'What each team aims at in this quarter, its targets, and how it stands to them',
  who: 'firm',
  input: nothing,
}).returns<Directions>();

const share = z.number().min(0).max(1);

export const setAim = operation({
  id: 'setAim',
  method: 'PUT',
  path: '/api/teams/:teamId/aim',
  summary: 'Say what a team aims at in this quarter or the next, and who sees to it',
  who: 'firm',
  input: z.object({
    teamId: idField,
    quarter: dayField,
    text: z.string().trim().min(1, 'Say what the team aims at.').max(200, 'At most 200 characters.'),
    ownerId: idField.nullish(),
  }),
}).returns<Directions>();

export const closeAim = operation({
  id: 'closeAim',
  method: 'POST',
  path: '/api/teams/:teamId/aim/came-of',
  summary: 'Say what came of an aim',
  who: 'firm',
  input: z.object({ teamId: idField, quarter: dayField, cameOf: z.enum(CAME_OF) }),
}).returns<Directions>();

export const setTarget = operation({
  id: 'setTarget',
  method: 'PUT',
  path: '/api/teams/:teamId/targets/:measure',
  summary: 'Set a target of a team, at most two at a time; one of the same kind before it ends',
  who: 'firm',
  input: z
    .object({
      teamId: idField,
      measure: z.enum(MEASURES),
      /** A share, 0 to 1; backlog: open tickets at most. */
      value: z.number().min(0).max(100_000),
      withinHours: z.number().int().min(1).max(400).nullish(),
      words: z.string().trim().max(120).nullish(),
    })
    .refine(({ measure, value }) => measure === 'backlog' || value <= 1, {
      path: ['value'],
      message: 'Give a share of 100: from 0 to 100.',
    })
    .refine(({ measure, value }) => measure !== 'backlog' || Number.isInteger(value), {
      path: ['value'],
      message: 'Give a whole number of open tickets.',
    })
    .refine(({ measure, withinHours }) => (measure === 'service-level') === (withinHours != null), {
      path: ['withinHours'],
      message: 'Say within how many working hours, for a target of this kind alone.',
    }),
}).returns<Directions>();

export const endTarget = operation({
  id: 'endTarget',
  method: 'DELETE',
  path: '/api/teams/:teamId/targets/:measure',
  summary: 'End a target of a team',
  who: 'firm',
  input: z.object({ teamId: idField, measure: z.enum(MEASURES) }),
}).returns<Directions>();

export const typeMeasure = operation({
  id: 'typeMeasure',
  method: 'PUT',
  path: '/api/teams/:teamId/measures/:measure',
  summary: 'Type how a team stood in a month, where tickets don’t tell it',
  who: 'firm',
  input: z
    .object({
      teamId: idField,
      measure: z.enum(MEASURES),
      month: dayField,
      value: z.number().min(0).max(100_000),
      of: z.number().int().min(1).max(1_000_000).nullish(),
    })
    .refine(({ measure, value }) => measure === 'backlog' || share.safeParse(value).success, {
      path: ['value'],
      message: 'Give a share of 100: from 0 to 100.',
    }),
}).returns<Directions>();
