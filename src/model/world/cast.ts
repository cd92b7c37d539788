import type { Day } from '../../base/time.ts';
import type { PlannedSeat } from '../../records/people/plan.ts';
import type { Aspiration } from '../../records/people/types.ts';
import { type Member, TICKET_HOURS, type View } from './types.ts';

/** Day on which all three sample stories stand still. */
export const STORY_DAY = '2026-11-16' as Day;

/** One row of a cast: name, title, true technical and people level, aspiration, first day. */
export type CastRow = readonly [string, string, number, number, Aspiration, string];

/** Technicians of one team who report to one seat. */
export function castTeam(team: string, under: string, rows: readonly CastRow[]): Member[] {
  return rows.map(([name, title, technical, people, aspiration, startedOn]) => ({
    name,
    title,
    team,
    work: 'product',
    aspiration,
    startedOn: startedOn as Day,
    under,
    technical,
    people,
    ticketHours: TICKET_HOURS,
  }));
}

/** Somebody with a place of their own: a lead, the owner, a dispatcher. */
export function castOne(row: CastRow, rest: Pick<Member, 'team' | 'work' | 'under'> & Partial<Member>): Member {
  const [name, title, technical, people, aspiration, startedOn] = row;
  return { name, title, technical, people, aspiration, startedOn: startedOn as Day, ticketHours: 0, ...rest };
}

/** A cast in which some have something of their own. */
export function withOwn(members: readonly Member[], own: Readonly<Record<string, Partial<Member>>>): Member[] {
  return members.map((member) => ({ ...member, ...own[member.name] }));
}

/** A seat; what is left out is null. */
export function castSeat(seat: Pick<PlannedSeat, 'key' | 'title'> & Partial<PlannedSeat>): PlannedSeat {
  const empty = { team: null, holder: null, reportsTo: null, plannedFor: null, heldSince: null, actingUntil: null };
  return { ...empty, openSince: null, ...seat };
}

type Said = number | null;
/** Of whom, then the four plain questions: gets stuck work moving, knows how, people go to them, stays calm. */
export type AnswerRow = readonly [string, Said, Said, Said, Said];

/** One person's answers to the four plain questions over several people. */
export function answersBy(rater: string, day: string, rows: readonly AnswerRow[]): View[] {
  return rows.map(([of, rescue, knowledge, coaching, conflict]) => ({
    rater,
    of,
    kind: 'answer',
    day: day as Day,
    levels: { rescue, knowledge, coaching, conflict },
  }));
}

/** Of whom, then knowledge, rescue, communication, conflict, coaching, team building, fairness. */
export type AssessmentRow = readonly [string, Said, Said, Said, Said, Said, Said, Said];

/** One person's structured assessments of several people. */
export function assessmentsBy(rater: string, day: string, rows: readonly AssessmentRow[]): View[] {
  return rows.map(([of, knowledge, rescue, communication, conflict, coaching, building, fairness]) => ({
    rater,
    of,
    kind: 'assessment',
    day: day as Day,
    levels: { knowledge, rescue, communication, conflict, coaching, 'team-building': building, fairness },
  }));
}
