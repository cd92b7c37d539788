import { dayOf, type Instant } from '../../base/time.ts';
import type { World } from './types.ts';
import { firstAssignedAt } from './untidy.ts';

type Cell = string | number | null;

/**
 * Tickets as a file in Evenkeel's own template: one row a ticket, times in UTC, the assignee being the first. The grade of
 * difficulty stands there where the firm asks for it.
 */
export function ticketsCsv(world: World): string {
  const { untidy } = world.spec;
  const days = new Map<number, string>();
  const time = (at: Instant | null) => (at === null ? null : timeText(at, days));
  const header = ['ticket', 'opened', 'resolved', 'assignee', 'assigned', 'team', 'client', 'category', 'priority'];
  return toCsv(
    [...header, 'minutes', 'satisfaction', 'status', 'reopened', 'resolved by', 'triage difficulty', 'triaged'],
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
        ticket.events.find((event) => event.state === 'Resolved')?.assignee ?? null,
        ticket.triage,
        ticket.triage === null ? null : time(ticket.openedAt),
      ];
    }),
  );
}

/**
 * People as a file: one row a person, and one a seat that nobody holds, `(vacant) Helpdesk Lead`. Who reports to such a seat
 * names it by its title. That somebody only acts is lost, and so are accounts that are nobody.
 */
export function peopleCsv(world: World): string {
  const { people, seats } = world.plan;
  const seat = new Map(seats.map((one) => [one.key, one]));
  const held = new Map(seats.flatMap((one) => (one.holder === null ? [] : [[one.holder, one]])));
  const called = (key: string | null | undefined): string | null => {
    const at = key ? seat.get(key)! : undefined;
    return at ? (at.holder ?? at.title) : null;
  };
  const rows = people
    .filter((person) => person.work !== 'service-account')
    .map((person): Cell[] => [
      person.name,
      person.email,
      person.team,
      person.title,
      called(held.has(person.key) ? held.get(person.key)!.reportsTo : person.reportsTo),
      person.startedOn,
      person.site,
      person.timeZone,
      person.hoursPerWeek,
      person.work,
      person.aspiration,
      person.ownTicketHours,
      held.get(person.key)?.heldSince ?? null,
    ]);
  const vacant = seats.filter((one) => one.holder === null);
  const empty = vacant.map((one): Cell[] => {
    const opens = one.openSince ?? one.plannedFor;
    const unsaid = Array.from({ length: 7 }, () => null);
    return [`(vacant) ${one.title}`, null, one.team, one.title, called(one.reportsTo), opens, ...unsaid];
  });
  const basics = ['name', 'email', 'team', 'title', 'reports to', 'start date', 'site', 'time zone', 'hours'];
  return toCsv([...basics, 'work', 'wants to lead', 'own ticket hours', 'leads since'], [...rows, ...empty]);
}

/** What people said of each other as a file: one row a level; an empty level is "haven't seen it". */
export function ratingsCsv(world: World): string {
  return toCsv(
    ['rater', 'person', 'competency', 'level', 'date'],
    world.observations.map(({ person, rater, competency, level, day }) => [rater, person, competency, level, day]),
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
