import { daysBetween } from '../base/time.ts';
import { type Hours, hours } from '../base/units.ts';
import type { LeadingFacts } from '../records/leading/types.ts';
import type { Person, Seat } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import { ticketHoursNow } from '../records/trials/hours.ts';
import { type Archetype, archetypeOf, ownTicketShare } from './growth/spans.ts';
import { type Chart, isFilled, reportsOf } from './structure.ts';

/** Hours a week with where they come from. */
type Known = { hours: Hours; basis: 'measured' | 'told'; source: string };

/** A lead's week as far as it is known, before the playbook turns it into hours. null everywhere: not known. */
export type WeekFacts = {
  /** People who report straight to the seat. */
  reports: number;
  /** Of those whose first day is known: months here so far. */
  monthsHere: number[];
  mentees: number;
  conflicts: number;
  /** Contracted hours a week. */
  week: Hours | null;
  /** 1:1s as they are agreed. */
  oneOnOnes: Known | null;
  /** Escalations taken a week and hours for each. */
  escalations: { aWeek: number; hoursEach: Hours; source: string } | null;
  /** Incidents and steering the queue. */
  steering: Known | null;
  ownTickets: Known | null;
};

/** One part of a lead's week. assumed: from the playbook. */
export type LoadPart = {
  what: 'one-on-ones' | 'reports' | 'starters' | 'mentees' | 'conflicts' | 'escalations' | 'steering' | 'own-tickets';
  hours: Hours;
  basis: 'measured' | 'told' | 'assumed';
  /** "1.2 h for each of 7 reports (playbook)" */
  source: string;
};

/** A lead's week, part by part, in hours. */
export type SeatLoad = {
  reports: number;
  people: LoadPart[];
  technical: LoadPart[];
  ownTickets: LoadPart;
  week: { hours: Hours; basis: 'told' | 'assumed' };
  /** Hours that leading people needs. */
  needed: Hours;
  /** What is left for it after the rest, never below 0; null: nobody knows how much own tickets take. */
  left: Hours | null;
  /** needed − left where it is above 0, else 0; null: not known. */
  short: Hours | null;
  archetype: Archetype;
};

const NOTHING = { oneOnOnes: null, escalations: null, ownTickets: null, mentees: null };
const UNTOLD = { mentees: null, conflicts: null, steering: null };
const DAYS_A_MONTH = 365.25 / 12;

/** What is known of the week of a seat's holder; null where nobody holds it. */
export function findWeek(chart: Chart, seat: Seat, leading?: LeadingFacts): WeekFacts | null {
  if (!isFilled(seat)) return null;
  const holder = chart.person.get(seat.holderId)!;
  const { day } = chart.structure;
  const reports = reportsOf(chart, seat);
  const seen = leading?.seen.get(holder.personId) ?? NOTHING;
  const told = leading?.told.get(holder.personId) ?? UNTOLD;
  const weeks = leading?.weeks ?? 0;
  const { oneOnOnes, escalations } = seen;
  return {
    reports: reports.length,
    monthsHere: reports.flatMap(({ startedOn }) =>
      startedOn === null ? [] : daysBetween(startedOn, day) / DAYS_A_MONTH,
    ),
    mentees: told.mentees ?? seen.mentees ?? 0,
    conflicts: told.conflicts ?? 0,
    week: holder.hoursPerWeek,
    oneOnOnes: oneOnOnes && {
      hours: oneOnOnes.hours,
      basis: 'measured',
      source: oneOnOnes.pairs === 1 ? '1:1s agreed with 1 person' : `1:1s agreed with ${oneOnOnes.pairs} people`,
    },
    escalations: escalations && {
      ...escalations,
      source: `${escalations.tickets} tickets in ${weeks} weeks, each as long as a usual one`,
    },
    steering: told.steering === null ? null : { hours: told.steering, basis: 'told', source: 'as told' },
    ownTickets: ownTicketsOf(holder, seen.ownTickets, weeks),
  };
}

/**
 * The one place where own-ticket hours are read. What was told comes first, so that a change of tomorrow counts today: what
 * a trial agrees on, or that tickets are handed over. Booked minutes follow only with the weeks.
 */
function ownTicketsOf(holder: Person, booked: { hours: Hours; tickets: number } | null, weeks: number): Known | null {
  const measured = booked && `${booked.tickets} tickets in ${weeks} weeks`;
  const told = ticketHoursNow(holder);
  if (holder.trialTicketHours !== undefined && told !== null)
    return { hours: told, basis: 'told', source: 'agreed for the trial' };
  if (told !== null) {
    const besides = booked && Math.round(booked.hours) !== Math.round(told);
    return {
      hours: told,
      basis: 'told',
      source: besides ? `as told; ${measured} took ${say(booked.hours)}` : 'as told',
    };
  }
  return booked && { hours: booked.hours, basis: 'measured', source: measured! };
}

const say = (value: number) => `${Math.round(10 * value) / 10} h`;

/**
 * The hours of a seat: leading people, leading the work, own tickets. Each part is measured or told where it is known, else from
 * the playbook, and says which. Where own tickets are assumed, what is left isn't claimed.
 */
