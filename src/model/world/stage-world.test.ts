import { describe, expect, it } from 'vitest';
import { sampleWorld } from './sample-world.ts';
import { namesInTickets, stagedEventsOf, stagedTicketsOf, type TicketNumbers } from './stage-world.ts';

const northline = sampleWorld('northline');
const names = namesInTickets(northline);
const number = (list: readonly string[]) => new Map(list.map((name, i) => [name, i + 1]));
const numbers: TicketNumbers = {
  people: number(names.people),
  teams: number(names.teams),
  clients: number(names.clients),
  areas: number(names.areas),
};
const passesOn = new Set(
  northline.plan.people
    .filter((person) => person.work === 'dispatch' || person.work === 'service-account')
    .map((person) => numbers.people.get(person.key)!),
);
const staged = [...stagedTicketsOf(northline, numbers, passesOn)];

describe('the tickets of a world, staged', () => {
  it('knows everyone in the tickets by name or address', () => {
    const known = new Set(northline.plan.people.flatMap((person) => [person.name, person.email]));
    expect(names.people.filter((name) => !known.has(name))).toEqual([]);
  });

  it('never gives a ticket first to a dispatcher or a machine', () => {
    expect(staged.every((ticket) => ticket.firstAssigneeId === null || !passesOn.has(ticket.firstAssigneeId))).toBe(
      true,
    );
  });

  it('keeps whom a ticket was first meant for, however it started', () => {
    const byNumber = new Map([...numbers.people].map(([name, id]) => [id, name]));
    const wrong = staged.filter((ticket, i) => {
      const name = ticket.firstAssigneeId === null ? null : byNumber.get(ticket.firstAssigneeId)!;
      const meant = northline.tickets[i]!.firstAssignee;
      const same = name === meant || name?.includes('@');
      // Under a second account, and within minutes of the story day, a ticket may have come to nobody yet.
      return !same && meant !== 'Samuel Whitfield' && northline.tickets[i]!.resolvedAt !== null;
    });
    expect(wrong).toEqual([]);
  });

  it('tells what was handed on, what started with nobody, and what came back', () => {
    const share = (is: (ticket: (typeof staged)[number]) => boolean) => staged.filter(is).length / staged.length;
    expect(share((ticket) => ticket.startedUnassigned)).toBeGreaterThan(0.15);
    expect(share((ticket) => ticket.escalated === true)).toBeGreaterThan(0.08);
    expect(share((ticket) => ticket.handoffs > 0)).toBe(share((ticket) => ticket.escalated === true));
    expect(share((ticket) => ticket.reopenCount > 0)).toBeGreaterThan(0.03);
  });

  it('numbers the events of a ticket from 1', () => {
    const events = [...stagedEventsOf(northline, numbers)];
    expect(events).toHaveLength(northline.tickets.reduce((sum, ticket) => sum + ticket.events.length, 0));
    expect(events.filter(([, seq]) => seq === 1)).toHaveLength(northline.tickets.length);
  });
});
