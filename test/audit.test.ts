import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyInstall } from '../src/audit.ts';
import type { Standing } from '../src/base/roles.ts';
import type { Instant } from '../src/base/time.ts';
import { noteHeads, readNotes } from '../src/platform/audit/notes.ts';
import { type AuditNote, appendAudit, listFirms, readHead } from '../src/platform/audit/store.ts';
import { verifyChain } from '../src/platform/audit/verify.ts';
import type { Db } from '../src/platform/db/connect.ts';
import { createSecrets, newKey } from '../src/platform/secrets/secrets.ts';
import { deleteFirm } from '../src/records/people/firm.store.ts';
import { appendMany } from './support/audit-lines.ts';
import { resultOf, runEvenkeel, runHere } from './support/command.ts';
import { testSecrets } from './support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from './support/database.ts';
import fc from './support/properties.ts';

let test: TestDatabase;
let owner: Client;
let folder: string;
let orgId: number;
const START = 1_790_000_000_000 as Instant;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-audit-'));
});
afterAll(async () => {
  await owner.end();
  await test.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  orgId = (await createFirm(test.database, 'Audited')).orgId;
});

const inside = <T>(work: (db: Db) => Promise<T>, standing: Standing = 'operator', actor = 'account:1') =>
  test.database.transact({ orgId, actor, standing }, work);

const write = (note: AuditNote, at: number = START, standing: Standing = 'owner', actor = 'account:1') =>
  inside((db) => appendAudit(db, testSecrets, { orgId, actor, standing }, note, at as Instant), standing, actor);

const writeMany = (count: number) => inside((db) => appendMany(db, orgId, count, START), 'owner');

const check = () => inside((db) => verifyChain(db, testSecrets, orgId));
const problem = async () => (await check()).broken?.text;
/** As the owner of the tables, past row-level security. */
const tamper = (text: string, values: unknown[] = []) => owner.query(text, values);

