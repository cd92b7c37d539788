import { Refusal } from '../base/errors.ts';
import { addDays, addMonths, type Day, daysBetween, parseDay } from '../base/time.ts';
import { type Hours, hours } from '../base/units.ts';
import type { Aspiration, Person, Structure } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import { sayDay } from './words.ts';

/** What both are promised about the way back. It is kept with each trial in the words that were read. */
export const PROMISE =
  'Whoever tries it can go back at any time, without saying why: to the same team, with the same pay and the same standing. ' +
  'Going back is no failure. It is held against nobody and enters no number and no advice.';

/** A trial is over within a year: longer is no trial. */
const LONGEST_DAYS = 366;

/** The last day to propose for a trial from a day on, and the days to look at it together before. */
export function proposeDays(from: Day, playbook: Playbook): { untilDay: Day; reviewDays: Day[] } {
  const untilDay = addMonths(from, Math.round(playbook['trial.months']));
  return { untilDay, reviewDays: proposeReviews(from, untilDay, playbook) };
}

/** The last day on which a trial that is proposed today may begin. */
export const latestStart = (today: Day, playbook: Playbook): Day =>
  addMonths(today, Math.round(playbook['trial.start-within']));

/** Reads and checks the first day of a trial; none: today. */
export function readFirstDay(text: string | null, today: Day, playbook: Playbook): Day {
  if (text === null) return today;
  const from = parseDay(text);
  const refuse = (message: string): never => {
    throw new Refusal('bad-input', message, { field: 'startDay' });
  };
  if (from === undefined) return refuse('This is no day that a trial could begin on: choose one from the calendar.');
  if (from < today) return refuse(`A trial begins today or later: choose a day from ${sayDay(today)} on.`);
  const latest = latestStart(today, playbook);
  return from <= latest
    ? from
    : refuse(
        `A trial begins by ${sayDay(latest)}, as the playbook has it: choose an earlier day, or propose it later.`,
      );
}

/** The day on which an agreed trial begins: the proposed one, or the day of agreement where that is later. */
export const firstDayOf = ({ startDay }: { startDay: Day | null }, agreedOn: Day): Day =>
  startDay !== null && startDay > agreedOn ? startDay : agreedOn;

/** Days to look at a trial together: every so many weeks, the last of them before it ends. */
export function proposeReviews(from: Day, until: Day, playbook: Playbook): Day[] {
  const every = 7 * Math.round(playbook['trial.review-weeks']);
  const days: Day[] = [];
  // A week before the end there is still time to decide.
  for (let day = addDays(from, every); daysBetween(day, until) >= 7; day = addDays(day, every)) days.push(day);
  return days.length > 0 ? days : [addDays(from, Math.max(1, Math.floor(daysBetween(from, until) / 2)))];
}

/** Hours a week on own tickets to propose while somebody tries to lead; null: their hours were not told. */
export function proposeHours(told: Hours | null, playbook: Playbook): Hours | null {
  return told === null ? null : hours(Math.round(told * playbook['trial.tickets-kept']));
}

/** Reads and checks the last day of a trial. */
export function readLastDay(text: string | null, from: Day): Day {
  const until = text === null ? undefined : parseDay(text);
  const refuse = (message: string): never => {
    throw new Refusal('bad-input', message, { field: 'untilDay' });
  };
  if (until === undefined) return refuse('A trial needs a last day: give the day on which you decide together.');
  if (until <= from)
    return refuse(`A trial must end after ${sayDay(from)}, the day it could begin: choose a later day.`);
  if (daysBetween(from, until) > LONGEST_DAYS)
    return refuse('A trial of more than a year is none: choose an earlier day, or say that the person holds the seat.');
  return until;
}

/** Reads and checks the days on which both look at a trial: each within it, none twice; none: the proposed ones. */
export function readReviewDays(texts: readonly string[], from: Day, until: Day, playbook: Playbook): Day[] {
  if (texts.length === 0) return proposeReviews(from, until, playbook);
  const days = [...new Set(texts)].sort().map((text) => {
    const day = parseDay(text);
    if (day === undefined || day < from || day > until)
      throw new Refusal('bad-input', `The day ${text} lies outside the trial: choose one up to ${sayDay(until)}.`, {
        field: 'reviewDays',
      });
    return day;
  });
  if (days.length > 12)
    throw new Refusal('bad-input', 'Twelve days to look at it are enough: take some out.', { field: 'reviewDays' });
  return days;
}

const SAID_NO: Partial<Record<Aspiration, string>> = {
  'not-now': 'said “not now” to leading',
  'technical-path': 'chose the technical path',
};

/** Why somebody isn't put into a seat, as they said themselves; null: they said no such thing. */
export function saidNo({ name, aspiration }: Pick<Person, 'name' | 'aspiration'>): string | null {
  const no = SAID_NO[aspiration];
  return no === undefined
    ? null
    : `${name} ${no}, and that stands until they say otherwise: ask them first, what they want is on their own page.`;
}

/**
 * Refuses a trial, from a day on, of somebody who said no or tries another seat then, or in a seat that somebody else holds,
 * that they hold for good, or that was closed.
 */
export function refuseTrial({ day, seats, people }: Structure, seatId: number, person: Person, from: Day): void {
  const { personId, name } = person;
  const no = saidNo(person);
  if (no !== null) throw new Refusal('conflict', no, { field: 'personId' });
  const seat = seats.find((one) => one.seatId === seatId);
  if (seat === undefined)
    throw new Refusal('conflict', 'The seat was closed: there is nothing left to try.', { field: 'seatId' });
  refuseTwoSeats({ day, seats }, seatId, person, from);
  if (seat.holderId === null) return;
  if (seat.holderId !== personId) {
    const holder = people.find((one) => one.personId === seat.holderId)?.name ?? 'Somebody';
    throw new Refusal('conflict', `${holder} holds ${seat.title}: a trial is for a seat that is open.`, {
      field: 'seatId',
    });
  }
  if (seat.state === 'held')
    throw new Refusal('conflict', `${name} holds ${seat.title} already: there is nothing left to try.`, {
      field: 'personId',
    });
}

/** Whoever acts in another seat by then would try two at once; one whose last day is over still acts there until somebody says otherwise. */
function refuseTwoSeats(
  { day, seats }: Pick<Structure, 'day' | 'seats'>,
  seatId: number,
  person: Person,
  from: Day,
): void {
  const other = seats.find(
    ({ seatId: id, holderId, state, actingUntil }) =>
      id !== seatId &&
      holderId === person.personId &&
      state === 'acting' &&
      (actingUntil === null || actingUntil < day || actingUntil >= from),
  );
  if (other === undefined) return;
  const until = other.actingUntil !== null && other.actingUntil >= day ? ` until ${sayDay(other.actingUntil)}` : '';
  throw new Refusal(
    'conflict',
    `${person.name} acts as ${other.title}${until}: one seat at a time is enough, so choose a day after that.`,
    { field: 'startDay' },
  );
}
