import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testSecrets } from '../../../test/support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { addAccount, outgoingOf, setMessage } from '../../../test/support/delivery-firm.ts';
import { type HookServer, startHookServer, TAKES } from '../../../test/support/hook-server.ts';
import { type MailTestServer, startMailServer } from '../../../test/support/mail-server.ts';
import { makeRolesFirm, type PersonKey, type RolesFirm } from '../../../test/support/roles-firm.ts';
import type { Role } from '../../base/roles.ts';
import type { Instant } from '../../base/time.ts';
import type { InstallContext } from '../../platform/context.ts';
import { createFetcher } from '../../platform/fetch/fetcher.ts';
import { createMail } from '../../platform/mail/mail.ts';
import { addressSeal } from '../../records/delivery/types.ts';
import { findDelivery, findFailing } from './actions.ts';
import { setDelivery } from './set.actions.ts';
import { sendTest } from './test.actions.ts';

const NOW = Date.parse('2026-11-30T05:00:00Z') as Instant;
const SECRET = 'T0SECRETB0';

let test: TestDatabase;
let owner: Client;
let firm: RolesFirm;
let mail: MailTestServer;
let hook: HookServer;
let now = NOW;
beforeAll(async () => {
  test = await createTestDatabase();
  owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  [mail, hook] = await Promise.all([startMailServer(), startHookServer()]);
});
afterAll(async () => {
  await Promise.all([mail.close(), hook.close(), owner.end()]);
  await test.close();
});
beforeEach(async () => {
  await owner.query('delete from auth.account; delete from auth.firm_access');
  firm = await makeRolesFirm(test);
  await owner.query('delete from outgoing; delete from delivery');
  for (const [key, role] of [
    ['lea', 'team-lead'],
    ['tom', 'technician'],
    ['olga', 'owner'],
  ] as const)
    await addAccount(owner, firm.orgId, firm.people[key], role, `${key}@set.example`);
  now = NOW;
  hook.posted.length = 0;
  hook.answer = TAKES;
  mail.messages.length = 0;
});

const as = (key: PersonKey, standing: Role, own: Partial<InstallContext> = {}) =>
  ({
    ...{ database: test.database, secrets: testSecrets, orgId: firm.orgId, personId: firm.people[key], standing },
    ...{ actor: `account:${firm.people[key]}`, accountId: firm.people[key], actingBy: null },
    ...{ now: () => now, log: () => undefined, address: 'https://evenkeel.example.com' },
    mail: createMail(mail.address, 'Evenkeel <evenkeel@example.com>'),
    fetcher: createFetcher({ allowPrivate: [hook.host], timeout: 10_000 }),
    ...own,
  }) as InstallContext;
const HOUR = { time: '07:30', zone: 'Europe/Berlin', weekdays: [1, 2, 3, 4, 5], reminders: false, ownChat: false };
const bySlack = () => ({ ...HOUR, way: 'slack', address: hook.addressOf(`/${SECRET}`), ownChat: true }) as const;
const lea = () => as('lea', 'team-lead');