describe('a log on a real database', () => {
  it('is whole as it was written, with whatever details it holds', async () => {
    await writeMany(5);
    await write({ action: 'sign-in', details: { läng: 'ä"\\\n\u0001', share: 1e-7, big: 2 ** 53 - 1, '': 0.1 } });
    await write({ action: 'backup' });
    expect(await check()).toMatchObject({ lines: 7, first: START + 1, broken: null });
  });

  it.each([
    [
      'a line was changed',
      `update audit_entry set action = 'listPeople' where org_id = $1 and seq = 3`,
      /^line 3 was changed/,
    ],
    [
      'only its details were',
      `update audit_entry set details = '{"seatId": 4, "state": "open"}' where org_id = $1 and seq = 3`,
      /^line 3 was changed/,
    ],
    [
      'a number was written otherwise',
      `update audit_entry set details = '{"seatId": 3.0, "state": "open"}' where org_id = $1 and seq = 3`,
      /^line 3 was changed/,
    ],
    [
      'a line moved by a microsecond',
      `update audit_entry set at = at + interval '1 microsecond' where org_id = $1 and seq = 3`,
      /^line 3 was changed/,
    ],
    ['a line was removed', 'delete from audit_entry where org_id = $1 and seq = 3', /^line 3 is missing/],
    ['the first was removed', 'delete from audit_entry where org_id = $1 and seq = 1', /^line 1 is missing/],
    [
      'the tail was removed',
      'delete from audit_entry where org_id = $1 and seq > 4',
      /^the log ends at line 4, but line 6/,
    ],
    ['all of it was removed', 'delete from audit_entry where org_id = $1', /^the log ends at line 0, but line 6/],
    [
      'two were exchanged',
      `update audit_entry set seq = case seq when 2 then 4002 when 4 then 4004 end where org_id = $1 and seq in (2, 4);`,
      /^line 2 is missing/,
    ],
    [
      'one was put in at the end',
      `insert into audit_entry select org_id, 7, at, actor, standing, action, people, details, hash, repeat('a', 64) from audit_entry where org_id = $1 and seq = 6`,
      /^line 7 was changed/,
    ],
    [
      'the end was set back',
      `update audit_head set seq = 5, hash = (select hash from audit_entry e where e.org_id = $1 and e.seq = 5) where org_id = $1`,
      /^the log goes on to line 6/,
    ],
    ['the end was taken away', 'delete from audit_head where org_id = $1', /^the log goes on to line 6/],
  ])('shows that %s', async (_, statement, expected) => {
    await writeMany(6);
    expect(await problem()).toBeUndefined();
    await tamper(statement, [orgId]);
    expect(await problem()).toMatch(expected);
  });

  it('shows that two lines changed places and one was put between', async () => {
    await writeMany(6);
    const renumber = (from: number, to: number) =>
      tamper('update audit_entry set seq = $3 where org_id = $1 and seq = $2', [orgId, from, to]);
    for (const [from, to] of [
      [2, 99],
      [4, 2],
      [99, 4],
    ] as const)
      await renumber(from, to);
    expect(await problem()).toMatch(/^line 2 does not follow the line before it/);
    for (const [from, to] of [
      [2, 99],
      [4, 2],
      [99, 4],
    ] as const)
      await renumber(from, to);
    expect(await problem()).toBeUndefined();
    for (const seq of [6, 5, 4]) await renumber(seq, seq + 1);
    await tamper(
      `insert into audit_entry select org_id, 4, at, 'account:9', standing, action, people, details, hash, repeat('b', 64)
       from audit_entry where org_id = $1 and seq = 3`,
      [orgId],
    );
    expect(await problem()).toMatch(/^line 4 was changed/);
  });

  it('shows any change of any one column of any line', async () => {
    await writeMany(4);
    const CHANGES = [
      `at = at + interval '1 hour'`,
      `actor = actor || 'x'`,
      `standing = 'hr'`,
      `action = 'other'`,
      `people = '{}'`,
      'people = people || 5::bigint',
      `people = '[0:1]={1,101}'`,
      `details = '{}'`,
      `details = details || '{"more": 1}'`,
      `previous_hash = repeat('0', 64)`,
      `hash = reverse(hash)`,
    ];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.constantFrom(...CHANGES), async (seq, change) => {
        const { rows } = await tamper('select * from audit_entry where org_id = $1 and seq = $2', [orgId, seq]);
        await tamper(`update audit_entry set ${change} where org_id = $1 and seq = $2`, [orgId, seq]);
        expect(await problem()).toBeDefined();
        const { at: _, details, ...was } = rows[0];
        await tamper(
          `update audit_entry set actor = $3, standing = $4, action = $5, people = $6, details = $7, previous_hash = $8,
             hash = $9, at = to_timestamp(${(START + seq) / 1000}) where org_id = $1 and seq = $2`,
          [orgId, seq, was.actor, was.standing, was.action, was.people, details, was.previous_hash, was.hash],
        );
        expect(await problem()).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it("shows lines that were signed with another install's key", async () => {
    await writeMany(2);
    const forged = createSecrets(newKey());
    await inside(async (db) => {
      const by = { orgId, actor: 'account:1', standing: 'owner' };
      await appendAudit(db, forged, by, { action: 'forged' }, START);
    }, 'owner');
    expect(await problem()).toMatch(/^line 3 was changed/);
  });

  it('can be changed or removed by the application in no standing', async () => {
    await writeMany(2);
    for (const standing of ['engine', 'operator', 'owner', 'hr'] as const) {
      const change = inside((db) => sql`update audit_entry set action = 'x'`.execute(db), standing);
      await expect(change).rejects.toThrow(/permission denied/);
      const removal = inside((db) => sql`delete from audit_entry`.execute(db), standing);
      await expect(removal).rejects.toThrow(/permission denied/);
      const emptying = inside((db) => sql`truncate audit_entry`.execute(db), standing);
      await expect(emptying).rejects.toThrow(/permission denied/);
    }
    expect(await check()).toMatchObject({ lines: 2, broken: null });
  });

  it("goes with a sample firm, and a real firm's stays whatever the application tries", async () => {
    await writeMany(3);
    await inside((db) => sql`select forget_sample_audit()`.execute(db));
    const asSample = inside((db) => sql`update firm set sample = 'cove'`.execute(db));
    await expect(asSample).rejects.toThrow(/permission denied/);
    await inside(async (db) => {
      await sql`update audit_head set seq = 0, hash = ''`.execute(db);
      const { numAffectedRows } = await sql`delete from firm`.execute(db);
      expect(numAffectedRows).toBe(0n);
      await sql`update audit_head set seq = 3, hash = (select hash from audit_entry where seq = 3)`.execute(db);
    });
    expect(await check()).toMatchObject({ lines: 3, broken: null });

    const whole = inside((db) => deleteFirm(db), 'engine');
    await expect(whole).rejects.toThrow('A firm whose audit log has lines is not removed: the log has to stay.');
    expect(await check()).toMatchObject({ lines: 3, broken: null });

    await tamper(`update firm set sample = 'cove' where org_id = $1`, [orgId]);
    await inside((db) => deleteFirm(db), 'engine');
    const { rows } = await tamper('select count(*)::int as n from audit_entry where org_id = $1', [orgId]);
    expect(rows[0].n).toBe(0);
    expect((await tamper('select from audit_head where org_id = $1', [orgId])).rowCount).toBe(0);
  });
});

describe('writing', () => {
  it('leaves neither line nor gap of a request that failed', async () => {
    await writeMany(2);
    const failed = inside(async (db) => {
      await appendAudit(db, testSecrets, { orgId, actor: 'account:1', standing: 'owner' }, { action: 'x' }, START);
      throw new Error('no');
    }, 'owner');
    await expect(failed).rejects.toThrow('no');
    await writeMany(1);
    expect(await check()).toMatchObject({ lines: 3, broken: null });
  });

  it('writes the same look of the same person at the same people once an hour, also for who may not read the log', async () => {
    const look = { action: 'readPerson', people: [5, 3], look: true };
    const seen = async () => (await check()).lines;
    await write(look, START, 'team-lead');
    await write({ ...look, people: [3, 5, 5] }, START + 3_500_000, 'team-lead');
    expect(await seen()).toBe(1);
    await write({ ...look, people: [3] }, START + 1, 'team-lead');
    await write({ ...look, action: 'readSeat' }, START + 1, 'team-lead');
    await write({ ...look, details: { actingBy: 'owner' } }, START + 1, 'team-lead');
    await write(look, START + 1, 'team-lead', 'account:2');
    await write(look, START + 1, 'service-manager');
    expect(await seen()).toBe(6);
    await write(look, START + 3_600_001, 'team-lead');
    expect(await seen()).toBe(7);
    // A change is never left out.
    await write({ action: 'changePerson', people: [5] }, START + 3_600_002);
    await write({ action: 'changePerson', people: [5] }, START + 3_600_003);
    expect(await check()).toMatchObject({ lines: 9, broken: null });
  });
});

describe('checking the whole install', () => {
  const place = () => ({ file: join(folder, `heads-${orgId}.json`), database: 'here' });
  const install = () => ({ database: test.database, secrets: testSecrets });
  const mine = async (how?: Parameters<typeof verifyInstall>[2]) =>
    (await verifyInstall(install(), place(), how)).find((report) => report.orgId === orgId);
  /** The last lines removed, and the end set to where the log then ends. */
  const cutTo = async (seq: number) => {
    await tamper('delete from audit_entry where org_id = $1 and seq > $2', [orgId, seq]);
    await tamper(
      'update audit_head set seq = $2, hash = (select hash from audit_entry where org_id = $1 and seq = $2) where org_id = $1',
      [orgId, seq],
    );
  };

  it('passes over no firm, also one that nobody may open and one of which only lines are left', async () => {
    await writeMany(2);
    const left = orgId;
    await tamper('delete from firm where org_id = $1', [left]);
    const listed = await test.database.transactAsInstall('test', listFirms);
    expect(listed).toContainEqual({ orgId: left, sample: false });
    const { rows } = await tamper('select org_id from firm');
    expect(listed.map((firm) => firm.orgId)).toEqual(expect.arrayContaining(rows.map((row) => Number(row.org_id))));
    expect((await mine())?.problem).toMatch(/^the log goes on to line 2, but line 0/);
    await tamper('delete from audit_entry where org_id = $1', [left]);
  });

  it('tells inside a firm of no other', async () => {
    expect(await inside(listFirms)).toEqual([]);
  });

  it('notes the heads for their owner only, and misses a tail that was removed together with its head', async () => {
    await writeMany(6);
    expect(await mine()).toMatchObject({ problem: null, lines: 6 });
    expect((await stat(place().file)).mode & 0o777).toBe(0o600);
    await cutTo(4);
    expect(await problem()).toBeUndefined();
    expect((await mine())?.problem).toBe('the log ends at line 4, but it had 6 lines when it was last noted');
    // It stays missed when the log goes on: new lines don't cover it up, nor does a note at a stop.
    await writeMany(5);
    await noteHeads(test.database, 'owner', place());
    expect((await readNotes(place()))[orgId]?.seq).toBe(6);
    expect((await mine())?.problem).toMatch(/^line 6 is not the line that was noted/);
    expect(await mine({ anew: true })).toMatchObject({ problem: null, lines: 9 });
    expect(await mine()).toMatchObject({ problem: null });
  });

  it('notes at an orderly stop what was added since', async () => {
    await writeMany(2);
    await noteHeads(test.database, 'owner', place());
    await writeMany(2);
    await noteHeads(test.database, 'owner', place());
    expect((await readNotes(place()))[orgId]?.seq).toBe(4);
    await cutTo(3);
    expect((await mine())?.problem).toContain('it had 4 lines');
  });

  it('misses a firm that is gone with its log, but not a sample', async () => {
    await writeMany(2);
    await mine();
    await tamper('delete from firm where org_id = $1', [orgId]);
    await tamper('delete from audit_entry where org_id = $1', [orgId]);
    const gone = 'the firm and its log are gone; it had 2 lines when it was last noted';
    expect((await mine())?.problem).toBe(gone);
    expect((await mine())?.problem).toBe(gone);

    orgId = (await createFirm(test.database, 'Sample')).orgId;
    await tamper(`update firm set sample = 'cove' where org_id = $1`, [orgId]);
    await writeMany(2);
    await mine();
    await inside((db) => deleteFirm(db), 'engine');
    expect(await mine()).toBeUndefined();
  });

  it('knows an earlier head again, also by its beginning, and no other', async () => {
    await writeMany(4);
    const early = (await inside(readHead))!;
    await writeMany(3);
    const given = (hash: string) => ({ given: [{ orgId, seq: early.seq, hash }] });
    expect(await mine(given(early.hash))).toMatchObject({ problem: null });
    expect(await mine(given(early.hash.slice(0, 16)))).toMatchObject({ problem: null });
    expect((await mine(given('0'.repeat(16))))?.problem).toMatch(/^line 4 is not the line/);
    expect((await mine({ given: [{ orgId, seq: 40, hash: early.hash }] }))?.problem).toContain('it had 40 lines');
  });

  it('says what is the matter with notes that are damaged', async () => {
    const { writeFile } = await import('node:fs/promises');
    await writeFile(place().file, '{"here": {"1": {"seq": "x"}}}');
    await expect(mine()).rejects.toThrow(/are damaged: put them back/);
  });
});

describe('the command', () => {
  it('prints firm by firm whether its log is whole, and ends with 1 where one is not', async () => {
    const own = await createTestDatabase();
    const admin = new Client({ connectionString: own.adminUrl });
    await admin.connect();
    try {
      await chmod(folder, 0o755);
      const environment = {
        DATABASE_URL: own.adminUrl,
        EVENKEEL_KEY: Buffer.alloc(32, 7).toString('hex'),
        EVENKEEL_DATA: join(folder, 'data'),
      };
      const run = (...args: string[]) => runHere(['audit', 'verify', ...args], environment);
      const firm = (await createFirm(own.database, 'Harbor')).orgId;
      for (let i = 0; i < 3; i++) {
        await own.database.transact({ orgId: firm, actor: 'account:1', standing: 'owner' }, (db) =>
          appendAudit(db, testSecrets, { orgId: firm, actor: 'account:1', standing: 'owner' }, { action: 'x' }, START),
        );
      }
      const whole = await run();
      expect(whole.out).toMatch(
        /^Firm \d+ "Harbor": whole, 3 lines, 2026-09-21T14:13:20Z to 2026-09-21T14:13:20Z, head \d+\/3:[0-9a-f]{16}\nEvery log is whole/,
      );
      expect(whole).toMatchObject({ code: 0, err: '' });
      const notes = JSON.parse(await readFile(join(folder, 'data', 'audit-heads.json'), 'utf8'));
      expect(Object.keys(notes)).toHaveLength(1);
      expect(JSON.stringify(notes)).not.toContain(admin.password ?? 'no password');

      const [head] = /\d+\/3:[0-9a-f]{16}/.exec(whole.out)!;
      await admin.query(`update audit_entry set actor = 'account:2' where org_id = $1 and seq = 2`, [firm]);
      const broken = await resultOf(runEvenkeel(['audit', 'verify', '--json', '--head', head], environment));
      expect(JSON.parse(broken.out)).toEqual({
        whole: false,
        firms: [
          expect.objectContaining({
            firm,
            name: 'Harbor',
            whole: false,
            lines: 1,
            problem: 'line 2 was changed after it was written',
          }),
        ],
      });
      expect(broken.code).toBe(1);
      expect(await run('--head', 'nonsense')).toMatchObject({ code: 65, out: '' });
    } finally {
      await admin.end();
      await own.close();
    }
  });
});
