import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Instant } from '../../base/time.ts';
import { type Db, withRawClient } from './handle.ts';
import { timestamp } from './values.ts';

let it: TestDatabase;
let cove: number;
let harbor: number;
beforeAll(async () => {
  it = await createTestDatabase();
  cove = (await createFirm(it.database, 'Cove IT')).orgId;
  harbor = (await createFirm(it.database, 'Harbor')).orgId;
});
afterAll(() => it.close());

const settings = sql<{ org: string; actor: string; standing: string; person: string }>`
  select current_setting('app.org', true) as org, current_setting('app.actor', true) as actor,
    current_setting('app.standing', true) as standing, current_setting('app.person', true) as person`;

describe('transact', () => {
  test('carries the firm, the actor and the standing, and none outlives the commit', async () => {
    const actor = `o'brien\\x "; drop table firm; --`;
    const inside = await it.database.transact(
      { orgId: cove, actor, standing: 'technician', personId: 12 },
      async (db) => (await settings.execute(db)).rows[0],
    );
    expect(inside).toEqual({ org: String(cove), actor, standing: 'technician', person: '12' });
    const after = await it.database.transactAsInstall('install', async (db) => (await settings.execute(db)).rows[0]);
    expect(after).toEqual({ org: '', actor: 'install', standing: '', person: '' });
  });

  test('shows a firm its own rows only, and the install none', async () => {
    await it.database.transact({ orgId: cove, actor: 'test', standing: 'engine' }, (db) =>
      db.insertInto('team').values({ name: 'Service desk' }).execute(),
    );
    const count = (db: Db) => db.selectFrom('team').select('name').execute();
    expect(await it.database.transact({ orgId: cove, actor: 'test', standing: 'engine' }, count)).toHaveLength(1);
    expect(await it.database.transact({ orgId: harbor, actor: 'test', standing: 'engine' }, count)).toHaveLength(0);
    expect(await it.database.transactAsInstall('test', count)).toHaveLength(0);
    await expect(
      it.database.transact({ orgId: harbor, actor: 'test', standing: 'engine' }, (db) =>
        db.insertInto('team').values({ name: 'Theirs', org_id: cove }).execute(),
      ),
    ).rejects.toThrow('row-level security');
  });

  test('undoes everything when the work throws', async () => {
    const failed = it.database.transact({ orgId: harbor, actor: 'test', standing: 'engine' }, async (db) => {
      await db.insertInto('team').values({ name: 'Never' }).execute();
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    const teams = await it.database.transact({ orgId: harbor, actor: 'test', standing: 'engine' }, (db) =>
      db.selectFrom('team').select('name').execute(),
    );
    expect(teams).toEqual([]);
  });

  test('refuses a handle that was kept beyond its transaction', async () => {
    const kept = await it.database.transact({ orgId: cove, actor: 'test', standing: 'engine' }, async (db) => ({ db }));
    await expect(kept.db.selectFrom('team').select('name').execute()).rejects.toThrow('already committed');
    await expect(withRawClient(kept.db, (client) => client.query('select 1'))).rejects.toThrow('already committed');
  });

  test('reports a commit that the database turned into a rollback', async () => {
    const swallowed = it.database.transact({ orgId: cove, actor: 'test', standing: 'engine' }, async (db) => {
      await sql`select 1 / 0`.execute(db).catch(() => undefined);
      return 'done';
    });
    await expect(swallowed).rejects.toThrow();
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 53, '1; reset role' as unknown as number])('takes no firm %s', (orgId) => {
    expect(() => it.database.transact({ orgId, actor: 'test', standing: 'engine' }, async () => 1)).toThrow(
      'is no firm',
    );
  });

  test('works again after the server has cut every connection', async () => {
    const admin = new Client({ connectionString: it.adminUrl });
    await admin.connect();
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    await admin.end();
    // The news may take a moment to arrive.
    await expect.poll(() => it.database.transactAsInstall('test', async () => 'fine')).toBe('fine');
  });
});

test('values arrive as numbers, days and instants, and an instant goes back unchanged', async () => {
  const instant = 1_772_357_400_250 as Instant;
  const row = await it.database.transactAsInstall('test', async (db) => {
    const { rows } = await sql<Record<string, unknown>>`
      select 9007199254740991::int8 as big, 12.5::numeric as exact, '2026-02-28'::date as day, ${timestamp(instant)} as at,
        ${timestamp(-1 as Instant)} as before_1970, array[1, null]::int8[] as many, '2026-03-01 15:00:00.25+05:30'::timestamptz as far,
        '{"a":1}'::jsonb as json, null::int8 as nothing`.execute(db);
    return rows[0];
  });
  expect(row).toEqual({
    big: 9_007_199_254_740_991,
    exact: 12.5,
    day: '2026-02-28',
    at: instant,
    before_1970: -1,
    many: [1, null],
    far: instant,
    json: { a: 1 },
    nothing: null,
  });
});

test('a whole number that JavaScript would round is refused', async () => {
  const read = it.database.transactAsInstall('test', (db) => sql`select 9007199254740993::int8 as big`.execute(db));
  await expect(read).rejects.toThrow('too large');
});

test('the login that runs the program may neither bypass row-level security nor create anything', async () => {
  const row = await it.database.transactAsInstall('test', async (db) => {
    const { rows } = await sql<Record<string, boolean>>`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, has_schema_privilege('public', 'create') as creates,
        has_schema_privilege('install', 'usage') as sees_install
      from pg_roles where rolname = current_user`.execute(db);
    return rows[0];
  });
  expect(Object.values(row ?? {})).toEqual([false, false, false, false, false, false]);
});
