import type { Random } from '../../base/random.ts';
import type { Instant } from '../../base/time.ts';
import type { Untidy, WorldEvent, WorldTicket } from './types.ts';

/** The same ticket as an untidy ticket system keeps it. The truth in it (first assignee, hidden difficulty) stays. */
export function untidyTicket(ticket: WorldTicket, untidy: Untidy, random: Random): WorldTicket {
  const draws = Array.from({ length: 6 }, () => random.uniform());
  const [unassigned, dispatched, machine, client, area, worked] = draws as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const start =
    machine < untidy.throughMachine
      ? untidy.machine
      : dispatched < untidy.throughDispatcher
        ? untidy.dispatcher
        : unassigned < untidy.startUnassigned
          ? null
          : ticket.firstAssignee;
  const accounts = untidy.accounts.filter((account) => random.uniform() < account.share);
  return {
    ...ticket,
    client: client < untidy.blankClient ? null : ticket.client,
    area: area < untidy.blankArea ? null : ticket.area,
    minutes: worked < untidy.blankMinutes ? null : ticket.minutes,
    events: underAccounts(startedBy(ticket.events, start), accounts),
  };
}

function startedBy(events: WorldEvent[], start: string | null): WorldEvent[] {
  const [first, ...rest] = events;
  return [{ ...first!, assignee: start }, ...rest];
}

function underAccounts(events: WorldEvent[], accounts: Untidy['accounts']): WorldEvent[] {
  if (accounts.length === 0) return events;
  const name = new Map(accounts.map((account) => [account.name, account.account]));
  return events.map((event) => ({
    ...event,
    assignee: event.assignee && (name.get(event.assignee) ?? event.assignee),
  }));
}

/** When a ticket first was in the hands of somebody who was meant to solve it; null: it never was. */
export function firstAssignedAt(ticket: WorldTicket, untidy: Untidy): Instant | null {
  const others = [untidy.dispatcher, untidy.machine];
  return ticket.events.find((event) => event.assignee !== null && !others.includes(event.assignee))?.at ?? null;
}
