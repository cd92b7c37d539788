import type { Day } from '../../base/time.ts';
import type { Situation } from '../firm/types.ts';
import type { SeatId } from '../people/types.ts';

/** What looking ahead starts from and nobody can count: told by the firm. null: not told. */
export type GrowthFacts = {
  /** First day of the month in which the firm began. */
  founded: Day | null;
  endpoints: number | null;
  coordinators: number | null;
  /** Service managers who aren't the owner. */
  managers: number | null;
  /** How many left in so many years, where the list of people doesn't tell. */
  left: { leavers: number; years: number } | null;
};

/** One month of a plan as it was typed or read; null: not told. */
export type PlanRow = {
  month: string;
  clients: number | null;
  endpoints: number;
  /** Hours of reactive work per endpoint in this month. */
  hoursPerEndpoint: number | null;
  /** Technicians who start in this month beside those who replace leavers; null: hire as the work asks for it. */
  hires: number | null;
  /** Technicians who are known to leave in this month. */
  leavers: number | null;
  /** Money for technicians in this month; null: no limit. */
  budget: number | null;
};

/** What to do when a lead is due. */
export type Policy = 'top-closer' | 'by-fit' | 'grow-early' | 'hire-outside';

/** A phone queue whose service level is wanted. */
export type PhoneQueue = {
  /** Calls an hour per endpoint in the busiest usual hour. */
  callsPerEndpoint: number;
  /** Mean minutes of a call with what has to be noted after it. */
  handlingMinutes: number;
  /** Mean minutes that callers wait before they hang up; null: they never do. */
  patienceMinutes: number | null;
  /** Share of all calls to be answered, and within how many minutes. */
  share: number;
  withinMinutes: number;
};

/** What an assumption was measured from when it was taken over. */
export type MeasuredNote = {
  /** Between these the mean of months lies, in 80 of 100 such measurements. */
  low: number;
  high: number;
  months: number;
  /** The newest of them, YYYY-MM. */
  to: string;
  tickets: number;
};

/** Closed tickets by month and by who had them first. */
export type TicketMonths = {
  rows: {
    /** YYYY-MM */
    month: string;
    /** null: nobody had them. */
    personId: number | null;
    tickets: number;
    /** Of these, with minutes worked; and how many in all. */
    withMinutes: number;
    minutes: number;
  }[];
  /** Days on which the first and the newest ticket was opened; null: there is none. */
  first: Day | null;
  last: Day | null;
};

/** A way the firm may go, by name, without its months. */
export type KeptScenario = {
  scenarioId: number;
  name: string;
  /** The one that the first view and the balance picture speak of. */
  isMain: boolean;
  policy: Policy;
  phone: PhoneQueue | null;
  /** Playbook values that hold in this scenario alone. */
  assumptions: Record<string, number>;
  /** Which of these were taken over from the firm's own tickets, and what these said then. */
  measured: Record<string, MeasuredNote>;
  /** How many months its plan tells. */
  months: number;
};

/** What growth brings, made a planned seat. */
export type SeatOfGrowth = { kind: string; seatId: SeatId; title: string; plannedFor: Day | null };

/** What the list of people tells of leaving. */
export type LeaversKept = {
  leavers: number;
  /** How long people were there in all since leaving is kept, in person-years. */
  personYears: number;
};

/** Everything that looking ahead reads of a firm. */
export type PlanningFacts = {
  situation: Situation;
  facts: GrowthFacts;
  /** What the list of people tells of leaving. */
  kept: LeaversKept;
  /** Whose numbers the reader may see. */
  visible: ReadonlySet<number>;
  scenarios: KeptScenario[];
  seats: SeatOfGrowth[];
  /** Keys that the firm has set in its playbook. */
  firmOwn: ReadonlySet<string>;
};
