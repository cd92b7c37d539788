import { type Hours, hours } from '../../base/units.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { isShortOfHours } from '../load.ts';
import { type Archetype, archetypeOf, ownTicketShare } from './spans.ts';

/** What is known of a lead's week. null everywhere: not known. */
export type SeatWeek = {
  reports: number;
  /** Of them, who is new; so many mentees and open conflicts. */
  starters: number;
  mentees: number;
  conflicts: number;
  /** Contracted hours a week. */
  week: Hours | null;
  /** Hours a week in 1:1s and coaching, from calendars or told. */
  withPeople: Measured | null;
  /** Escalations taken a week and hours for each, from tickets. */
  escalations: { aWeek: number; hoursEach: Hours; tickets: number } | null;
  /** Hours a week on incidents and steering the queue. */
  steering: Measured | null;
  /** Hours a week on own tickets. */
  ownTickets: Measured | null;
};

/** Hours a week with where they come from. */
export type Measured = { hours: Hours; basis: 'measured' | 'told'; source: string };

/** One part of a lead's week. assumed: from the playbook. */
export type LoadPart = {
  what: 'reports' | 'starters' | 'mentees' | 'conflicts' | 'escalations' | 'steering' | 'own-tickets';
  hours: Hours;
  basis: 'measured' | 'told' | 'assumed';
  /** "1.2 h for each of 7 reports (playbook)" */
  source: string;
};

/** A lead's week, part by part, in hours. */
export type SeatLoad = {
  people: LoadPart[];
  technical: LoadPart[];
  ownTickets: LoadPart;
  week: { hours: Hours; basis: 'told' | 'assumed' };
  /** Hours that leading people needs, and what is left for it after the rest; never below 0. */
  needed: Hours;
  left: Hours;
  short: Hours;
  archetype: Archetype;
};

/**
 * The hours of a seat: leading people, leading the work, own tickets. Each part is measured or told where it is known, else from
 * the playbook, and says which.
 */
export function findSeatLoad(seat: SeatWeek, playbook: Playbook): SeatLoad {
  const people = findPeopleParts(seat, playbook);
  const technical = findTechnicalParts(seat, playbook);
  const week = seat.week ?? hours(playbook['load.week']);
  const ownTickets = findOwnTickets(seat, week, playbook);
  const needed = sum(people);
  const left = hours(Math.max(0, week - ownTickets.hours - sum(technical)));
  return {
    people,
    technical,
    ownTickets,
    week: { hours: week, basis: seat.week === null ? 'assumed' : 'told' },
    needed,
    left,
    short: hours(Math.max(0, needed - left)),
    archetype: archetypeOf(seat.reports, playbook),
  };
}

const sum = (parts: readonly LoadPart[]) => hours(parts.reduce((total, one) => total + one.hours, 0));

function findPeopleParts(seat: SeatWeek, playbook: Playbook): LoadPart[] {
  const parts: LoadPart[] = [
    seat.withPeople
      ? { what: 'reports', ...seat.withPeople }
      : assume('reports', seat.reports, playbook['load.per-report'], ['report', 'reports']),
    assume('starters', seat.starters, playbook['growth.hours.per-starter'], ['new starter', 'new starters']),
    assume('mentees', seat.mentees, playbook['growth.hours.per-mentee'], ['mentee', 'mentees']),
    assume('conflicts', seat.conflicts, playbook['growth.hours.per-conflict'], ['open conflict', 'open conflicts']),
  ];
  return parts.filter((one) => one.hours > 0 || one.what === 'reports');
}

function assume(what: LoadPart['what'], count: number, each: number, [one, many]: [string, string]): LoadPart {
  const source =
    count === 1 ? `${each} h for 1 ${one} (playbook)` : `${each} h for each of ${count} ${many} (playbook)`;
  return { what, hours: hours(each * count), basis: 'assumed', source };
}

/** Where only escalations are measured, the fixed hours of the playbook still stand for the rest. */
function findTechnicalParts({ escalations, steering }: SeatWeek, playbook: Playbook): LoadPart[] {
  const fixed = playbook['load.fixed'];
  const measured: LoadPart[] = escalations
    ? [
        {
          what: 'escalations',
          hours: hours(escalations.aWeek * escalations.hoursEach),
          basis: 'measured',
          source: `${escalations.tickets} escalated tickets`,
        },
      ]
    : [];
  if (steering) return [...measured, { what: 'steering', ...steering }];
  const rest = Math.max(0, fixed - sum(measured));
  const source = measured.length > 0 ? `what is left of ${fixed} h (playbook)` : `${fixed} h (playbook)`;
  return [...measured, { what: 'steering', hours: hours(rest), basis: 'assumed', source }];
}

function findOwnTickets({ ownTickets, reports }: SeatWeek, week: Hours, playbook: Playbook): LoadPart {
  if (ownTickets) return { what: 'own-tickets', ...ownTickets };
  const part = ownTicketShare(reports, playbook);
  const source = `${Math.round(100 * part)}% of the week with ${reports} ${reports === 1 ? 'report' : 'reports'} (playbook)`;
  return { what: 'own-tickets', hours: hours(part * week), basis: 'assumed', source };
}

/** "No time left to listen: 9 h needed, 3 h left"; null where the hours are not short by enough to say so. */
export function sayNoTime(load: SeatLoad, playbook: Playbook): string | null {
  if (!isShortOfHours(load, playbook)) return null;
  return `No time left to listen: ${Math.round(load.needed)} h needed, ${Math.round(load.left)} h left`;
}
