import type { Day, Instant } from '../../base/time.ts';
import type { PersonId, TeamId } from '../people/types.ts';

/** What a team's target can be about. Never a person. */
export const MEASURES = ['service-level', 'satisfaction', 'backlog'] as const;
export type Measure = (typeof MEASURES)[number];

/** How a quarter's aim went. */
export const CAME_OF = ['reached', 'partly', 'not-reached'] as const;
export type CameOf = (typeof CAME_OF)[number];

/** What a team wants to reach in a quarter, in one sentence. */
export type TeamAim = {
  teamId: TeamId;
  /** Its first day. */
  quarter: Day;
  text: string;
  /** Who sees to it; null: nobody yet. */
  ownerId: PersonId | null;
  /** Said at its end; null: not said. */
  cameOf: CameOf | null;
};

/** What a team wants to hold; at most two at a time. */
export type TeamTarget = {
  teamId: TeamId;
  place: 1 | 2;
  measure: Measure;
  /** service-level, satisfaction: a share, 0 to 1, at least; backlog: open tickets, at most. */
  value: number;
  /** service-level: done within so many working hours; else null. */
  withinHours: number | null;
  /** What it is for, in the team's words. */
  words: string | null;
  fromDay: Day;
  /** Null: it holds now. */
  endedOn: Day | null;
};

/** How a team stood in a month, typed by hand. */
export type TypedMeasure = {
  teamId: TeamId;
  measure: Measure;
  /** Its first day. */
  month: Day;
  value: number;
  /** Of how many tickets or answers; null: not said. */
  of: number | null;
};

/** A ticket as far as a team's targets go: of the queue in which it stood first. */
export type TeamTicket = {
  teamId: TeamId;
  /** 0: not given. */
  areaId: number;
  openedAt: Instant;
  /** Null: still open as of then. */
  resolvedAt: Instant | null;
  /** Working minutes until it was resolved, or until now. */
  minutes: number;
  /** Working minutes from its opening until now: before its time is over, nothing is said of it. */
  age: number;
  /** 0 to 1 of the scale it was given on; null: no answer. */
  satisfaction: number | null;
};

/** Everything that where the teams are going is read from. */
export type DirectionFacts = {
  /** The firm's day. */
  day: Day;
  /** As of when tickets are counted: now, or when the last of them changed, where that is earlier. Null: there are none. */
  asOf: Instant | null;
  aims: TeamAim[];
  targets: TeamTarget[];
  typed: TypedMeasure[];
  /** Of teams with a target: those opened in the weeks that are looked at, and those still open before or since. */
  tickets: TeamTicket[];
  areas: ReadonlyMap<number, string>;
};
