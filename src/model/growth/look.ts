import type { Month } from '../../base/month.ts';
import type { Day } from '../../base/time.ts';
import type { MarkerKind } from './runs.ts';

/** By month of the plan: what 10, 50 and 90 of 100 simulated futures don't exceed. */
export type ShownFan = { low: number[]; middle: number[]; high: number[] };

/** One thing that growth brings. */
export type ShownMarker = {
  kind: MarkerKind;
  /** "Next lead" */
  name: string;
  /** there: the firm has it; overdue: its size was reached before; due: it comes within the plan, likely enough. */
  state: 'there' | 'overdue' | 'due' | 'not-in-plan';
  /** Number of people at which it becomes due, and whether those on the desk or all in service are counted. */
  size: number;
  counts: 'desk' | 'staff';
  /** Why it becomes due, in one sentence. */
  trigger: string;
  /** "Start growing your next lead by March 2027: Ana takes about 5 months, and one is due in August 2027."; null: nothing to start. */
  sentence: string | null;
  /** By month of the plan: the chance that it is due by then, 0 to 1. */
  chance: number[];
  /** First month by which it is due likely enough; before the plan where overdue. */
  due: Month | null;
  /** Months by which 10 and 90 of 100 futures have it; null: not within the plan. */
  early: Month | null;
  late: Month | null;
  start: {
    month: Month;
    /** Months by which that is already too late; 0: in time. */
    late: number;
    /** grow: somebody of the firm; hire: nobody here could be ready. */
    by: 'grow' | 'hire';
    /** Who is ready soonest; null: from outside, or you may not see who. */
    person: { personId: number; name: string } | null;
    /** Months that it takes from then on. */
    months: number;
    /** When to begin looking outside instead. */
    outside: { month: Month; late: number } | null;
  } | null;
  /** The planned seat that it was made into; null: none yet. */
  seat: { seatId: number; title: string; plannedFor: Day | null } | null;
  /** Whether a planned seat can be made of it. */
  maySeat: boolean;
};

/** A look ahead. */
export type Look = {
  /** The months of the plan, in order; every list by month has as many. */
  months: Month[];
  /** How many futures it rests on, and how many when it is done. */
  runs: number;
  ofRuns: number;
  /** "Start growing your next lead by March." The one sentence of the first view, and the marker it is about. */
  headline: { sentence: string; kind: MarkerKind | null };
  markers: ShownMarker[];
  /** Technicians needed and available, hours of leading a week for each lead, places that are being filled. */
  needed: ShownFan;
  available: ShownFan;
  load: ShownFan;
  vacancies: ShownFan;
  /** Hours in a lead's week: the line that `load` is drawn against. */
  week: number;
  /** By month, means: leads there are, leads wanted, places that the budget holds back, people who have left so far. */
  leads: number[];
  leadsWanted: number[];
  heldBack: number[];
  departures: number[];
  /** What the plan says by month, as it was used. */
  plan: { endpoints: number[]; hoursPerEndpoint: number[] };
};
