import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn, testSecrets } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { filesBelow } from '../../../test/support/files.ts';
import { ACCESS } from '../../access.ts';
import type { Standing } from '../../base/roles.ts';
import type { Instant } from '../../base/time.ts';
import { type AuditNote, appendAudit } from '../../platform/audit/store.ts';
import type { FirmContext } from '../../platform/context.ts';
import { allRoutes } from '../../routes.ts';
import { checkChain, exportLines, findAudit } from './actions.ts';
import { PHRASES } from './phrases.ts';

const DAY = 86_400_000;
const START = 1_790_000_000_000 as Instant;
let test: TestDatabase;
let owner: Client;
let orgId: number;
let marcus: number;
let account: number;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  orgId = (await createFirm(test.database)).orgId;
  const one = async (text: string, values: unknown[]) => Number((await owner.query(text, values)).rows[0].id);
  marcus = await one(
    `insert into person (org_id, name, work) values ($1, '=Marcus', 'product') returning person_id as id`,
    [orgId],
  );
  account = await one(
    `insert into auth.account (email, name) values ('d@x.example', 'Dana') returning account_id as id`,
    [],
  );
  await write({ action: 'readPerson', people: [marcus] }, START);
  await write({ action: 'setPlaybookValue', details: { seatId: 3 } }, START + DAY);
  for (let i = 0; i < 150; i++) await write({ action: 'answerQuestion', people: [marcus] }, START + 2 * DAY + i);
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

const inFirm = <T>(standing: Standing, work: (ctx: FirmContext) => Promise<T>, personId: number | null = null) =>
  test.database.transact({ orgId, actor: 'account:1', standing, personId }, (db) =>
    work(contextIn(db, orgId, { standing, personId, now: () => (START + 3 * DAY) as Instant })),
  );
const write = (note: AuditNote, at: number) =>
  test.database.transact({ orgId, actor: `account:${account}`, standing: 'owner' }, (db) =>
    appendAudit(db, testSecrets, { orgId, actor: `account:${account}`, standing: 'owner' }, note, at as Instant),
  );

describe('reading the log', () => {
  it('gives pages, newest first, down to the first line', async () => {
    const first = await inFirm('hr', (ctx) => findAudit(ctx, {}));
    expect(first).toMatchObject({ lines: 152, next: 53, lastCheck: null });
    expect(first.rows[0]).toEqual({
      seq: 152,
      at: START + 2 * DAY + 149,
      who: 'Dana (owner)',
      what: 'answered a question about =Marcus',
    });
    const second = await inFirm('owner', (ctx) => findAudit(ctx, { before: first.next! }));
    expect(second.rows.map((row) => row.seq)).toEqual(Array.from({ length: 52 }, (_, i) => 52 - i));
    expect(second.next).toBeNull();
    expect(second.rows.at(-1)!.what).toBe("looked at =Marcus' numbers");
  });

  it('finds by person, by kind and by day', async () => {
    const seqs = async (asked: Parameters<typeof findAudit>[1]) =>
      (await inFirm('hr', (ctx) => findAudit(ctx, asked))).rows.map((row) => row.seq);
    expect(await seqs({ action: 'setPlaybookValue' })).toEqual([2]);
    expect(await seqs({ day: '2026-09-21' })).toEqual([1]);
    expect(await seqs({ personId: marcus, action: 'readPerson' })).toEqual([1]);
    expect(await seqs({ personId: marcus + 1 })).toEqual([]);
  });

  it('shows a technician no line but those about themselves, even below the table of who may do what', async () => {
    const theirs = await inFirm('technician', (ctx) => findAudit(ctx, { day: '2026-09-22' }), marcus);
    expect(theirs.rows).toEqual([]);
  });

  it('takes a copy in which nothing is a formula', async () => {
    const { fileName, text, cut } = await inFirm('hr', (ctx) => exportLines(ctx, {}));
    expect(fileName).toBe('audit-log-2026-09-24.csv');
    expect(cut).toBe(false);
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(153);
    expect(lines.at(-1)).toBe(
      `1,2026-09-21T14:13:20Z,Dana (owner),looked at =Marcus' numbers,account:${account},readPerson,${marcus},{}`,
    );
  });

  it('is checked on demand; the result goes into the log, and a broken log says where', async () => {
    const check = () =>
      inFirm('hr', async (ctx) => ({ answer: await checkChain(ctx), noted: { ...ctx.concerns.details } }));
    const whole = await check();
    expect(whole.answer).toMatchObject({ whole: true, lines: 152, first: START, problem: null });
    expect(whole.answer.head).toMatch(/^152:[0-9a-f]{16}$/);
    expect(whole.noted).toEqual({ whole: 'yes', lines: 152 });
    await write({ action: 'checkAudit', details: { whole: 'yes', lines: 152 } }, START + 3 * DAY);
    const page = await inFirm('hr', (ctx) => findAudit(ctx, {}));
    expect(page.lastCheck).toEqual({ at: START + 3 * DAY, whole: true });
    await owner.query('update audit_entry set people = $2 where org_id = $1 and seq = 40', [orgId, [marcus + 1]]);
    const broken = await check();
    expect(broken.answer).toMatchObject({
      whole: false,
      lines: 39,
      problem: 'line 40 was changed after it was written',
    });
    expect(broken.noted.whole).toBe('no');
  });
});

