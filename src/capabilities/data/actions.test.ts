import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn, testSecrets } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { readIncidentCut } from '../../../test/support/incident-cut.ts';
import type { Refusal } from '../../base/errors.ts';
import { type Instant, systemClock } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { readCrossEntries } from '../../records/evidence/store.ts';
import { readStructure } from '../../records/people/store.ts';
import { findImport, findImports, type ImportRequest, importFile, startImport } from './actions.ts';

const CUT = readIncidentCut().toString();
const LINES = CUT.trimEnd().split('\n');

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

type Given = Partial<ImportRequest> & Pick<ImportRequest, 'kind'>;

async function bring(orgId: number, text: string | Buffer, given: Given) {
  async function* source() {
    yield Buffer.from(text);
  }
  return importFile({
    database: test.database,
    orgId,
    actor: 'owner',
    now: systemClock,
    secrets: testSecrets,
    log: () => undefined,
    source: source(),
    fileName: 'file.csv',
    hooks: { refit: async () => undefined },
    ...given,
  });
}

const inFirm = <T>(orgId: number, work: (db: Db) => Promise<T>) =>
  test.database.transact({ orgId, actor: 'owner', standing: 'engine' }, work);
const context = (db: Db, orgId: number) => contextIn(db, orgId);
const importsOf = (orgId: number) => inFirm(orgId, async (db) => (await findImports(context(db, orgId))).imports);

