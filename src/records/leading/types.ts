import type { Hours } from '../../base/units.ts';
import type { PersonId } from '../people/types.ts';

/** What data tell of somebody's week as a lead. null: nothing. */
export type LeaderWeek = {
  /** 1:1s agreed with so many people, in hours a week. */
  oneOnOnes: { hours: Hours; pairs: number } | null;
  /** Tickets of others that they brought to an end: so many a week, hours for each, and how many were counted. */
  escalations: { aWeek: number; hoursEach: Hours; tickets: number } | null;
  /** Minutes booked on tickets that came to them first and stayed, in hours a week, and how many tickets were counted. */
  ownTickets: { hours: Hours; tickets: number } | null;
  /** People whom they mentor now, by pairs that run; null: none here. */
  mentees: number | null;
};

/** What was told of the week of somebody who leads, beside their own tickets; null: not told. */
export type ToldWeek = {
  /** People mentored, where it differs from the pairs that run here. */
  mentees: number | null;
  /** Open conflicts that they look after. */
  conflicts: number | null;
  /** Hours a week on incidents and steering the queue. */
  steering: Hours | null;
};

/** Everything known of leads' weeks by person: what data tell, and what was told. */
export type LeadingFacts = {
  /** Over how many weeks tickets were counted. */
  weeks: number;
  seen: ReadonlyMap<PersonId, LeaderWeek>;
  told: ReadonlyMap<PersonId, ToldWeek>;
};
