import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { type DerivedTicket, deriveTickets, orderRows } from './derive-tickets.ts';
import { addLogRow, classOfStatus, createEventLog, type EventLog } from './event-log.ts';

/** One change: ticket, hour of Monday 2024-01-01, status, assignee, team. */
type Change = [
  ticket: string,
  hour: number,
  status: string,
  person: string | null,
  team: string | null,
  reopened?: number,
];

const MONDAY = Date.UTC(2024, 0, 1);

function logOf(changes: readonly Change[]): EventLog {
  const log = createEventLog();
  for (const [ticket, hour, status, person, team, reopened = 0] of changes) {
    addLogRow(log, {
      ticket,
      at: MONDAY + hour * 3_600_000,
      order: 0,
      status: log.statuses.placeOf(status),
      person: log.people.placeOf(person),
      team: log.teams.placeOf(team),
      client: -1,
      category: -1,
      priority: 0,
      openedAt: Number.NaN,
      reopened,
    });
  }
  return log;
}

function derive(
  changes: readonly Change[],
  dispatchers: readonly string[] = [],
): DerivedTicket & { firstName: string | null } {
  const log = logOf(changes);
  const [ticket] = deriveTickets(log, orderRows(log), {
    workingDay: { starts: 8, ends: 18 },
    passesOn: (person) => dispatchers.includes(log.people.list[person]!),
    offsetMinutes: () => 0,
  });
  return { ...ticket!, firstName: log.people.list[ticket!.firstAssignee] ?? null };
}

