import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { contextIn, testSecrets } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Standing } from '../../base/roles.ts';
import type { Instant } from '../../base/time.ts';
import type { FirmContext } from '../../platform/context.ts';
import { takeImportTurn } from '../../records/work/store.ts';
import { importFile } from '../data/actions.ts';
import { findTriage, sayDifficulty } from './actions.ts';

const MONDAY = Date.parse('2026-03-02T09:00:00Z') as Instant;
const HOUR = 3_600_000;
const HEAD = 'ticket,opened,assigned,assignee,resolved,client,category,priority,minutes';

let test: TestDatabase;
let orgId: number;
let people: Record<string, number>;
beforeEach(async () => {
  test ??= await createTestDatabase();
  orgId = (await createFirm(test.database)).orgId;
  await bring('people', 'name,work\nDee Patch,dispatch\nTom Tech,product\n');
  await bring('tickets', [HEAD, 'B,2026-03-02 08:30,,,,Acme,Email,2,', 'A,2026-03-02 08:00,,,,,,,'].join('\n'));
  people = Object.fromEntries(
    await asEngine(({ db }) => db.selectFrom('person').select(['name', 'person_id']).execute()).then((rows) =>
      rows.map((row) => [row.name, row.person_id]),
    ),
  );
});
afterAll(() => test.close());

async function bring(kind: 'people' | 'tickets', text: string) {
  async function* source() {
    yield Buffer.from(text);
  }
  const log = () => undefined;
  const now = () => (MONDAY + 24 * HOUR) as Instant;
  const rest = { actor: 'owner', now, secrets: testSecrets, log, hooks: { refit: async () => undefined } };
  return importFile({ database: test.database, orgId, kind, source: source(), fileName: 'file.csv', ...rest });
}

function as<T>(standing: Standing, personId: number | null, work: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const scope = { orgId, actor: 'account:1', standing, personId };
  return test.database.transact(scope, (db) => work(contextIn(db, orgId, { ...scope, now: () => MONDAY })));
}
const asEngine = <T>(work: (ctx: FirmContext) => Promise<T>) => as('engine', null, work);
const asDispatcher = <T>(work: (ctx: FirmContext) => Promise<T>) => as('technician', people['Dee Patch']!, work);
const waiting = () => asDispatcher(findTriage);
const say = (ticketId: number, difficulty: number | null) =>
  asDispatcher((ctx) => sayDifficulty(ctx, { ticketId, difficulty }));
const ticket = (number: string) =>
  asEngine(({ db }) =>
    db
      .selectFrom('ticket')
      .select(['ticket_id', 'triage_difficulty', 'triage_at'])
      .where('external_id', '=', number)
      .executeTakeFirstOrThrow(),
  );
/** Difficulty under which tickets are compared, by ticket. */
const compared = () =>
  asEngine(({ db }) =>
    db
      .selectFrom('evidence_case')
      .innerJoin('ticket', 'ticket.ticket_id', 'evidence_case.ticket_id')
      .select(['external_id', 'difficulty'])
      .orderBy('external_id')
      .execute(),
  );