/** Looks that show nobody's numbers, so that nothing is written down. */
const NEVER_WRITTEN = new Set([
  'comparePolicies',
  'readWhereabouts',
  'readAnchors',
  'readPlaybook',
  'readRuleRates',
  'readWallboard',
  'readTriage',
  'readTicketAddress',
  'readLetIn',
  'readDelivery',
  'listOneOnOnes',
  'readCadence',
  'readOneOnOne',
  'takeInvitation',
  'readPrivateNotes',
  'readConditions',
  'readPractice',
  'readMentoring',
  'readMentoringPair',
  'takeMentoringSession',
  'readOwnLearning',
  'listCourses',
  'exportCourses',
  'listLearningKeys',
  'listHours',
  'listImports',
  'readImport',
  'readAudit',
  'readFairness',
  'readOwnGroups',
  'readAccount',
  'listMembers',
  'listProviders',
]);

describe('words for what is written down', () => {
  it('are there for every operation that changes something or may show numbers', () => {
    const before = new Set(allRoutes.flatMap(({ operation }) => (operation.who === 'anyone' ? [operation.id] : [])));
    const ids = Object.keys(ACCESS).filter(
      (id) => !NEVER_WRITTEN.has(id) && !before.has(id) && ACCESS[id] !== 'anyone',
    );
    expect(ids.length).toBeGreaterThan(25);
    expect(ids.filter((id) => !Object.hasOwn(PHRASES, id))).toEqual([]);
    const gets = new Set(allRoutes.flatMap(({ operation }) => (operation.method === 'GET' ? [operation.id] : [])));
    expect(
      [...NEVER_WRITTEN].filter((id) => id in ACCESS && !gets.has(id) && allRoutes.some((r) => r.operation.id === id)),
    ).toEqual([]);
  });

  it('are there for every line that the program writes by itself', () => {
    const written = filesBelow(['src'], /\.ts$/)
      .filter((path) => !/\.test\.ts$|^src\/platform\/http\/policy/.test(path))
      .map((path) => readFileSync(path, 'utf8'))
      .filter((text) => /appendAudit|AccountNote|noteForAccount|noteInEveryFirm/.test(text))
      .flatMap((text) => [...text.matchAll(/\baction: '([a-zA-Z-]+)'/g)].map(([, action]) => action!));
    expect(written.length).toBeGreaterThan(5);
    expect(written.filter((action) => !Object.hasOwn(PHRASES, action))).toEqual([]);
  });
});
