import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../src/base/time.ts';
import { nextDue } from '../src/capabilities/delivery/due.ts';
import { hashOf } from '../src/platform/sign-in/secrets.ts';
import { type Running, serve } from '../src/start.ts';
import { testSecrets } from './support/context.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';
import { addAccount, addCard, MORNING_HOUR, outgoingOf, setMessage, switchRulesOff } from './support/delivery-firm.ts';
import { type HookServer, startHookServer, TAKES } from './support/hook-server.ts';
import { type MailTestServer, startMailServer } from './support/mail-server.ts';
import { makeRolesFirm, type RolesFirm } from './support/roles-firm.ts';

// The server itself, with its own clock loop.

const DAY = '2026-11-30';
const HOUR = Date.parse(`${DAY}T06:30:00Z`) as Instant;
let clock = (HOUR - 60_000) as Instant;
let test: TestDatabase;
let owner: Client;
let firm: RolesFirm;
let mail: MailTestServer;
let hook: HookServer;
let running: Running;
const lines: string[] = [];
beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  [mail, hook] = await Promise.all([startMailServer(), startHookServer()]);
  firm = await makeRolesFirm(test);
  await switchRulesOff(test, firm.orgId);
  await owner.query('delete from outgoing; delete from delivery');
  const { orgId, people } = firm;
  await addAccount(owner, orgId, people.lea, 'team-lead', 'lea@loop.example');
  await addAccount(owner, orgId, people.max, 'team-lead', 'max@loop.example');
  for (const leadId of [people.lea, people.max])
    await addCard(owner, { orgId, leadId, day: DAY, trigger: 'Ticket T-1 has changed hands three times.' });
  const nextAt = nextDue(MORNING_HOUR, clock).at;
  await setMessage(test, orgId, people.lea, { way: 'mail', nextAt }, clock);
  await setMessage(test, orgId, people.max, { way: 'slack', address: hook.addressOf('/max'), nextAt }, clock);
  running = await begin();
});
afterAll(async () => {
  await running.close();
  await Promise.all([mail.close(), hook.close(), owner.end()]);
  await test.close();
});

const begin = () =>
  serve(
    { database: test.database, secrets: testSecrets },
    {
      ...{ port: 0, log: (line: string) => void lines.push(line), now: () => clock, deliverEvery: 20 },
      ...{ mail: { url: mail.address, from: 'Evenkeel <evenkeel@example.com>' }, privateHosts: [hook.host] },
    },
  );
const settle = () => new Promise((done) => setTimeout(done, 150));

/** What the morning's message is about, row for row. */
async function rows(): Promise<unknown> {
  const tables = ['card', 'delivery', 'outgoing', 'one_on_one', 'meeting', 'agenda_item', 'next_step'];
  const found = [];
  for (const table of tables)
    found.push(
      (await owner.query(`select t::text as row from ${table} t where org_id = $1 order by 1`, [firm.orgId])).rows,
    );
  return found;
}

describe('a running server', () => {
  it('sends at the hour, once, and a stop waits for what is on its way', async () => {
    await settle();
    expect([mail.messages.length, hook.posted.length]).toEqual([0, 0]);
    let answer = () => undefined as unknown;
    const asked = new Promise<void>((heard) => {
      hook.answer = (response, posted) => {
        answer = () => TAKES(response, posted);
        heard();
      };
    });
    clock = HOUR;
    await asked;
    const closed = running.close();
    answer();
    await closed;
    expect(await outgoingOf(owner, firm.people.max)).toMatchObject([{ state: 'sent' }]);
    hook.answer = TAKES;
    running = await begin();
    await settle();
    expect([mail.messages.length, hook.posted.length]).toEqual([1, 1]);
    expect(lines).toEqual([]);
  });

  it('is not changed by who opens a link of a message, or looks at it, signed in or not', async () => {
    const sent = `${mail.messages[0]!.source.replaceAll('=\r\n', '')} ${hook.posted[0]!.body}`;
    const links = [...new Set(sent.match(/https?:\/\/[^\s"<>|\\]+/g))].filter(
      (one) => !one.includes('adaptivecards.io'),
    );
    const { origin } = new URL(running.address);
    expect(links.map((one) => new URL(one).pathname).sort()).toEqual(['/delivery', '/today']);
    const secret = 'of lea';
    await owner.query(
      `insert into auth.session (session_hash, actor, org_id, account_id, expires_at, seen_at)
       select $1, actor, $2, substr(actor, 9)::bigint, $4::timestamptz + interval '1 day', $4
       from auth.firm_access where org_id = $2 and person_id = $3`,
      [hashOf(secret), firm.orgId, firm.people.lea, new Date(clock)],
    );
    const before = await rows();
    for (const link of links)
      for (const cookie of ['', `evenkeel_session=${secret}`])
        for (const method of ['GET', 'HEAD']) {
          const answer = await fetch(origin + new URL(link).pathname, { method, headers: { cookie } });
          expect(answer.status).toBe(method === 'GET' ? 200 : 404);
        }
    // What those pages read when they open.
    for (const path of ['/api/today', '/api/delivery', '/api/one-on-ones']) {
      const answer = await fetch(origin + path, { headers: { cookie: `evenkeel_session=${secret}` } });
      expect([path, answer.status, await answer.text()]).toEqual([path, 200, expect.any(String)]);
    }
    expect(await rows()).toEqual(before);
  });
});
