import type { Month } from '../../base/month.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { LeaversSeen } from './turnover.ts';

/** Months after which nothing about somebody is new; whoever has no first day is taken to be here so long. */
export const LONG_HERE = 120;

/** What is known of one side of somebody: expected level and how unsure (SD), in levels. */
export type SideNow = { mean: number; sd: number };

/** Somebody at the firm as planning ahead sees them: strengths, wish and time there; nothing else enters. */
export type GrowthPerson = {
  personId: PersonId;
  technical: SideNow;
  people: SideNow;
  /** Tickets closed in some time, the same for all; null: not known. Only the policy "promote the top closer" reads it. */
  closes: number | null;
  /** false: was asked and would rather not. */
  wouldLead: boolean;
  /** Months here so far. */
  months: number;
  /** Never leaves: an owner. */
  stays: boolean;
};

/** The firm as it is now. */
export type GrowthFirm = {
  /** When the firm began. */
  firstMonth: Month;
  now: Month;
  /** Endpoints now: what growth is counted from; null: those of the plan's first month. */
  endpoints: number | null;
  technicians: GrowthPerson[];
  /** Those who lead a team. */
  leads: GrowthPerson[];
  /** People in service who do neither, the owner among them where they lead nobody. */
  others: number;
  coordinators: number;
  /** Service managers who aren't the owner. */
  managers: number;
  teams: number;
  leavers: LeaversSeen;
};
