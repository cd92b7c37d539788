import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testSecrets } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Instant } from '../../base/time.ts';
import { appendAudit } from '../../platform/audit/store.ts';
import type { InstallContext } from '../../platform/context.ts';
import type { MailMessage } from '../../platform/mail/mail.ts';
import { findLetIn, mailTest } from './actions.ts';

let test: TestDatabase;
let owner: Client;
let orgId: number;
let now = 1_800_000_000_000 as Instant;
beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  ({ orgId } = await createFirm(test.database));
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

const contextOf = (own: Partial<InstallContext> = {}) =>
  ({
    database: test.database,
    secrets: testSecrets,
    actor: 'owner',
    standing: 'operator',
    personId: null,
    orgId,
    now: () => now,
    address: null,
    mail: null,
    ...own,
  }) as InstallContext;

const states = async (own: Partial<InstallContext> = {}) =>
  Object.fromEntries((await findLetIn(contextOf(own))).items.map((item) => [item.key, item.state]));

/** An account with a role in a firm. */
async function addAccount(email: string, role: string, firm = orgId): Promise<number> {
  const { rows } = await owner.query('insert into auth.account (email, name) values ($1, $1) returning account_id', [
    email,
  ]);
  const accountId = Number(rows[0].account_id);
  await owner.query('insert into auth.firm_access (actor, org_id, role) values ($1, $2, $3)', [
    `account:${accountId}`,
    firm,
    role,
  ]);
  return accountId;
}

describe('the check-list', () => {
  it('sees accounts of this firm, how they sign in, and when a backup was made', async () => {
    const other = await createFirm(test.database, 'Other');
    const elsewhere = await addAccount('elsewhere@example.com', 'owner', other.orgId);
    await owner.query("update auth.account set totp_since = now(), totp_secret = 'x' where account_id = $1", [
      elsewhere,
    ]);
    expect(await states()).toMatchObject({ address: 'open', 'sign-in': 'open', mail: 'open', backup: 'open' });
    const accountId = await addAccount('olga@example.com', 'owner');
    const said = (await findLetIn(contextOf())).items.find((item) => item.key === 'sign-in');
    expect(said).toMatchObject({ state: 'open', text: 'Everyone signs in with a password alone.' });
    await owner.query(
      "insert into auth.passkey (credential_id, account_id, public_key, name) values ('c', $1, 'k', 'n')",
      [accountId],
    );
    const by = { orgId, actor: 'owner', standing: 'operator' as const };
    await test.database.transact(by, (db) => appendAudit(db, testSecrets, by, { action: 'backup' }, now));
    expect(await states({ address: 'https://evenkeel.example.com', mail: { send: async () => undefined } })).toEqual({
      address: 'done',
      'sign-in': 'done',
      mail: 'done',
      key: 'yours',
      backup: 'done',
      updates: 'yours',
    });
  });
});

describe('a test mail', () => {
  it('is sent a few times an hour and no more, and written down without the address', async () => {
    const outbox: MailMessage[] = [];
    const ctx = contextOf({ mail: { send: async (message) => void outbox.push(message) } });
    const sent: Instant[] = [];
    for (let i = 0; i < 5; i++) await mailTest(ctx, { to: 'ana@example.com' }, sent);
    await expect(mailTest(ctx, { to: 'ana@example.com' }, sent)).rejects.toThrow(/within an hour: wait/);
    expect(outbox).toHaveLength(5);
    now = (now + 3_600_001) as Instant;
    expect(await mailTest(ctx, { to: 'ana@example.com' }, sent)).toEqual({ sentTo: 'ana@example.com' });
    const { rows } = await owner.query("select * from audit_entry where action = 'sendTestMail'");
    expect(rows).toHaveLength(6);
    expect(JSON.stringify(rows)).not.toContain('ana@example.com');
  });

  it('needs a mail server', async () => {
    await expect(mailTest(contextOf(), { to: 'ana@example.com' }, [])).rejects.toThrow(/No mail server is set/);
  });
});
