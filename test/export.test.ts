import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SERVER_HOLDER } from '../src/platform/sign-in/actions.ts';
import { resultOf, runEvenkeel, runHere } from './support/command.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';
import { makeRolesFirm, type RolesFirm } from './support/roles-firm.ts';

let test: TestDatabase;
let firm: RolesFirm;
let folder: string;
let owner: Client;
beforeAll(async () => {
  test = await createTestDatabase();
  firm = await makeRolesFirm(test);
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-'));
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  await owner.query(`insert into auth.firm_access (actor, org_id, role) values ($1, $2, 'operator')`, [
    SERVER_HOLDER,
    firm.orgId,
  ]);
});
afterAll(async () => {
  await owner.end();
  await rm(folder, { recursive: true });
  await test.close();
});

const environment = () => ({
  DATABASE_URL: test.adminUrl,
  EVENKEEL_DATA: folder,
  EVENKEEL_KEY: '07'.repeat(32),
});
const exportOf = (...args: string[]) => runHere(['export', ...args], environment());

describe('an export on the server', () => {
  it('writes a file for programs and one to read, for their owner alone, and stands in the log of whom it is about', async () => {
    const out = join(folder, 'tom.json');
    const args = ['export', '--person', 'tom@ROLES.example', '--out', out];
    const result = await resultOf(runEvenkeel(args, environment()));
    expect(result).toMatchObject({ code: 0, err: '' });
    const json = JSON.parse(await readFile(out, 'utf8')) as { name: string; held: { key: string; rows: unknown[] }[] };
    expect(json.name).toBe('Tom Tech');
    const rows = (key: string) => json.held.find((one) => one.key === key)!.rows.length;
    expect({ ticket: rows('ticket'), protected: rows('protected_attribute') }).toEqual({ ticket: 1, protected: 0 });
    expect(await readFile(join(folder, 'tom.html'), 'utf8')).toContain('<h1>What Roles holds about Tom Tech</h1>');
    expect((await stat(out)).mode & 0o077).toBe(0);
    const { rows: lines } = await owner.query(
      `select actor, standing, people::text from audit_entry where org_id = $1 and action = 'exportAboutMe'`,
      [firm.orgId],
    );
    expect(lines).toEqual([{ actor: 'owner', standing: 'operator', people: `{${firm.people.tom}}` }]);
  });

  it('says whom it does not find, and asks for a name and a place', async () => {
    const unknown = await exportOf('--person', 'Nobody', '--out', join(folder, 'x'));
    expect(unknown).toMatchObject({
      code: 66,
      err: expect.stringContaining('There is nobody called "Nobody" in "Roles"'),
    });
    expect(await exportOf('--person', 'Tom Tech')).toMatchObject({ code: 64 });
  });
});
