import { type Hours, hours } from '../base/units.ts';
import type { Seat } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import { ticketHoursNow } from '../records/trials/hours.ts';
import { type Chart, isFilled, reportsOf } from './structure.ts';

/** A lead's week as far as it is known, before the playbook turns it into hours needed and left. */
export type WeekFacts = {
  /** People who report straight to the seat. */
  reports: number;
  /** Contracted hours a week; null: not told. */
  week: Hours | null;
  /** Hours a week on own tickets; null: not told. */
  ownTickets: Hours | null;
};

/** A lead's week in hours, with which parts were told and which are assumed. */
type Load = {
  reports: number;
  /** Hours a week that the reports need from their lead. */
  needed: Hours;
  /** Hours a week left for them; null: own ticket hours were not told. Never below 0. */
  left: Hours | null;
  week: Hours;
  ownTickets: Hours | null;
  /** needed − left where it is above 0, else 0; null: not known. */
  short: Hours | null;
  inputs: { week: 'told' | 'assumed'; ownTickets: 'told' | 'not-told' };
};

/** What is known of the week of a seat's holder; null where nobody holds it. */
export function findWeek(chart: Chart, seat: Seat): WeekFacts | null {
  if (!isFilled(seat)) return null;
  const holder = chart.person.get(seat.holderId)!;
  return {
    reports: reportsOf(chart, seat).length,
    week: holder.hoursPerWeek,
    ownTickets: ticketHoursNow(holder),
  };
}

/** Hours needed with people against hours left after own tickets and leading the work. */
export function findLoad(facts: WeekFacts, playbook: Playbook): Load {
  const { reports, ownTickets } = facts;
  const week = facts.week ?? hours(playbook['load.week']);
  const needed = playbook['load.per-report'] * reports;
  const left = ownTickets === null ? null : Math.max(0, week - ownTickets - playbook['load.fixed']);
  return {
    reports,
    needed: hours(needed),
    left: left === null ? null : hours(left),
    week,
    ownTickets,
    short: left === null ? null : hours(Math.max(0, needed - left)),
    inputs: { week: facts.week === null ? 'assumed' : 'told', ownTickets: ownTickets === null ? 'not-told' : 'told' },
  };
}

/** Whether the hours are short by enough to say so. False where they aren't known. */
export function isShortOfHours(load: Pick<Load, 'short'>, playbook: Playbook): boolean {
  return load.short !== null && load.short > 0 && load.short >= playbook['load.short-from'];
}

/** "needs 13 h with people a week, has 3"; null where nobody reports or the hours aren't known. */
export function sayLoad(load: Pick<Load, 'reports' | 'needed' | 'left'>): string | null {
  if (load.reports === 0 || load.left === null) return null;
  return `needs ${Math.round(load.needed)} h with people a week, has ${Math.round(load.left)}`;
}