describe('reading a ticket’s story', () => {
  it('credits the first assignee and counts active working minutes until the first resolution', () => {
    const ticket = derive([
      ['1', 7, 'New', null, 'Desk'],
      ['1', 9, 'Active', 'Ann', 'Desk'],
      ['1', 10, 'Awaiting User Info', 'Ann', 'Desk'],
      ['1', 14, 'Active', 'Ann', 'Desk'],
      ['1', 16, 'Resolved', 'Ann', 'Desk'],
      ['1', 20, 'Active', 'Bob', 'Desk', 1],
      ['1', 23, 'Closed', 'Bob', 'Desk', 1],
    ]);
    expect(ticket).toMatchObject({
      firstName: 'Ann',
      firstAssignedAt: MONDAY + 9 * 3_600_000,
      resolvedAt: MONDAY + 16 * 3_600_000,
      queueMinutes: 180,
      startedUnassigned: true,
      handoffs: 1,
      reopenCount: 1,
      escalated: false,
    });
  });

  it('never credits a dispatcher', () => {
    const changes: Change[] = [
      ['1', 8, 'New', 'Dee', 'Desk'],
      ['1', 9, 'Active', 'Ann', 'Pod A'],
      ['1', 10, 'Resolved', 'Ann', 'Pod A'],
    ];
    expect(derive(changes, ['Dee'])).toMatchObject({
      firstName: 'Ann',
      queueMinutes: 60,
      handoffs: 0,
      escalated: false,
    });
    expect(derive(changes)).toMatchObject({ firstName: 'Dee', queueMinutes: 120, handoffs: 1, escalated: true });
  });

  it('sees a ticket leave the first assignee, also into another queue without a name', () => {
    expect(
      derive([
        ['1', 9, 'New', 'Ann', 'A'],
        ['1', 10, 'Active', null, 'B'],
        ['1', 11, 'Resolved', null, 'B'],
      ]),
    ).toMatchObject({ handoffs: 1, escalated: true });
    expect(
      derive([
        ['1', 9, 'New', 'Ann', 'A'],
        ['1', 10, 'Active', null, 'A'],
        ['1', 11, 'Resolved', 'Ann', 'A'],
      ]),
    ).toMatchObject({ handoffs: 0, escalated: false });
    expect(
      derive([
        ['1', 9, 'New', 'Ann', 'A'],
        ['1', 10, 'Resolved', 'Ann', 'A'],
        ['1', 11, 'Active', 'Bob', 'A'],
      ]),
    ).toMatchObject({ handoffs: 1, escalated: false });
  });

  it('says that it can’t tell where a ticket was never assigned, or only after it was resolved', () => {
    expect(
      derive([
        ['1', 9, 'New', null, 'A'],
        ['1', 10, 'Resolved', null, 'A'],
      ]),
    ).toMatchObject({ firstAssignee: -1, queueMinutes: null, escalated: null });
    expect(
      derive([
        ['1', 9, 'New', null, 'A'],
        ['1', 10, 'Resolved', null, 'A'],
        ['1', 11, 'Closed', 'Ann', 'A'],
      ]),
    ).toMatchObject({ firstName: 'Ann', queueMinutes: null, escalated: null });
    expect(derive([['1', 9, 'New', 'Ann', 'A']])).toMatchObject({
      resolvedAt: null,
      queueMinutes: null,
      escalated: null,
    });
  });

  it('tells who brought a ticket to its end for somebody else', () => {
    const endOf = (...hands: (string | null)[]) => {
      const log = logOf(
        hands.map((who, i): Change => ['1', i * 5, i === hands.length - 1 ? 'Resolved' : 'Active', who, 'A']),
      );
      const options = {
        workingDay: { starts: 8, ends: 18 },
        passesOn: (at: number) => log.people.list[at] === 'Dee',
        offsetMinutes: () => 0,
      };
      const { resolver, handedBy } = [...deriveTickets(log, orderRows(log), options)][0]!;
      return [log.people.list[resolver], log.people.list[handedBy]];
    };
    expect(endOf('Ann', 'Ann')).toEqual([undefined, undefined]);
    expect(endOf('Ann', 'Bob', 'Bob')).toEqual(['Bob', 'Ann']);
    expect(endOf('Ann', 'Bob', 'Cid', null)).toEqual(['Cid', 'Bob']);
    // It came back: nobody else brought it to its end.
    expect(endOf('Ann', 'Bob', 'Ann')).toEqual([undefined, undefined]);
    // Whoever hands out tickets helps nobody by holding one for a moment.
    expect(endOf('Dee', 'Ann', 'Dee', 'Bob')).toEqual(['Bob', 'Ann']);
  });

  it('is the same whatever the order of the rows in the file', () => {
    const person = fc.option(fc.constantFrom('Ann', 'Bob', 'Cid'), { nil: null });
    const change = fc.tuple(
      fc.constantFrom('1', '2', '3'),
      fc.constant(0),
      fc.constantFrom('New', 'Active', 'Awaiting Vendor', 'Resolved', 'Closed'),
      person,
      fc.constantFrom('A', 'B'),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), fc.infiniteStream(fc.nat()), (changes, keys) => {
        const timed = changes.map((one, i): Change => [one[0], i * 5, one[2], one[3], one[4]]);
        const mixed = timed
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const storyOf = (given: readonly Change[]) => {
          const log = logOf(given);
          const options = { workingDay: { starts: 8, ends: 18 }, passesOn: () => false, offsetMinutes: () => 0 };
          return [...deriveTickets(log, orderRows(log), options)]
            .map(({ ticket, firstAssignee, firstTeam, resolver, handedBy, ...rest }) => ({
              number: log.tickets.list[ticket],
              person: log.people.list[firstAssignee],
              resolver: log.people.list[resolver],
              handedBy: log.people.list[handedBy],
              team: log.teams.list[firstTeam],
              ...rest,
            }))
            .sort((a, b) => a.number!.localeCompare(b.number!));
        };
        expect(storyOf(mixed)).toEqual(storyOf(timed));
      }),
    );
  });

  it('grows with the log', () => {
    const log = logOf(Array.from({ length: 40_000 }, (_, i): Change => [String(i % 20_000), i, 'Active', 'Ann', 'A']));
    expect(log.rows).toBe(40_000);
    expect([...orderRows(log).rows.subarray(0, 4)]).toEqual([0, 20_000, 1, 20_001]);
  });

  it('knows what statuses mean', () => {
    const classes = {
      Resolved: 'resolved',
      '>Closed': 'resolved',
      'Work in progress': 'active',
      Reopened: 'active',
      Unresolved: 'active',
      'Awaiting User Info': 'waiting',
      'On Hold': 'waiting',
      Pending: 'waiting',
      New: 'active',
      Completed: 'resolved',
    };
    for (const [status, expected] of Object.entries(classes)) expect(classOfStatus(status), status).toBe(expected);
  });
});
