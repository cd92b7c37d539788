import { dayOf, type Instant } from '../../base/time.ts';
import type { World } from './types.ts';
import { firstAssignedAt } from './untidy.ts';

type Cell = string | number | null;

/** Tickets as a file in Evenkeel's own template: one row a ticket, times in UTC, the assignee being the first. */
export function ticketsCsv(world: World): string {
  const { untidy } = world.spec;
  const days = new Map<number, string>();
  const time = (at: Instant | null) => (at === null ? null : timeText(at, days));
  const header = ['ticket', 'opened', 'resolved', 'assignee', 'assigned', 'team', 'client', 'category', 'priority'];
  return toCsv(
    [...header, 'minutes', 'satisfaction', 'status', 'reopened'],
    world.tickets.map((ticket) => {
      const assigned = firstAssignedAt(ticket, untidy);
      const account = ticket.events.find((event) => event.at === assigned && event.assignee !== null)?.assignee;
      return [
        ticket.number,
        time(ticket.openedAt),
        time(ticket.resolvedAt),
        assigned === null ? null : (account ?? ticket.firstAssignee),
        time(assigned),
        ticket.team,
        ticket.client,
        ticket.area,
        ticket.priority,
        ticket.minutes,
        ticket.satisfaction,
        ticket.resolvedAt === null ? 'Open' : 'Resolved',
        ticket.reopened ? 1 : 0,
      ];
    }),
  );
}

/**
 * People as a file. A file names who somebody reports to, not the seat: below an empty seat that is whoever holds the
 * next seat up, so empty and acting seats are lost in it.
 */
export function peopleCsv(world: World): string {
  const { people, seats } = world.plan;
  const seat = new Map(seats.map((one) => [one.key, one]));
  const held = new Map(seats.flatMap((one) => (one.holder === null ? [] : [[one.holder, one]])));
  const holderAbove = (key: string | null | undefined): string | null => {
    const at = key ? seat.get(key) : undefined;
    return at ? (at.holder ?? holderAbove(at.reportsTo)) : null;
  };
  return toCsv(
    ['name', 'email', 'team', 'title', 'reports to', 'start date', 'site', 'time zone', 'hours'],
    people.map((person) => [
      person.name,
      person.email,
      person.team,
      person.title,
      holderAbove(held.get(person.key)?.reportsTo ?? person.reportsTo),
      person.startedOn,
      person.site,
      person.timeZone,
      person.hoursPerWeek,
    ]),
  );
}

/** What people said of each other as a file: one row a level; an empty level is "haven't seen it". */
export function ratingsCsv(world: World): string {
  return toCsv(
    ['person', 'rater', 'competency', 'level', 'day'],
    world.observations.map(({ person, rater, competency, level, day }) => [person, rater, competency, level, day]),
  );
}

const DAY_MS = 86_400_000;

/** `2026-03-02T09:14:00Z`, from a memory of the days that occur: a calendar look-up a ticket would cost more than making it. */
function timeText(at: Instant, days: Map<number, string>): string {
  const number = Math.floor(at / DAY_MS);
  let day = days.get(number);
  if (day === undefined) {
    day = dayOf(at);
    days.set(number, day);
  }
  const minute = Math.floor((at - number * DAY_MS) / 60_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00Z`;
}

function toCsv(header: readonly string[], rows: readonly Cell[][]): string {
  return `${[header, ...rows].map((row) => row.map(cellText).join(',')).join('\n')}\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