/** Every row of the firm that an import of tickets may write. */
async function contents(orgId: number): Promise<Record<string, number>> {
  return inFirm(orgId, async (db) => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from ticket) as tickets, (select count(*) from ticket_event) as events,
        (select count(*) from person) as people, (select count(*) from team) as teams, (select count(*) from client) as clients,
        (select count(*) from seat) as seats, (select count(*) from evidence_case) as cases,
        (select coalesce(sum(n), 0) from evidence_cross) as sums, (select coalesce(max(data_version), 0) from evidence_total) as version`.execute(
      db,
    );
    return rows[0]!;
  });
}

describe('importing a real event log', () => {
  let orgId: number;
  beforeAll(async () => {
    orgId = (await createFirm(test.database)).orgId;
  });

  it('brings in tickets, people, teams, clients, vacant leads and what the model stands on', async () => {
    const run = await bring(orgId, CUT, { kind: 'tickets' });
    expect(run).toMatchObject({
      state: 'done',
      source: 'servicenow-event-log',
      rowsRead: LINES.length - 1,
      ticketsAdded: 2973,
      ticketsChanged: 0,
      message: '2,973 tickets added, 0 tickets changed.',
    });
    expect(run.mapping).toMatchObject({ assignee: 'assigned_to', client: 'location' });
    const { health } = run;
    expect(health).toMatchObject({ tickets: 2973, people: run.peopleAdded, withMinutes: 0, withSatisfaction: 0 });
    expect(health!.widestTeam!.firstAssignees).toBeGreaterThan(30);
    const there = await contents(orgId);
    expect(there).toMatchObject({
      tickets: 2973,
      events: run.rowsRead - run.rowsRejected,
      people: run.peopleAdded,
      teams: health!.teams,
      seats: health!.teams,
      clients: health!.clients,
      version: 1,
    });
    expect(there.cases).toBeGreaterThan(2800);
    expect(there.sums).toBe(there.cases! * 28);
  });

  it('gives each new team a vacant lead, and people the team where they were most often first', async () => {
    await inFirm(orgId, async (db) => {
      const { seats, teams, memberships } = await readStructure(db, '2026-11-23' as never);
      expect(new Set(seats.map(({ teamId }) => teamId))).toEqual(new Set(teams.map(({ teamId }) => teamId)));
      expect(seats.every(({ state, reportsTo }) => state === 'vacant' && reportsTo === null)).toBe(true);
      const name = (id: number) => teams.find(({ teamId }) => teamId === id)!.name;
      expect(seats.map(({ title }) => title)).toContain('Lead, Group 20');
      const { rows } = await sql<{ person_id: number; team_id: number }>`
        select person_id, team_id from membership m where exists (select from ticket t
          where t.first_assignee_id = m.person_id group by t.first_team_id
          having count(*) > (select count(*) from ticket u where u.first_assignee_id = m.person_id and u.first_team_id = m.team_id))`.execute(
        db,
      );
      expect(rows.map((row) => name(row.team_id))).toEqual([]);
      expect(memberships.length).toBeGreaterThan(100);
    });
  });

  it('changes nothing when the same file comes again, and says so', async () => {
    const before = await contents(orgId);
    const run = await bring(orgId, CUT, { kind: 'tickets' });
    expect(run).toMatchObject({ state: 'done', ticketsAdded: 0, ticketsChanged: 0, peopleAdded: 0 });
    expect(run.message).toContain('This very file was imported before.');
    expect(await contents(orgId)).toEqual(before);
  });

  it('gives the same whatever the order of the rows', async () => {
    const [header, ...rows] = LINES;
    const other = (await createFirm(test.database)).orgId;
    await bring(other, [header, ...rows.toReversed()].join('\n'), { kind: 'tickets' });
    expect(await stories(other)).toEqual(await stories(orgId));
  });

  it('continues the story of tickets that a newer file goes on with, and touches no others', async () => {
    const { before, after, inBoth } = splitByMonth();
    const other = (await createFirm(test.database)).orgId;
    await bring(other, before, { kind: 'tickets' });
    expect(await bring(other, after, { kind: 'tickets' })).toMatchObject({ ticketsChanged: inBoth });
    expect(await stories(other)).toEqual(await stories(orgId));
    const { version: _, ...sums } = await contents(other);
    expect(await contents(orgId)).toMatchObject(sums);
    // An older file afterwards doesn't cut a story short.
    expect(await bring(other, before, { kind: 'tickets' })).toMatchObject({ ticketsAdded: 0, ticketsChanged: 0 });
  });
});

/** Everything that was read out of the log, by names. */
function stories(firm: number): Promise<Record<string, unknown>[]> {
  return inFirm(firm, async (db) => {
    const { rows } = await sql<Record<string, unknown>>`
      select external_id, opened_at, resolved_at, p.name as assignee, first_assigned_at, g.name as team, c.name as client,
        a.name as area, priority, queue_minutes, started_unassigned, handoffs, reopen_count, escalated
      from ticket t left join person p on p.person_id = first_assignee_id left join team g on g.team_id = first_team_id
      left join client c on c.client_id = t.client_id left join category a on a.category_id = t.category_id
      order by external_id`.execute(db);
    return rows;
  });
}

/** The rows of the log up to the end of March 2016 and those since, and how many tickets have both. */
function splitByMonth(): { before: string; after: string; inBoth: number } {
  const [header = '', ...rows] = LINES;
  const at = header.split(',').indexOf('sys_updated_at');
  const isBefore = (row: string) => /^\d+\/[23]\/2016/.test(row.split(',')[at]!);
  const before = rows.filter(isBefore);
  const after = rows.filter((row) => !isBefore(row) && !row.includes(',-100,'));
  const numbers = (some: string[]) => new Set(some.map((row) => row.slice(0, row.indexOf(','))));
  const earlier = numbers(before);
  const inBoth = [...numbers(after)].filter((number) => earlier.has(number)).length;
  return { before: [header, ...before].join('\n'), after: [header, ...after].join('\n'), inBoth };
}

describe('importing a list', () => {
  const listOf = (rows: string[]) =>
    ['ticket,opened,resolved,assignee,team,client,category,priority,minutes', ...rows].join('\n');

  it('updates only the tickets that changed, and keeps the first assignee that is known', async () => {
    const { orgId } = await createFirm(test.database);
    const rows = Array.from(
      { length: 40 },
      (_, i) => `T${i},2026-03-02 09:00,2026-03-02 11:00,p${i % 4},Desk,c${i % 3},a,3,${i + 1}`,
    );
    expect(await bring(orgId, listOf(rows), { kind: 'tickets' })).toMatchObject({ ticketsAdded: 40, peopleAdded: 4 });
    const newer = [
      ...rows.slice(1),
      'T0,2026-03-02 09:00,2026-03-02 11:00,p9,Desk,c0,a,3,77',
      'T40,2026-03-03,,p1,Desk,c1,a,3,',
    ];
    expect(await bring(orgId, listOf(newer), { kind: 'tickets' })).toMatchObject({
      ticketsAdded: 1,
      ticketsChanged: 1,
    });
    await inFirm(orgId, async (db) => {
      const ticket = await db
        .selectFrom('ticket')
        .innerJoin('person', 'person_id', 'first_assignee_id')
        .select(['name', 'minutes_worked'])
        .where('external_id', '=', 'T0')
        .executeTakeFirst();
      expect(ticket).toEqual({ name: 'p0', minutes_worked: 77 });
      const sums = await readCrossEntries(db, 'minutes-worked');
      expect(sums).toMatchObject({ n: 40, dataVersion: 2 });
      const logs = [77, ...Array.from({ length: 39 }, (_, i) => i + 2)].map(Math.log);
      expect(sums!.sumY).toBeCloseTo(
        logs.reduce((sum, y) => sum + y, 0),
        9,
      );
    });
  });

  it('takes the last of two rows of one ticket', async () => {
    const { orgId } = await createFirm(test.database);
    const run = await bring(orgId, listOf(['T1,2026-03-02,,ann,Desk,c,a,3,5', 'T1,2026-03-02,,ann,Desk,c,a,2,6']), {
      kind: 'tickets',
    });
    expect(run.ticketsAdded).toBe(1);
    await inFirm(orgId, async (db) => {
      expect(await db.selectFrom('ticket').select(['priority', 'minutes_worked']).execute()).toEqual([
        { priority: 2, minutes_worked: 6 },
      ]);
    });
  });

  it('takes one ticket of one technician', async () => {
    const { orgId } = await createFirm(test.database);
    expect(await bring(orgId, listOf(['T1,2026-03-02,2026-03-02,ann,,,,,5']), { kind: 'tickets' })).toMatchObject({
      state: 'done',
      ticketsAdded: 1,
      peopleAdded: 1,
    });
    expect(await contents(orgId)).toMatchObject({ tickets: 1, cases: 1, sums: 28 });
  });

  it('stores where rows could not be read, without what they said', async () => {
    const { orgId } = await createFirm(test.database);
    const rows = Array.from({ length: 10 }, (_, i) => `T${i},2026-03-02,,ann,Desk,c,a,3,${i === 4 ? '-6' : 6}`);
    const { importId } = await bring(orgId, listOf(rows), { kind: 'tickets' });
    await inFirm(orgId, async (db) => {
      const found = await findImport(context(db, orgId), { importId });
      expect(found.run).toMatchObject({ rowsRead: 10, rowsRejected: 1, ticketsAdded: 9 });
      expect(found.rejections).toEqual([
        { line: 6, columnName: 'minutes', reason: 'A length of time can not be negative.' },
      ]);
      expect(found.canTell.join(' ')).toContain('minutes they booked');
    });
  });
});

describe('an import that fails', () => {
  it.each([
    ['an empty file', '', 'The file is empty'],
    ['a header only', 'ticket,opened\n', 'a header and no rows'],
    ['an unknown delimiter', 'ticket#opened\n1#2024-01-01\n', 'Only one column was found'],
    [
      'too many unreadable rows',
      'ticket,opened\n1,2024-01-01\n2,never\n3,2024-01-01\n4,soon\n',
      '2 of 4 rows could not be read',
    ],
    ['dates in 2087', 'ticket,opened\n1,2087-01-13\n', 'more than a year ahead'],
    ['a field of 10 MB', `ticket,opened\n1,2024-01-01\n2,${'x'.repeat(10_000_000)}\n`, 'A field on line 3 is longer'],
  ])('keeps nothing of %s and says why', async (_, text, message) => {
    const { orgId } = await createFirm(test.database);
    await expect(bring(orgId, text, { kind: 'tickets' })).rejects.toThrow(message);
    expect(await contents(orgId)).toMatchObject({ tickets: 0, people: 0, teams: 0, clients: 0, version: 0 });
    const [run] = await importsOf(orgId);
    expect(run).toMatchObject({ state: 'failed', message: expect.stringContaining(message), fileName: 'file.csv' });
    expect(run?.finishedAt).not.toBeNull();
  });

  it('asks for the order of day and month, and goes on with the answer', async () => {
    const { orgId } = await createFirm(test.database);
    const text = 'ticket,opened\n1,1/2/2024\n';
    await expect(bring(orgId, text, { kind: 'tickets' })).rejects.toMatchObject({ code: 'needs-answer' });
    expect(await importsOf(orgId)).toMatchObject([{ state: 'needs-answer' }]);
    await bring(orgId, text, { kind: 'tickets', dateOrder: 'day-first' });
    expect(await importsOf(orgId)).toMatchObject([{ state: 'done' }, { state: 'needs-answer' }]);
  });

  it('leaves nothing when its process is killed, and is called interrupted afterwards', async () => {
    const { orgId } = await createFirm(test.database);
    const script = join(import.meta.dirname, '../../../test/support/import-forever.ts');
    const child = spawn(process.execPath, [script, test.adminUrl, String(orgId)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    expect(await importsOf(orgId)).toMatchObject([{ state: 'running' }]);
    await expect(bring(orgId, 'ticket,opened\n1,2024-01-01\n', { kind: 'tickets' })).rejects.toMatchObject({
      code: 'conflict',
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    // The server notices that the connection is gone, and only then frees the firm's turn.
    await expect.poll(async () => (await importsOf(orgId))[0]?.state, { timeout: 10_000 }).toBe('interrupted');
    expect(await contents(orgId)).toEqual({
      tickets: 0,
      events: 0,
      people: 0,
      teams: 0,
      clients: 0,
      seats: 0,
      cases: 0,
      sums: 0,
      version: 0,
    });
    await bring(orgId, 'ticket,opened\n1,2024-01-01\n', { kind: 'tickets' });
  });

  it('is undone when the models can not be fitted', async () => {
    const { orgId } = await createFirm(test.database);
    const hooks = { refit: () => Promise.reject(new Error('no fit')) };
    await expect(bring(orgId, 'ticket,opened\n1,2024-01-01\n', { kind: 'tickets', hooks })).rejects.toThrow('no fit');
    expect(await contents(orgId)).toMatchObject({ tickets: 0 });
    expect(await importsOf(orgId)).toMatchObject([
      { state: 'failed', message: expect.stringContaining('Something went wrong in Evenkeel') },
    ]);
  });
});

describe('people and ratings', () => {
  it('come in from files, and a new dispatcher leaves the sums', async () => {
    const { orgId } = await createFirm(test.database);
    const tickets = Array.from(
      { length: 6 },
      (_, i) => `T${i},2026-03-02,2026-03-03,${i % 2 ? 'Dee Desk' : 'Ann Bell'},Desk,5`,
    );
    await bring(orgId, ['ticket,opened,resolved,assignee,team,minutes', ...tickets].join('\n'), { kind: 'tickets' });
    const people = await bring(
      orgId,
      'name,email,title,reports to\nAnn Bell,ann@x.example,Lead,\nDee Desk,,Dispatcher,Ann Bell\nTom Tech,,,Ann Bell\n',
      { kind: 'people' },
    );
    expect(people).toMatchObject({ state: 'done', kind: 'people', rowsRead: 3, peopleAdded: 1, source: 'people' });
    await inFirm(orgId, async (db) => {
      expect(await readCrossEntries(db, 'minutes-worked')).toMatchObject({ n: 3, dataVersion: 2 });
    });
    const ratings = await bring(
      orgId,
      'rater,person,competency,level,date\nAnn Bell,Tom Tech,coaching,4,2026-10-01\n',
      { kind: 'ratings' },
    );
    expect(ratings).toMatchObject({ state: 'done', rowsRead: 1, message: '1 rating read.' });
    await inFirm(orgId, async (db) => {
      expect(await db.selectFrom('observation').select(['kind', 'competency', 'level', 'import_id']).execute()).toEqual(
        [{ kind: 'rating', competency: 'coaching', level: 4, import_id: ratings.importId }],
      );
    });
  });

  it('refuses a circle in the file and keeps nobody', async () => {
    const { orgId } = await createFirm(test.database);
    const failed = bring(orgId, 'name,reports to\nAnn,Bob\nBob,Ann\n', { kind: 'people' });
    await expect(failed).rejects.toThrow('Ann → Bob → Ann');
    await failed.catch((error: Refusal) => expect(error.details).toMatchObject({ line: 2 }));
    expect(await contents(orgId)).toMatchObject({ people: 0 });
  });
});

describe('an upload', () => {
  it('answers with the number of its import, which then runs to its end', async () => {
    const { orgId } = await createFirm(test.database);
    const { Readable } = await import('node:stream');
    const seen: number[] = [];
    const ctx = {
      database: test.database,
      actor: 'owner',
      accountId: null,
      actingBy: null,
      standing: 'operator' as const,
      personId: null,
      isStrong: true,
      secrets: testSecrets,
      address: null,
      mail: null,
      fetcher: async () => Response.error(),
      orgId,
      openFirm: async () => undefined,
      now: (() => (seen.push(1) * 1e9 + 1.79e12) as Instant) as typeof systemClock,
      log: () => undefined,
    };
    const upload = { stream: Readable.from([Buffer.from(CUT)]), fileName: 'cut.csv' };
    const { importId } = await startImport(ctx, { kind: 'tickets' }, upload, { refit: async () => undefined });
    await expect
      .poll(async () => (await importsOf(orgId))[0], { timeout: 20_000 })
      .toMatchObject({ importId, state: 'done', ticketsAdded: 2973 });
  });
});
