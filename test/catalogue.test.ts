import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './support/database.ts';

/** Tables that belong to no firm, each with why. Whatever is not here must be a firm table in every respect. */
const EXEMPT: Record<string, string> = {
  'auth.sign_in_token': 'before sign-in there is no firm',
  'auth.session': 'says which firm a session works in',
  'auth.firm_access': 'says which firms an actor may open, and as what',
  'auth.account': 'an account may work in several firms',
  'auth.recovery_code': 'belongs to an account',
  'auth.passkey': 'belongs to an account',
  'auth.identity': 'belongs to an account',
  'auth.challenge': 'asked before anybody is signed in',
  'auth.attempt': 'counts guesses before anybody is signed in',
  'auth.provider': 'offered before sign-in, to everyone on this install',
  'auth.invitation': 'opened before its reader belongs to the firm',
  'auth.key_check': 'one row a database: which key it belongs to',
};
/** Tables meant for more than 100,000 rows: no foreign keys, so that bulk stays bulk. */
const LARGE = ['ticket', 'ticket_event', 'evidence_case', 'evidence_cross', 'evidence_cell'];

let test: TestDatabase;
let owner: Client;
beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

const rows = async <T>(text: string): Promise<T[]> => (await owner.query(text)).rows as T[];

const tables = () =>
  rows<{ name: string; secured: boolean; policies: number; rights: string[]; first: string; owner: string }>(`
    select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as name,
           c.relrowsecurity as secured, pg_get_userbyid(c.relowner) as owner,
           (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
           (select array_agg(privilege_type::text) from information_schema.role_table_grants g
             where g.table_schema = n.nspname and g.table_name = c.relname and g.grantee in ('evenkeel_app', 'PUBLIC')) as rights,
           (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
             where i.indrelid = c.oid and i.indisprimary) as first
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth') order by 1`);

describe('the catalogue of the migrated database', () => {
  it('has every table under row-level security with org_id first in its key, or on the list of exempt ones with a reason', async () => {
    const found = await tables();
    expect(found.length).toBeGreaterThan(20);
    const wrong = found.filter(
      (table) => !(table.name in EXEMPT) && !(table.secured && table.policies > 0 && table.first === 'org_id'),
    );
    expect(wrong).toEqual([]);
    expect(Object.keys(EXEMPT).filter((name) => !found.some((table) => table.name === name))).toEqual([]);
  });

  it('lets the application role do no more than read and write rows, and own nothing', async () => {
    for (const table of await tables()) {
      expect(table.owner, table.name).not.toContain('evenkeel_app');
      expect((table.rights ?? []).filter((right) => !['SELECT', 'INSERT', 'UPDATE', 'DELETE'].includes(right))).toEqual(
        [],
      );
    }
    const [role] = await rows<object>(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'evenkeel_app'`,
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false });
  });

  it('starts every foreign key between firm tables with org_id, and has none on large tables', async () => {
    const keys = await rows<{ from: string; to: string; columns: string[] }>(`
      select c.conrelid::regclass::text as from, c.confrelid::regclass::text as to,
             array(select a.attname::text from unnest(c.conkey) with ordinality k (n, place)
                   join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by place) as columns
      from pg_constraint c where c.contype = 'f'`);
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((key) => key.columns[0] !== 'org_id' && !(key.from in EXEMPT))).toEqual([]);
    expect(keys.filter((key) => LARGE.includes(key.from))).toEqual([]);
  });

  it('would notice a table without row-level security', async () => {
    await owner.query('create table leak (id int primary key)');
    const found = await tables();
    await owner.query('drop table leak');
    expect(found.find((table) => table.name === 'leak')).toMatchObject({ secured: false, policies: 0, first: 'id' });
  });
});
