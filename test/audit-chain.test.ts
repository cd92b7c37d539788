import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../src/base/time.ts';
import { hashLine } from '../src/platform/audit/chain.ts';
import { beginUnderNewKey } from '../src/platform/audit/new-key.store.ts';
import { appendAudit, readChain } from '../src/platform/audit/store.ts';
import { verifyChain } from '../src/platform/audit/verify.ts';
import type { Db } from '../src/platform/db/connect.ts';
import { createSecrets, newKey } from '../src/platform/secrets/secrets.ts';
import { appendMany } from './support/audit-lines.ts';
import { testSecrets } from './support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from './support/database.ts';

let test: TestDatabase;
let owner: Client;
let orgId: number;
const START = 1_790_000_000_000 as Instant;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await test.close();
});
beforeEach(async () => {
  orgId = (await createFirm(test.database, 'Audited')).orgId;
});

const inside = <T>(work: (db: Db) => Promise<T>) =>
  test.database.transact({ orgId, actor: 'account:1', standing: 'owner' }, work);
const writeMany = (count: number) => inside((db) => appendMany(db, orgId, count, START));

describe('a chain', () => {
  it('is one without gaps of 20 requests at once, the first of them all', async () => {
    const by = { orgId, actor: 'account:1', standing: 'owner' as const };
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        inside((db) =>
          appendAudit(db, testSecrets, by, { action: 'recordStep', people: [i + 1] }, (START + i) as Instant),
        ),
      ),
    );
    expect(await inside((db) => verifyChain(db, testSecrets, orgId))).toMatchObject({ lines: 20, broken: null });
  });

  it('is read a batch at a time', async () => {
    await writeMany(3);
    await owner.query(
      `insert into audit_entry select org_id, seq + 3 * n, at, actor, standing, action, people, details, previous_hash, hash
       from audit_entry, generate_series(1, 1500) n where org_id = $1`,
      [orgId],
    );
    const seen = await inside(async (db) => {
      let count = 0;
      for await (const line of readChain(db)) count = line.seq === count + 1 ? line.seq : Number.NaN;
      return count;
    });
    expect(seen).toBe(4503);
    expect(hashLine(testSecrets, (await inside(async (db) => (await readChain(db).next()).value))!)).toHaveLength(64);
  });
});

describe('a log that went on under another key', () => {
  const later = createSecrets(newKey());
  /** Three lines, the change of the key, two lines. */
  const begin = async () => {
    await writeMany(3);
    await owner.query('begin');
    await beginUnderNewKey(owner, later, 'owner', (START + 10) as Instant);
    await owner.query('commit');
    for (const at of [20, 30])
      await inside((db) =>
        appendAudit(
          db,
          later,
          { orgId, actor: 'account:1', standing: 'owner' },
          { action: 'invite' },
          (START + at) as Instant,
        ),
      );
  };
  const check = (secrets = later) => inside((db) => verifyChain(db, secrets, orgId));
  const change = (seq: number) =>
    owner.query(`update audit_entry set actor = 'account:9' where org_id = $1 and seq = $2`, [orgId, seq]);

  it('is whole, and says how many lines could not be checked one by one', async () => {
    await begin();
    expect(await check()).toMatchObject({ lines: 6, unchecked: 3, broken: null });
  });

  it('shows every change from the new key on, and before it what is missing', async () => {
    for (const seq of [4, 5, 6]) {
      orgId = (await createFirm(test.database, `Changed ${seq}`)).orgId;
      await begin();
      await change(seq);
      expect((await check()).broken).toMatchObject({ seq, text: expect.stringContaining(`line ${seq} was changed`) });
    }
    orgId = (await createFirm(test.database, 'Cut')).orgId;
    await begin();
    await owner.query('delete from audit_entry where org_id = $1 and seq = 2', [orgId]);
    expect((await check()).broken?.text).toBe('line 2 is missing');
  });

  it("can't be made to by whoever has the database and not the key", async () => {
    await begin();
    // A line at the end that claims another change of the key, so that all before it would go unchecked.
    await change(5);
    await beginUnderNewKey(owner, createSecrets(newKey()), 'owner', (START + 40) as Instant);
    expect((await check()).broken).toMatchObject({
      seq: 7,
      text: expect.stringContaining('written under another key'),
    });
  });
});
