import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSampleFirm } from '../src/sample-firm.ts';
import { testSecrets } from './support/context.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';

let test: TestDatabase;
let admin: Client;
beforeAll(async () => {
  test = await createTestDatabase();
  admin = new Client({ connectionString: test.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await test.close();
});

/** How many of the firm's rows the planner expects in a table, and how many there are. */
async function rowsOf(orgId: number, table: string): Promise<{ expected: number; there: number }> {
  const scope = { orgId, actor: 'server', standing: 'engine' as const };
  return test.database.transact(scope, async (db) => {
    const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
      explain (format json) select from ${sql.table(table)}`.execute(db);
    const counted = await sql<{ there: number }>`select count(*) as there from ${sql.table(table)}`.execute(db);
    return { expected: rows[0]!['QUERY PLAN'][0].Plan['Plan Rows'], there: counted.rows[0]!.there };
  });
}

it('tickets that come in after another firm went are planned for as what they are', async () => {
  const gone = await makeSampleFirm({ database: test.database, secrets: testSecrets }, 'cove');
  await admin.query('delete from firm where org_id = $1', [gone.orgId]);
  await admin.query('analyze');
  const { orgId } = await makeSampleFirm({ database: test.database, secrets: testSecrets }, 'cove');
  for (const table of ['ticket', 'ticket_event', 'evidence_case']) {
    const { expected, there } = await rowsOf(orgId, table);
    expect(there, table).toBeGreaterThan(1000);
    // Of a condition that it can't weigh, such as who may see it, the planner expects half.
    expect(expected / there, table).toBeGreaterThan(0.4);
    expect(expected / there, table).toBeLessThan(2);
  }
});

it('the program renews what is known of the big tables and of no other', async () => {
  const scope = { orgId: 1, actor: 'server', standing: 'engine' as const };
  const renew = (table: string) =>
    test.database.transact(scope, (db) => sql`select renew_statistics(${table}::regclass)`.execute(db));
  await renew('ticket');
  await expect(renew('person')).rejects.toThrow('person is none of the big tables');
});
