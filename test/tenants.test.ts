import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import ts from 'typescript-6';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day, Instant } from '../src/base/time.ts';
import { readKeptSteps, saveStep } from '../src/capabilities/balance/store.ts';
import { refit } from '../src/capabilities/evidence/refit.actions.ts';
import { readTicket, readTicketsOf } from '../src/capabilities/evidence/store.ts';
import { fillWithSample } from '../src/capabilities/welcome/sample.actions.ts';
import type { Db } from '../src/platform/db/connect.ts';
import { contextIn } from './support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from './support/database.ts';
import { filesBelow } from './support/files.ts';

/** Tables of a firm, from the catalogue. */
const TABLES = `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`;

let test: TestDatabase;
let owner: Client;
let cove: number;
let stranger: number;
let tables: string[];

const inFirm = <T>(orgId: number, work: (db: Db) => Promise<T>) =>
  test.database.transact({ orgId, actor: 'test', standing: 'engine' }, work);

beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  tables = (await owner.query(TABLES)).rows.map((row: { name: string }) => row.name);
  cove = (await createFirm(test.database)).orgId;
  stranger = (await createFirm(test.database, 'Stranger')).orgId;
  await inFirm(cove, async (db) => {
    const ctx = contextIn(db, cove, { now: () => 0 as Instant });
    await fillWithSample(ctx, 'cove');
    await refit(ctx);
    await saveStep(db, {
      key: 'k',
      ownerId: null,
      due: null,
      outcome: null,
      result: null,
      evidenceKey: 'e',
      text: 't',
      changedBy: 'x',
    });
  });
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

/** Everything that a firm holds, row for row, as the owner of the tables sees it. */
async function holdings(orgId: number): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of tables) {
    const { rows } = await owner.query(`select t::text as row from "${table}" t where org_id = $1 order by 1`, [orgId]);
    found[table] = rows.map((row: { row: string }) => row.row);
  }
  return found;
}

describe('one firm', () => {
  it('fills enough tables for this test to mean something', async () => {
    const filled = Object.entries(await holdings(cove)).filter(([, rows]) => rows.length > 0);
    expect(filled.length).toBeGreaterThanOrEqual(14);
  });

  it("can't read, change or remove another's rows in any table, and can't add to it", async () => {
    const before = await holdings(cove);
    await inFirm(stranger, async (db) => {
      const { sql } = await import('kysely');
      for (const table of tables) {
        const name = sql.table(table);
        const seen = await sql<{ n: number }>`select count(*) as n from ${name} where org_id = ${cove}`.execute(db);
        expect([table, seen.rows[0]!.n]).toEqual([table, 0]);
        // The firm's own number is generated and can't be named in an update.
        const column = sql.ref(table === 'firm' ? 'name' : 'org_id');
        const rights = await sql<{ updates: boolean; deletes: boolean }>`
          select has_table_privilege(${table}, 'update') as updates, has_table_privilege(${table}, 'delete') as deletes`;
        const { updates, deletes } = (await rights.execute(db)).rows[0]!;
        const changed = updates
          ? await sql`update ${name} set ${column} = ${column} where org_id = ${cove}`.execute(db)
          : undefined;
        const removed = deletes ? await sql`delete from ${name} where org_id = ${cove}`.execute(db) : undefined;
        expect([table, changed?.numAffectedRows ?? 0n, removed?.numAffectedRows ?? 0n]).toEqual([table, 0n, 0n]);
      }
    });
    const moved = inFirm(stranger, async (db) => {
      await db.insertInto('client').values({ org_id: cove, name: 'mine now' }).execute();
    });
    await expect(moved).rejects.toThrow(/row-level security/);
    expect(await holdings(cove)).toEqual(before);
  });

  it('is seen by nobody whose transaction carries no firm', async () => {
    await test.database.transactAsInstall('test', async (db) => {
      const { sql } = await import('kysely');
      for (const table of tables) {
        const seen = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
        expect([table, seen.rows[0]!.n]).toEqual([table, 0]);
      }
    });
  });
});

/** Every store function that reads or writes a firm, called with another firm's numbers. */
type Ids = { person: number; seat: number; team: number; ticket: number; importId: number; scenario: number };
const DAY = '2026-11-16' as Day;

describe('every store', () => {
  /** Exported functions of all stores, from their source: a new one without a row below fails. */
  const exported = filesBelow(['src'], /(^|\.)store\.ts$/).flatMap((path) => {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
    return file.statements.flatMap((one) =>
      ts.isFunctionDeclaration(one) && one.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
        ? [`${path}: ${one.name!.text}`]
        : [],
    );
  });

  it('is tried against another firm, or is named with the reason why it need not be', async () => {
    const { CALLS, EXEMPT } = await import('./support/store-calls.ts');
    const covered = new Set([...Object.keys(CALLS), ...Object.keys(EXEMPT)]);
    expect(exported.length).toBeGreaterThan(40);
    expect(exported.filter((name) => !covered.has(name))).toEqual([]);
    expect([...covered].filter((name) => !exported.includes(name))).toEqual([]);
  });

  it("neither gives away nor touches another firm's rows", async () => {
    const { CALLS } = await import('./support/store-calls.ts');
    const one = async (query: string) => Number((await owner.query(query, [cove])).rows[0].id);
    const ids: Ids = {
      person: await one('select person_id as id from person where org_id = $1 limit 1'),
      seat: await one('select seat_id as id from seat where org_id = $1 limit 1'),
      team: await one('select team_id as id from team where org_id = $1 limit 1'),
      ticket: await one('select ticket_id as id from ticket where org_id = $1 limit 1'),
      importId: await one('select import_id as id from import_run where org_id = $1 limit 1'),
      scenario: await one('select scenario_id as id from scenario where org_id = $1 limit 1'),
    };
    const before = await holdings(cove);
    for (const [name, call] of Object.entries(CALLS)) {
      const given = await inFirm(stranger, (db) => call(db, ids, DAY)).catch(
        (error: Error) => `refused: ${error.message}`,
      );
      const text = JSON.stringify(given instanceof Map ? [...given] : (given ?? null));
      expect([name, /Mei Lin|Jake Morley|Helpdesk Lead/.test(text)]).toEqual([name, false]);
    }
    expect(await holdings(cove)).toEqual(before);
    expect(await inFirm(stranger, readKeptSteps)).not.toContainEqual(expect.objectContaining({ key: 'k' }));
    expect(await inFirm(stranger, (db) => readTicket(db, ids.ticket))).toBeUndefined();
    expect((await inFirm(stranger, (db) => readTicketsOf(db, ids.person, 0))).total).toBe(0);
  });
});