export function findLoad(facts: WeekFacts, playbook: Playbook): SeatLoad {
  const people = findPeopleParts(facts, playbook);
  const technical = findTechnicalParts(facts, playbook);
  const week = facts.week ?? hours(playbook['load.week']);
  const ownTickets = findOwnTickets(facts, week, playbook);
  const needed = sum(people);
  const known = facts.ownTickets !== null;
  const left = known ? hours(Math.max(0, week - ownTickets.hours - sum(technical))) : null;
  return {
    reports: facts.reports,
    people,
    technical,
    ownTickets,
    week: { hours: week, basis: facts.week === null ? 'assumed' : 'told' },
    needed,
    left,
    short: left === null ? null : hours(Math.max(0, needed - left)),
    archetype: archetypeOf(facts.reports, playbook),
  };
}

const sum = (parts: readonly LoadPart[]) => hours(parts.reduce((total, one) => total + one.hours, 0));

/** Agreed 1:1s are a part of what reports need: the playbook stands for the rest. */
function findPeopleParts(facts: WeekFacts, playbook: Playbook): LoadPart[] {
  const { reports, oneOnOnes } = facts;
  const each = playbook['load.per-report'];
  const talks: LoadPart[] = oneOnOnes && oneOnOnes.hours > 0 ? [{ what: 'one-on-ones', ...oneOnOnes }] : [];
  const all = assume('reports', reports, each, ['report', 'reports']);
  const rest = hours(Math.max(0, all.hours - sum(talks)));
  const own = talks.length > 0 ? { ...all, hours: rest, source: `what is left of ${all.source}` } : all;
  const isNew = playbook['growth.hours.starter-months'];
  const starters = facts.monthsHere.filter((months) => months >= 0 && months < isNew).length;
  return [
    ...talks,
    own,
    assume('starters', starters, playbook['growth.hours.per-starter'], ['new starter', 'new starters']),
    assume('mentees', facts.mentees, playbook['growth.hours.per-mentee'], ['mentee', 'mentees']),
    // How many is only ever told: nothing kept here says so without reading what two people talk about.
    assume('conflicts', facts.conflicts, playbook['growth.hours.per-conflict'], [
      'open conflict, as told',
      'open conflicts, as told',
    ]),
  ].filter((one) => one.hours > 0 || (one.what === 'reports' && talks.length === 0));
}

function assume(what: LoadPart['what'], count: number, each: number, [one, many]: [string, string]): LoadPart {
  const source =
    count === 1 ? `${each} h for 1 ${one} (playbook)` : `${each} h for each of ${count} ${many} (playbook)`;
  return { what, hours: hours(each * count), basis: 'assumed', source };
}

/** Where only escalations are measured, the fixed hours of the playbook still stand for the rest. */
function findTechnicalParts({ escalations, steering }: WeekFacts, playbook: Playbook): LoadPart[] {
  const fixed = playbook['load.fixed'];
  const measured: LoadPart[] = escalations
    ? [
        {
          what: 'escalations',
          hours: hours(escalations.aWeek * escalations.hoursEach),
          basis: 'measured',
          source: escalations.source,
        },
      ]
    : [];
  if (steering) return [...measured, { what: 'steering', ...steering }];
  const rest = Math.max(0, fixed - sum(measured));
  const source = measured.length > 0 ? `what is left of ${fixed} h (playbook)` : `${fixed} h (playbook)`;
  return [...measured, { what: 'steering', hours: hours(rest), basis: 'assumed', source }];
}

function findOwnTickets({ ownTickets, reports }: WeekFacts, week: Hours, playbook: Playbook): LoadPart {
  if (ownTickets) return { what: 'own-tickets', ...ownTickets };
  const part = ownTicketShare(reports, playbook);
  const source = `${Math.round(100 * part)}% of the week with ${reports} ${reports === 1 ? 'report' : 'reports'} (playbook)`;
  return { what: 'own-tickets', hours: hours(part * week), basis: 'assumed', source };
}

/** Whether the hours are short by enough to say so. False where they aren't known. */
export function isShortOfHours({ short }: Pick<SeatLoad, 'short'>, playbook: Playbook): boolean {
  return short !== null && short > 0 && short >= playbook['load.short-from'];
}

type Said = Pick<SeatLoad, 'reports' | 'needed' | 'left'>;

/** "needs 13 h with people a week, has 3"; null where nobody reports or the hours aren't known. */
export function sayLoad({ reports, needed, left }: Said): string | null {
  if (reports === 0 || left === null) return null;
  return `needs ${Math.round(needed)} h with people a week, has ${Math.round(left)}`;
}

/** "No time left to listen: 9 h needed, 3 h left"; null where the hours are not short by enough to say so. */
export function sayNoTime(load: Said & Pick<SeatLoad, 'short'>, playbook: Playbook): string | null {
  if (!isShortOfHours(load, playbook) || load.left === null) return null;
  return `No time left to listen: ${Math.round(load.needed)} h needed, ${Math.round(load.left)} h left`;
}
