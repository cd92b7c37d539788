import { Secret, TOTP } from 'otpauth';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Instant } from '../src/base/time.ts';
import type { Members, OwnAccount } from '../src/capabilities/account/contract.ts';
import type { Whereabouts } from '../src/capabilities/welcome/contract.ts';
import { bringIn, PASSWORD, type Stage, setStage, type Visitor } from './support/visitor.ts';

const MINUTE = 60_000;

let stage: Stage;
let admin: Client;
let holder: Visitor;
let owner: Visitor;
let tom: Visitor;
beforeAll(async () => {
  stage = await setStage();
  admin = new Client({ connectionString: stage.test.adminUrl });
  await admin.connect();
  holder = stage.visitor();
  await holder.open(stage.running.address);
  await holder.send('POST', '/api/firms', { name: 'Cove IT' });
  owner = await bringIn(stage, holder, { email: 'olga@cove.example', name: 'Olga', role: 'owner' });
  tom = await bringIn(stage, owner, { email: 'tom@cove.example', name: 'Tom', role: 'technician' });
});
afterAll(async () => {
  await admin.end();
  await stage.close();
});

const pass = (ms: number) => {
  stage.clock.now = (stage.clock.now + ms) as Instant;
};
const enter = async (email: string) => {
  const visitor = stage.visitor();
  await visitor.send('POST', '/api/sign-in/password', { email, password: PASSWORD });
  return visitor;
};
const ask = (visitor: Visitor, required: boolean) =>
  visitor.send<Members>('PUT', '/api/members/second-factor', { required });
const whereabouts = async (visitor: Visitor) => (await visitor.send<Whereabouts>('GET', '/api/firm')).body;
const members = async (visitor = owner) => (await visitor.send<Members>('GET', '/api/members')).body;
const idOf = async (email: string) => (await members()).members.find((one) => one.email === email)!.accountId;
const lines = async (action: string) =>
  (await admin.query('select actor, details from audit_entry where action = $1 order by seq', [action])).rows;

async function setUpCodes(visitor: Visitor): Promise<void> {
  const { body } = await visitor.send<{ secret: string }>('POST', '/api/account/totp/begin', { password: PASSWORD });
  const code = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate({ timestamp: stage.clock.now });
  expect((await visitor.send('POST', '/api/account/totp', { code })).status).toBe(200);
}

describe('a firm that asks everyone for a second factor', () => {
  it('is asked for by an owner who has one', async () => {
    expect((await ask(tom, true)).status).toBe(403);
    expect(await ask(owner, true)).toMatchObject({ status: 409, message: expect.stringContaining('set up codes') });
    await setUpCodes(owner);
    expect((await ask(owner, true)).body.secondFactorRequired).toBe(true);
    expect(await lines('requireSecondFactor')).toMatchObject([{ details: { required: 'yes' } }]);
  });

  it('shows who came by a password alone nothing but their own account, until they have one', async () => {
    const refused = await tom.send<{ error: object }>('GET', '/api/playbook');
    expect(refused.status).toBe(403);
    expect(refused.body.error).toMatchObject({
      message: expect.stringContaining('set up codes under Your account'),
      details: { field: 'secondFactor' },
    });
    expect((await tom.send('GET', '/api/me')).status).toBe(403);
    expect((await tom.send('POST', '/api/samples', { sample: 'cove' })).status).toBe(403);
    expect((await whereabouts(tom)).you).toMatchObject({ standing: 'technician', secondFactorMissing: true });
    expect((await tom.send('GET', '/api/account')).status).toBe(200);
    await setUpCodes(tom);
    expect((await whereabouts(tom)).you.secondFactorMissing).toBe(false);
    expect((await tom.send('GET', '/api/playbook')).status).toBe(200);
  });

  it('takes whoever comes by a passkey or single sign-on, and whoever holds the server', async () => {
    await bringIn(stage, owner, { email: 'una@cove.example', name: 'Una', role: 'technician' });
    const una = await enter('una@cove.example');
    const status = async () => (await una.send('GET', '/api/playbook')).status;
    expect(await status()).toBe(403);
    const id = await idOf('una@cove.example');
    for (const [method, expected] of [
      ['passkey', 200],
      ['provider', 200],
      ['password', 403],
    ] as const) {
      await admin.query('update auth.session set method = $1 where account_id = $2', [method, id]);
      expect([method, await status()]).toEqual([method, expected]);
    }
    expect((await holder.send('GET', '/api/playbook')).status).toBe(200);
  });

  it('asks nothing in another firm, and no longer once an owner takes it back', async () => {
    await holder.send('POST', '/api/firms', { name: 'Elsewhere' });
    const vi = await bringIn(stage, holder, { email: 'vi@else.example', name: 'Vi', role: 'owner' });
    expect((await vi.send('GET', '/api/playbook')).status).toBe(200);
    expect((await whereabouts(vi)).you.secondFactorMissing).toBe(false);
    expect((await ask(owner, false)).body.secondFactorRequired).toBe(false);
    expect((await (await enter('una@cove.example')).send('GET', '/api/playbook')).status).toBe(200);
  });
});