describe('asking how hard tickets look', () => {
  it('lists open tickets that nobody has, the oldest first, without anything about a person', async () => {
    const found = await waiting();
    expect(found.waiting).toEqual([
      {
        ticketId: expect.any(Number),
        number: 'A',
        openedAt: MONDAY - HOUR,
        client: null,
        area: null,
        priority: null,
        difficulty: null,
      },
      {
        ticketId: expect.any(Number),
        number: 'B',
        openedAt: MONDAY - HOUR / 2,
        client: 'Acme',
        area: 'Email',
        priority: 2,
        difficulty: null,
      },
    ]);
    expect(found).toMatchObject({ said: [], counts: { waiting: 2, said: 0 }, asOf: expect.any(Number) });
  });

  it('keeps what was said with its moment, and takes it back', async () => {
    const { ticket_id } = await ticket('A');
    await say(ticket_id, 4);
    expect(await ticket('A')).toMatchObject({ triage_difficulty: 4, triage_at: MONDAY });
    expect(await waiting()).toMatchObject({ counts: { waiting: 1, said: 1 }, said: [{ number: 'A', difficulty: 4 }] });
    await say(ticket_id, null);
    expect(await ticket('A')).toMatchObject({ triage_difficulty: null, triage_at: null });
    expect((await waiting()).counts).toEqual({ waiting: 2, said: 0 });
  });

  it('is for dispatchers and for who keeps the firm; everybody else is refused in a sentence', async () => {
    const { ticket_id } = await ticket('A');
    for (const standing of ['owner', 'service-manager', 'operator'] as const)
      expect((await as(standing, null, findTriage)).counts.waiting).toBe(2);
    for (const [standing, person] of [
      ['technician', 'Tom Tech'],
      ['team-lead', 'Tom Tech'],
      ['hr', 'Tom Tech'],
    ] as const) {
      const personId = people[person]!;
      await expect(as(standing, personId, findTriage)).rejects.toThrow('is asked of whoever hands tickets out');
      await expect(
        as(standing, personId, (ctx) => sayDifficulty(ctx, { ticketId: ticket_id, difficulty: 1 })),
      ).rejects.toThrow('is asked of whoever hands tickets out');
    }
    await expect(as('technician', null, findTriage)).rejects.toThrow('is asked of whoever hands tickets out');
    expect(await ticket('A')).toMatchObject({ triage_difficulty: null });
  });

  it('refuses once somebody has the ticket, and where there is none', async () => {
    const { ticket_id } = await ticket('A');
    await bring('tickets', `${HEAD}\nA,2026-03-02 08:00,2026-03-02 10:00,Tom Tech,,,,,\n`);
    await expect(say(ticket_id, 4)).rejects.toThrow('Somebody has ticket A by now');
    expect(await ticket('A')).toMatchObject({ triage_difficulty: null });
    await expect(say(999_999, 4)).rejects.toThrow('There is no such ticket');
  });

  it('waits while a file is being brought in, which would write back what it read before', async () => {
    const { ticket_id } = await ticket('A');
    await asEngine(async ({ db }) => {
      expect(await takeImportTurn(db)).toBe(true);
      await expect(say(ticket_id, 4)).rejects.toThrow('A file is being brought in right now');
    });
    await say(ticket_id, 4);
  });
});

describe('what was said and the files that come later', () => {
  const done = 'A,2026-03-02 08:00,2026-03-02 10:00,Tom Tech,2026-03-02 12:00,,,,30';

  it('is not erased by a file that says nothing of it, and counts once the ticket was given to somebody after it', async () => {
    await say((await ticket('A')).ticket_id, 5);
    await say((await ticket('B')).ticket_id, 2);
    await bring(
      'tickets',
      [HEAD, done, 'B,2026-03-02 08:30,2026-03-02 08:45,Tom Tech,2026-03-02 11:00,,,,20'].join('\n'),
    );
    expect(await ticket('A')).toMatchObject({ triage_difficulty: 5, triage_at: MONDAY });
    // B was somebody's before it was said how hard it looks: the file brought that to light only now.
    expect(await compared()).toEqual([
      { external_id: 'A', difficulty: 5 },
      { external_id: 'B', difficulty: 0 },
    ]);
  });

  it('is not replaced by a difficulty of which a file does not say when it was set', async () => {
    await say((await ticket('A')).ticket_id, 5);
    await bring('tickets', `${HEAD},triage difficulty\n${done},1\n`);
    expect(await ticket('A')).toMatchObject({ triage_difficulty: 5, triage_at: MONDAY });
    expect(await compared()).toEqual([{ external_id: 'A', difficulty: 5 }]);
    await bring('tickets', `${HEAD},triage difficulty,triaged\n${done},1,2026-03-02 08:05\n`);
    expect(await ticket('A')).toMatchObject({ triage_difficulty: 1, triage_at: MONDAY - (HOUR * 11) / 12 });
  });

  it('counts from a file without its time where nobody had the ticket in it', async () => {
    await bring('tickets', `${HEAD},triage difficulty\nA,2026-03-02 08:00,,,,,,,,4\n`);
    expect(await ticket('A')).toMatchObject({ triage_difficulty: 4, triage_at: MONDAY + 24 * HOUR });
    await bring('tickets', `${HEAD}\nA,2026-03-02 08:00,2026-03-05 10:00,Tom Tech,2026-03-05 12:00,,,,30\n`);
    expect(await compared()).toEqual([{ external_id: 'A', difficulty: 4 }]);
  });
});
