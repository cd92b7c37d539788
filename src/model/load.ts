import { type Hours, hours } from '../base/units.ts';
import type { Seat } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import { type Chart, isFilled, reportsOf } from './structure.ts';

/** A lead's week in hours, with which parts were told and which are assumed. */
export type Load = {
  /** People who report straight to the seat. */
  reports: number;
  /** Hours a week that those people need from their lead. */
  needed: Hours;
  /** Hours a week left for them; null: own ticket hours were not told. Never below 0. */
  left: Hours | null;
  /** The holder's week. */
  week: Hours;
  /** Hours a week on own tickets, as told. */
  ownTickets: Hours | null;
  /** needed − left where it is above 0; null: not known. */
  short: Hours | null;
  inputs: { week: 'told' | 'assumed'; ownTickets: 'told' | 'not-told' };
};

/** The week of a seat's holder; null where nobody holds it. */
export function findLoad(chart: Chart, seat: Seat, playbook: Playbook): Load | null {
  if (!isFilled(seat)) return null;
  const holder = chart.person.get(seat.holderId)!;
  const reports = reportsOf(chart, seat).length;
  const week = holder.hoursPerWeek ?? hours(playbook['load.week']);
  const needed = playbook['load.per-report'] * reports;
  const own = holder.ownTicketHours;
  const left = own === null ? null : Math.max(0, week - own - playbook['load.fixed']);
  return {
    reports,
    needed: hours(needed),
    left: left === null ? null : hours(left),
    week,
    ownTickets: own,
    short: left === null ? null : hours(Math.max(0, needed - left)),
    inputs: { week: holder.hoursPerWeek === null ? 'assumed' : 'told', ownTickets: own === null ? 'not-told' : 'told' },
  };
}

/** Whether the hours are short by enough to say so. False where they aren't known. */
export function isShortOfHours(load: Pick<Load, 'short'>, playbook: Playbook): boolean {
  return load.short !== null && load.short >= playbook['load.short-from'];
}

/** "needs 13 h with people a week, has 3"; null where nobody reports or the hours aren't known. */
export function sayLoad(load: Pick<Load, 'reports' | 'needed' | 'left'>): string | null {
  if (load.reports === 0 || load.left === null) return null;
  return `needs ${Math.round(load.needed)} h with people a week, has ${Math.round(load.left)}`;
}