describe('a way to sign in', () => {
  const SENTENCE = 'Sign in again first, then change this.';

  it('is changed by an open session alone only in its first ten minutes, where there is no password', async () => {
    const pia = await bringIn(stage, owner, { email: 'pia@cove.example', name: 'Pia', role: 'technician' });
    // As if she came by single sign-on.
    const bare = () => admin.query(`update auth.account set password_hash = null where email = 'pia@cove.example'`);
    await bare();
    const change = (password = 'a calm day at the harbour') => pia.send('PUT', '/api/account/password', { password });
    pass(10 * MINUTE);
    expect(await change()).toMatchObject({ status: 403, message: SENTENCE });
    expect(await pia.send('POST', '/api/account/passkeys/question', {})).toMatchObject({ message: SENTENCE });
    expect(await pia.send('POST', '/api/account/passkeys/abc/remove', {})).toMatchObject({ message: SENTENCE });
    pass(-1000);
    expect((await change()).status).toBe(200);
  });

  it('asks for the password where there is one, also to remove a passkey', async () => {
    const bo = await bringIn(stage, owner, { email: 'bo@cove.example', name: 'Bo', role: 'technician' });
    const remove = (password?: string) => bo.send('POST', '/api/account/passkeys/abc/remove', { password });
    expect(await remove()).toMatchObject({ status: 403, message: expect.stringContaining('present password') });
    expect((await remove('a guess that is wrong')).status).toBe(403);
    expect((await remove(PASSWORD)).status).toBe(404);
  });

  it('changed gives the session another secret: a copy of the one before is worth nothing', async () => {
    const cy = await bringIn(stage, owner, { email: 'cy@cove.example', name: 'Cy', role: 'technician' });
    const copy = stage.visitor();
    copy.cookies.set('evenkeel_session', cy.cookies.get('evenkeel_session')!);
    expect((await copy.send('GET', '/api/account')).status).toBe(200);
    const changed = await cy.send('PUT', '/api/account/password', {
      current: PASSWORD,
      password: 'a calm day at the harbour',
    });
    expect(changed.headers.get('set-cookie')).toContain('Max-Age=2592000;');
    expect((await copy.send('GET', '/api/account')).status).toBe(401);
    expect((await cy.send<OwnAccount>('GET', '/api/account')).body.sessions).toHaveLength(1);
  });
});

describe('firms that come and go', () => {
  it('leave a line where they are, or were', async () => {
    const visitor = stage.visitor();
    await visitor.send('POST', '/api/sign-in/password', { email: 'vi@else.example', password: PASSWORD });
    const elsewhere = (await whereabouts(visitor)).firm!.orgId;
    const at = async (action: string) =>
      (await admin.query('select org_id::int as org, standing from audit_entry where action = $1', [action])).rows;
    expect(await at('startFirm')).toContainEqual({ org: elsewhere, standing: 'operator' });
    const sample = await visitor.send<Whereabouts>('POST', '/api/samples', { sample: 'cove' });
    const { orgId } = sample.body.firm!;
    expect(await at('openSample')).toContainEqual(expect.objectContaining({ org: orgId }));
    expect((await visitor.send('DELETE', `/api/samples/${orgId}`)).status).toBe(200);
    expect(await at('removeSample')).toEqual([{ org: elsewhere, standing: 'owner' }]);
    expect(await at('openSample')).toEqual([]);
  });
});

describe("a member's sessions", () => {
  it('are ended by an owner, and the member stays', async () => {
    const email = 'dee@cove.example';
    const dee = await bringIn(stage, owner, { email, name: 'Dee', role: 'technician' });
    const other = await enter(email);
    const path = `/api/members/${await idOf(email)}/sessions`;
    expect((await tom.send('DELETE', path)).status).toBe(403);
    expect((await owner.send('DELETE', path)).status).toBe(200);
    expect([(await dee.send('GET', '/api/account')).status, (await other.send('GET', '/api/account')).status]).toEqual([
      401, 401,
    ]);
    expect((await (await enter(email)).send('GET', '/api/account')).status).toBe(200);
    expect(await lines('endMemberSessions')).toHaveLength(1);
  });

  it('but the one that asks are ended for oneself', async () => {
    const path = `/api/members/${await idOf('olga@cove.example')}/sessions`;
    expect((await owner.send('DELETE', path)).status).toBe(200);
    expect((await owner.send('GET', '/api/account')).status).toBe(200);
  });
});

describe('what is refused', () => {
  it('at the door is in the log of a known account, once a minute and without its address', async () => {
    const email = 'una@cove.example';
    const fail = () => stage.visitor().send('POST', '/api/sign-in/password', { email, password: 'a guess' });
    pass(2 * MINUTE);
    const before = (await lines('sign-in-failed')).length;
    await fail();
    await fail();
    await vi.waitFor(async () => expect(await lines('sign-in-failed')).toHaveLength(before + 1));
    pass(MINUTE);
    await fail();
    await vi.waitFor(async () => expect(await lines('sign-in-failed')).toHaveLength(before + 2));
    expect(await lines('sign-in-failed')).toContainEqual({ actor: 'sign-in', details: {} });
  });

  it('for a role is a line of the program without a name', async () => {
    stage.log.length = 0;
    await tom.send('GET', '/api/members');
    expect(stage.log).toEqual([expect.stringMatching(/^account:\d+ as technician was refused listMembers\.$/)]);
  });
});
