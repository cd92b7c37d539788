import type { Random } from '../../base/random.ts';
import { type Instant, instantOf } from '../../base/time.ts';
import { minutes } from '../../base/units.ts';
import type { Arrival } from './arrivals.ts';
import { type Bench, baseLog, chooseFirst, chooseRescuer, work } from './benches.ts';
import type { Calendar } from './calendar.ts';
import type { WorldEvent, WorldSpec, WorldTicket } from './types.ts';
import { untidyTicket } from './untidy.ts';

const ESCALATION_LOGIT = -2.1;
/** Log odds more of getting stuck in an area that one doesn't know, fewer in one that one does: together a level of depth. */
const FOREIGN_LOGIT = 0.4;
const REOPEN_LOGIT = -3;
/** Share of tickets after which the client answers. */
const ANSWERED = 0.25;
const MINUTE_MS = 60_000;
/** Working days until somebody outside the team has done their part. */
const OUTSIDE_DAYS = 0.25;

/** What stays the same while the arrivals are worked through. */
type Desk = {
  spec: WorldSpec;
  benches: ReadonlyMap<string, Bench[]>;
  everyone: Bench[];
  calendar: Calendar;
  end: Instant;
  /** Log minutes of a usual ticket in the hands of someone solid. */
  base: number;
  random: Random;
};

/** How one ticket went: by whom and until when. */
type Course = {
  first: Bench;
  /** Who jumped in; null: nobody. */
  helper: string | null;
  worked: number;
  handedAt: Instant;
  doneAt: Instant;
};

/**
 * Works through the arrivals in order. Minutes follow exp(base + seen + hidden − effect × (resolving − 3) + noise); a
 * stuck ticket is handed on and both have their part in it. What isn't done by the story day stays open, so closures
 * never exceed the hours there are.
 */
export function workTickets(
  spec: WorldSpec,
  arrivals: readonly Arrival[],
  benches: ReadonlyMap<string, Bench[]>,
  calendar: Calendar,
  random: Random,
): WorldTicket[] {
  const everyone = [...benches.values()].flat();
  const base = baseLog(spec, arrivals, everyone, calendar);
  const desk = { spec, benches, everyone, calendar, end: instantOf(spec.day), base, random };
  const prefix = spec.name
    .replace(/[^A-Za-z]/g, '')
    .slice(0, 2)
    .toUpperCase();
  return arrivals.map((arrival, i) => {
    const course = runCourse(desk, arrival);
    return untidyTicket(ticketOf(desk, arrival, course, `${prefix}-${10_000 + i}`), spec.untidy, random);
  });
}

function runCourse({ spec, benches, everyone, calendar, base, random }: Desk, arrival: Arrival): Course {
  const now = calendar.positionOf(arrival.at);
  const team = benches.get(arrival.team)!;
  const first = chooseFirst(spec, team, arrival, now, random);
  const { resolving, depth } = first.truth.competencies;
  const difficulty = arrival.seen + arrival.hidden;
  const log = base + difficulty - spec.effect * (resolving - 3) + spec.sigma * random.normal();
  const worked = Math.max(1, Math.round(Math.exp(log)));
  const urgent = arrival.priority === 1;
  const finish = (helper: string | null, handed: number, done: number): Course => ({
    first,
    helper,
    worked,
    handedAt: calendar.instantAt(handed),
    doneAt: calendar.instantAt(done),
  });
  const foreign = first.ways.areas === null ? 0 : first.ways.areas.has(arrival.area) ? -FOREIGN_LOGIT : FOREIGN_LOGIT;
  if (!happens(random, ESCALATION_LOGIT + 0.7 * difficulty - 0.8 * (depth - 3) + foreign)) {
    const done = work(first, now, worked, urgent);
    return finish(null, done, done);
  }
  const part = worked * (0.35 + 0.3 * random.uniform());
  const handed = work(first, now, part, urgent);
  const outside = spec.teams.find((one) => one.name === arrival.team)?.escalatesTo;
  if (outside && random.uniform() < outside.share) return finish(outside.name, handed, handed + OUTSIDE_DAYS);
  const ask = (among: readonly Bench[]) => chooseRescuer(spec, among, first, arrival.area, now, random);
  const second = ask(team) ?? ask(everyone);
  if (!second) return finish(null, handed, work(first, handed, worked - part, urgent));
  return finish(second.member.name, handed, work(second, handed, worked - part, urgent));
}

function ticketOf(desk: Desk, arrival: Arrival, course: Course, number: string): WorldTicket {
  const { random } = desk;
  const { first, helper, worked } = course;
  const reopened = happens(random, REOPEN_LOGIT - 0.6 * (first.truth.competencies.durability - 3));
  const satisfaction = satisfactionOf(first, random);
  const events = eventsOf(desk, arrival, course, reopened);
  const resolvedAt = events.find((event) => event.state === 'Resolved')?.at ?? null;
  const open = resolvedAt === null;
  return {
    number,
    openedAt: arrival.at,
    priority: arrival.priority,
    team: arrival.team,
    client: arrival.client,
    area: arrival.area,
    firstAssignee: first.member.name,
    minutes: minutes(worked),
    resolvedAt,
    resolver: open ? null : (helper ?? first.member.name),
    escalated: events.some((event) => event.state === 'Escalated'),
    reopened: events.some((event) => event.state === 'Reopened'),
    satisfaction: open ? null : satisfaction,
    triage: null,
    hidden: arrival.hidden,
    events,
  };
}

/** What happened before the story day, in order of time; nothing happens before what comes before it. */
function eventsOf({ end, random }: Desk, { at, team }: Arrival, course: Course, reopened: boolean): WorldEvent[] {
  const firstName = course.first.member.name;
  const resolver = course.helper ?? firstName;
  const events: WorldEvent[] = [{ at, state: 'New', assignee: firstName, team }];
  let latest: number = at;
  const add = (when: number, state: string, assignee: string) => {
    latest = Math.max(latest, Math.round(when));
    if (latest < end) events.push({ at: latest as Instant, state, assignee, team });
  };
  add(at + (6 + 30 * random.uniform()) * MINUTE_MS, 'In progress', firstName);
  if (course.helper !== null) add(course.handedAt, 'Escalated', resolver);
  add(Math.max(course.doneAt, at + course.worked * MINUTE_MS), 'Resolved', resolver);
  const back = latest + (4 + 40 * random.uniform()) * 60 * MINUTE_MS;
  if (reopened) {
    add(back, 'Reopened', resolver);
    add(back + 90 * MINUTE_MS, 'Resolved', resolver);
  }
  return events;
}

function satisfactionOf(first: Bench, random: Random): number | null {
  if (random.uniform() > ANSWERED) return null;
  const { communication, resolving } = first.truth.competencies;
  const average = 4.1 + 0.25 * (communication - 3) + 0.1 * (resolving - 3);
  return Math.max(1, Math.min(5, Math.round(average + 0.9 * random.normal())));
}

const happens = (random: Random, logit: number) => random.uniform() < 1 / (1 + Math.exp(-logit));
