import type { Day } from '../../base/time.ts';
import type { CameOf, Measure } from '../../records/teams/types.ts';

/** What a sample's people agreed and when they work: told beside its tickets. Everybody by name. */
export type SampleDays = {
  aims: readonly { team: string; quarter: Day; text: string; owner: string | null; cameOf: CameOf | null }[];
  targets: readonly {
    team: string;
    measure: Measure;
    value: number;
    withinHours?: number;
    words?: string;
    from: Day;
  }[];
  talks: readonly SampleTalks[];
  hours: readonly SampleHours[];
  /** Steps in people's growth. */
  steps: readonly { of: string; day: Day; text: string }[];
};

/** 1:1s of a lead with several people, at the same hour. */
export type SampleTalks = {
  lead: string;
  members: readonly string[];
  everyDays: number;
  /** Minutes after midnight by the firm's clock. */
  at: number;
  beganOn: Day;
  held: readonly Day[];
  skipped: readonly Day[];
  next: Day | null;
};

/** A usual week of people, or their leave. */
export type SampleHours = {
  of: readonly string[];
  kind: 'shift' | 'on-call' | 'leave';
  /** 1 for Monday; empty: on every day of `from` to `until`. */
  weekdays: readonly number[];
  /** Minutes after midnight; an end above 1440 is on the next day. */
  between: readonly [from: number, to: number];
  from?: Day;
  until?: Day;
};

/** Monday to Friday. */
export const WORKDAYS = [1, 2, 3, 4, 5] as const;
const HALF_PAST = 30;
/** From half past eight to half past five. */
export const OFFICE: readonly [number, number] = [8 * 60 + HALF_PAST, 17 * 60 + HALF_PAST];