describe('one’s own morning message', () => {
  it('comes next at the first such hour, in the own zone', async () => {
    const set = async (own: object) => (await setDelivery(lea(), { ...HOUR, way: 'mail', ...own })).set?.nextAt;
    expect(await set({})).toBe(Date.parse('2026-11-30T06:30:00Z'));
    expect(await set({ time: '05:59' })).toBe(Date.parse('2026-12-01T04:59:00Z'));
    expect(await set({ zone: 'America/Chicago' })).toBe(Date.parse('2026-11-30T13:30:00Z'));
    expect(await set({ weekdays: [7] })).toBe(Date.parse('2026-12-06T06:30:00Z'));
    expect(await set({ way: 'off' })).toBe(null);
    expect(await set({ way: 'off', reminders: true })).toBe(Date.parse('2026-11-30T06:30:00Z'));
  });

  it('is not said to come on a day that has had it', async () => {
    await owner.query(
      `insert into outgoing (org_id, person_id, day, what, state, due_at) values ($1, $2, '2026-11-30', 'morning', 'sent', now())`,
      [firm.orgId, firm.people.lea],
    );
    const { set } = await setDelivery(lea(), { ...HOUR, way: 'mail' });
    expect(set?.nextAt).toBe(Date.parse('2026-12-01T06:30:00Z'));
  });

  it('keeps the address sealed and shows its host alone, to its person and in the log', async () => {
    const own = await setDelivery(lea(), bySlack());
    expect(own.set).toMatchObject({ way: 'slack', host: hook.host, time: '07:30' });
    expect(JSON.stringify(own)).not.toContain(SECRET);
    const { rows } = await owner.query('select address, own_chat from delivery where person_id = $1', [
      firm.people.lea,
    ]);
    expect(rows[0].address).not.toContain(SECRET);
    expect(testSecrets.unseal(rows[0].address, addressSeal(firm.orgId, firm.people.lea))).toBe(
      hook.addressOf(`/${SECRET}`),
    );
    // Moved to somebody else it opens for nobody.
    expect(() => testSecrets.unseal(rows[0].address, addressSeal(firm.orgId, firm.people.tom))).toThrow();
    const log = await owner.query(
      `select action, people, details from audit_entry where action = 'saveDelivery' and org_id = $1`,
      [firm.orgId],
    );
    expect(log.rows).toEqual([
      { action: 'saveDelivery', people: [String(firm.people.lea)], details: { way: 'slack' } },
    ]);
    const again = await setDelivery(lea(), { ...HOUR, way: 'slack', time: '09:00' });
    expect(again.set).toMatchObject({ host: hook.host, time: '09:00' });
    expect((await setDelivery(lea(), { ...HOUR, way: 'off' })).set).toMatchObject({ way: 'off', host: null });
  });

  it.each<[string, object, RegExp]>([
    ['an address without a word on whose chat it is', { ownChat: false }, /Say that this is your own chat/],
    ['no address at all', { address: undefined }, /Enter the address of the webhook/],
    ['an address inside the network', { address: 'https://10.0.0.7/hook' }, /private network/],
    ['an address that is not https', { address: 'http://example.com/hook' }, /begins with http:\/\//],
    ['an address with a password', { address: 'https://a:b@example.com/' }, /user name or password/],
    ['a webhook of the kind that has ended', { way: 'teams', address: 'https://x.webhook.office.com/y' }, /Workflows/],
    ['an address for mail', { way: 'mail' }, /An address is for Teams or Slack/],
  ])('is refused with %s', async (_, own, sentence) => {
    await expect(setDelivery(lea(), { ...bySlack(), ...own })).rejects.toThrow(sentence);
    expect((await findDelivery(lea())).set).toBe(null);
    expect(hook.posted).toEqual([]);
  });

  it('needs a mail server, an account, and somebody who may lead', async () => {
    const mailed = { ...HOUR, way: 'mail' } as const;
    await expect(setDelivery(as('lea', 'team-lead', { mail: null }), mailed)).rejects.toThrow(/EVENKEEL_MAIL/);
    await expect(setDelivery(as('tom', 'technician'), mailed)).rejects.toThrow(/Cards are for who leads/);
    await expect(setDelivery(as('lea', 'team-lead', { accountId: null }), mailed)).rejects.toThrow(/an account/);
    await expect(setDelivery(as('lea', 'team-lead', { personId: null }), mailed)).rejects.toThrow(/none of the people/);
    expect((await setDelivery(as('tom', 'technician'), { ...HOUR, way: 'off', reminders: true })).set?.nextAt).not.toBe(
      null,
    );
  });

  it('starts from one’s own zone, else from that of most people here', async () => {
    await owner.query(`update person set time_zone = 'America/Denver' where org_id = $1`, [firm.orgId]);
    await owner.query(`update person set time_zone = 'Not/AZone' where person_id = $1`, [firm.people.lea]);
    await owner.query(`update person set time_zone = 'Asia/Tokyo' where person_id = $1`, [firm.people.tom]);
    expect((await findDelivery(lea())).usualZone).toBe('America/Denver');
    expect((await findDelivery(as('tom', 'technician'))).usualZone).toBe('Asia/Tokyo');
  });

  it('says where this machine doesn’t know the zone any more', async () => {
    await setMessage(test, firm.orgId, firm.people.lea, { way: 'mail', zone: 'Not/AZone', nextAt: now }, now);
    expect((await findDelivery(lea())).set).toMatchObject({ zone: 'Not/AZone', zoneUnknown: true });
  });
});

describe('a test', () => {
  it('goes the way that is kept, says nothing but that it is one, and how it ended is told', async () => {
    await setDelivery(lea(), bySlack());
    expect((await sendTest(lea())).past[0]).toMatchObject({ what: 'test', state: 'sent', way: 'slack' });
    expect(hook.posted[0]!.body).toContain('A test from Evenkeel');
    hook.answer = (response) => void response.writeHead(403).end();
    expect((await sendTest(lea())).past[0]).toMatchObject({
      state: 'failed',
      why: `${hook.host} answered 403: it lets nobody post by this address any more. Make a new one there.`,
    });
    hook.answer = () => undefined;
    const impatient = as('lea', 'team-lead', { fetcher: createFetcher({ allowPrivate: [hook.host], timeout: 500 }) });
    expect((await sendTest(impatient)).past[0]).toMatchObject({ state: 'unsure' });
    await setDelivery(lea(), { ...HOUR, way: 'mail' });
    await sendTest(lea());
    expect(mail.messages.map(({ to }) => to)).toEqual([['lea@set.example']]);
    const { rows } = await owner.query(
      `select details from audit_entry where action = 'sendTestDelivery' and org_id = $1 order by seq`,
      [firm.orgId],
    );
    expect(rows.map(({ details }) => details.way)).toEqual(['slack', 'slack', 'slack', 'mail']);
  });

  it('is sent a few times an hour and no more, and not before there is a way', async () => {
    await expect(sendTest(lea())).rejects.toThrow(/choose a way/);
    await setDelivery(lea(), { ...HOUR, way: 'mail' });
    for (let i = 0; i < 5; i++) await sendTest(lea());
    await expect(sendTest(lea())).rejects.toThrow(/within an hour: wait/);
    now = (now + 3_600_001) as Instant;
    await sendTest(lea());
    expect(mail.messages).toHaveLength(6);
  });

  it('leaves no sample firm, and nothing is due there', async () => {
    await owner.query(`update firm set sample = 'cove', story_day = '2026-11-16' where org_id = $1`, [firm.orgId]);
    expect((await setDelivery(lea(), { ...HOUR, way: 'mail' })).set?.nextAt).toBe(null);
    await expect(sendTest(lea())).rejects.toThrow(/nothing leaves it/);
    expect(await outgoingOf(owner, firm.people.lea)).toEqual([]);
  });
});

describe('who keeps the firm', () => {
  it('sees whose messages fail and why, and nothing of those that arrive', async () => {
    const add = (personId: number, day: string, state: string, why: string | null) =>
      owner.query(
        `insert into outgoing (org_id, person_id, day, what, way, state, why, due_at) values ($1, $2, $3, 'morning', 'slack', $4, $5, now())`,
        [firm.orgId, personId, day, state, why],
      );
    for (const personId of [firm.people.lea, firm.people.max])
      await setMessage(test, firm.orgId, personId, { way: 'mail', nextAt: now }, now);
    await add(firm.people.lea, '2026-11-27', 'sent', null);
    await add(firm.people.lea, '2026-11-30', 'failed', 'gone');
    await add(firm.people.max, '2026-11-27', 'failed', 'gone');
    await add(firm.people.max, '2026-11-30', 'sent', null);
    const people = new Set<number>();
    const found = await test.database.transact({ orgId: firm.orgId, actor: 'o', standing: 'owner' }, (db) =>
      findFailing({
        ...{ db, now: () => now, personId: firm.people.olga, concerns: { people, details: {} } },
        asEngine: (work: (inside: typeof db) => Promise<unknown>) =>
          test.database.transact({ orgId: firm.orgId, actor: 'o', standing: 'engine' }, work),
      } as Parameters<typeof findFailing>[0]),
    );
    expect(found).toEqual({
      set: 2,
      failing: [
        {
          ...{ personId: firm.people.lea, name: 'Lea Lead', day: '2026-11-30', what: 'morning', way: 'slack' },
          ...{ state: 'failed', why: 'gone' },
        },
      ],
    });
    expect([...people]).toEqual([firm.people.lea]);
  });
});
