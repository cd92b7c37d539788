import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../src/platform/sign-in/secrets.ts';
import { addAccount } from '../support/delivery-firm.ts';
import { type HookServer, startHookServer } from '../support/hook-server.ts';
import { type MailTestServer, startMailServer } from '../support/mail-server.ts';
import { makeRolesFirm, type RolesFirm } from '../support/roles-firm.ts';
import { sidewaysScroll, violations } from './accessible.ts';
import { DESKTOP, headline, open, PHONE, settled, startVisit, textOf, type Visit } from './visit.ts';

let visit: Visit;
let owner: Client;
let firm: RolesFirm;
let mail: MailTestServer;
let hook: HookServer;
beforeAll(async () => {
  [mail, hook] = await Promise.all([startMailServer(), startHookServer()]);
  visit = await startVisit('harbor', {
    mail: { url: mail.address, from: 'Evenkeel <evenkeel@example.com>' },
    privateHosts: [hook.host],
  });
  owner = new Client({ connectionString: visit.evenkeel.test.adminUrl });
  await owner.connect();
  firm = await makeRolesFirm(visit.evenkeel.test, 'Mornings');
  for (const table of ['outgoing', 'delivery'])
    await owner.query(`delete from ${table} where org_id = $1`, [firm.orgId]);
});
afterAll(async () => {
  await Promise.all([mail.close(), hook.close(), owner.end()]);
  await visit.close();
});

/** Goes on as somebody of the firm, with an account and a session of their own. */
async function goOnAs(key: 'lea' | 'tom', role: string): Promise<void> {
  const personId = firm.people[key];
  await addAccount(owner, firm.orgId, personId, role, `${key}@mornings.example`);
  await owner.query(
    `insert into auth.session (session_hash, actor, org_id, account_id, expires_at, method, browser)
     select $1, actor, $2, substr(actor, 9)::bigint, now() + interval '1 day', 'password', 'Firefox'
     from auth.firm_access where person_id = $3 and org_id = $2`,
    [hashOf(key), firm.orgId, personId],
  );
  await visit.context.addCookies([
    { name: 'evenkeel_session', value: key, url: visit.origin, httpOnly: true, sameSite: 'Strict' },
  ]);
}

describe('the morning delivery', () => {
  it('to others is seen by who holds the server as far as it fails, on a phone too', async () => {
    const { page } = visit;
    await open(visit, '/delivery');
    const text = await textOf(page.getByRole('main'));
    expect(text).toContain('3 people have messages sent to them; those to Tom Okafor don’t arrive.');
    expect(text).toContain('hooks.slack.com answered 404: this address is gone.');
    expect(text).not.toMatch(/Marcus|Dana/);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    await settled(page);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize(DESKTOP);
  });

  it('is reached from Today, set to one’s own chat, tried, and says how it went', async () => {
    const { page, faults } = visit;
    await goOnAs('lea', 'team-lead');
    await open(visit, '/today');
    await page.getByRole('link', { name: 'Morning delivery' }).first().click();
    await page.getByText('Nothing is sent to you now.').waitFor();
    await page.getByLabel('To my Slack chat').check();
    await page.getByLabel('Address of the webhook').fill(hook.addressOf('/services/secret'));
    await page.getByLabel(/^At/).fill('06:45');
    await page.getByLabel('Time zone').selectOption('America/Chicago');
    await page.getByLabel('This is my own chat: nobody else reads it').check();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep this' }).click();
    await page.getByText(/^Next: .*, 06:45 \(America\/Chicago\)/).waitFor();
    expect(await textOf(page.getByRole('main'))).toContain(`One at ${hook.host} is kept, encrypted.`);
    expect(await page.content()).not.toContain('services/secret');
    expect(hook.posted).toEqual([]);
    await page.getByRole('button', { name: 'Send a test now' }).click();
    await page.getByText('Sent to Slack. See whether it is there.').waitFor();
    expect(hook.posted).toHaveLength(1);
    hook.answer = (response) => void response.writeHead(404).end();
    await page.getByRole('button', { name: 'Send a test now' }).click();
    await page.getByText(/^Failed\. 127\.0\.0\.1.*this address is gone/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    await settled(page);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await owner.query(
      `insert into outgoing (org_id, person_id, day, what, way, state, why, due_at) values ($1, $2, current_date, 'morning', 'slack', 'unsure', 'Slow.', now())`,
      [firm.orgId, firm.people.lea],
    );
    await open(visit, '/today');
    await page.getByText(/may not have arrived/).waitFor();
    await page.getByRole('link', { name: 'See why' }).click();
    await page.getByText('May not have arrived; not sent twice.').waitFor();
    await page.setViewportSize(DESKTOP);
    expect(faults).toEqual([]);
  });

  it('is for a technician reminders of 1:1s alone, by mail', async () => {
    const { page, faults } = visit;
    await goOnAs('tom', 'technician');
    await open(visit, '/delivery');
    expect(await headline(page)).toBe('Reminders');
    expect(await page.getByLabel('To my Slack chat').count()).toBe(0);
    await page.getByLabel('Remind me of 1:1s and mentoring by mail, to tom@mornings.example').check();
    await page.getByRole('button', { name: 'Keep this' }).click();
    await page.getByText(/^Next: /).waitFor();
    await page.getByRole('button', { name: 'Send a test now' }).click();
    await page.getByText('Sent by mail. See whether it is there.').waitFor();
    expect(mail.messages.map(({ to }) => to)).toEqual([['tom@mornings.example']]);
    await open(visit, '/account');
    await page.getByRole('link', { name: 'morning message and reminders' }).waitFor();
    expect(faults).toEqual([]);
  });
});
