import { Secret, TOTP } from 'otpauth';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../src/base/time.ts';
import type { OwnAccount } from '../src/capabilities/account/contract.ts';
import { bringIn, freePort, PASSWORD, QUICK, type Stage, setStage, type Visitor } from './support/visitor.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

let stage: Stage;
let admin: Client;
let holder: Visitor;
let count = 0;
beforeAll(async () => {
  stage = await setStage();
  admin = new Client({ connectionString: stage.test.adminUrl });
  await admin.connect();
  holder = stage.visitor();
  await holder.open(stage.running.address);
  await holder.send('POST', '/api/firms', { name: 'Cove IT' });
});
afterAll(async () => {
  await admin.end();
  await stage.close();
});

const pass = (ms: number) => {
  stage.clock.now = (stage.clock.now + ms) as Instant;
};

/** The holder's session ends in the course of these tests' weeks. */
async function holderAgain(): Promise<Visitor> {
  const { issueToken, SERVER_HOLDER } = await import('../src/platform/sign-in/actions.ts');
  const token = await issueToken(stage.test.database, SERVER_HOLDER, stage.clock.now);
  await holder.open(`${stage.origin}/enter?token=${token}`);
  return holder;
}

/** A new member, signed in. */
async function member(role: 'technician' | 'owner' = 'technician') {
  const email = `member${++count}@cove.example`;
  const visitor = await bringIn(stage, await holderAgain(), { email, name: `Member ${count}`, role });
  return { email, visitor };
}

const enter = (visitor: Visitor, email: string, password = PASSWORD) =>
  visitor.send<{ state: string; challenge: string }>('POST', '/api/sign-in/password', { email, password });
const isIn = async (visitor: Visitor) => (await visitor.send('GET', '/api/account')).status === 200;
const codeOf = (secret: string, at = stage.clock.now) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });

async function setUpCodes(visitor: Visitor) {
  const { body } = await visitor.send<{ secret: string; uri: string }>('POST', '/api/account/totp/begin', {
    password: PASSWORD,
  });
  const on = await visitor.send<{ recoveryCodes: string[] }>('POST', '/api/account/totp', {
    code: codeOf(body.secret),
  });
  return { ...body, recoveryCodes: on.body.recoveryCodes };
}

const lines = async (action: string) =>
  (await admin.query('select actor, people, details from audit_entry where action = $1 order by seq', [action])).rows;

describe('a password', () => {
  it('signs in at a browser of its own, and its session is kept where no script and no other site can use it', async () => {
    const { email } = await member();
    const visitor = stage.visitor();
    const answer = await enter(visitor, email.toUpperCase());
    expect(answer).toMatchObject({ status: 200, body: { state: 'in' } });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^evenkeel_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    expect(await isIn(visitor)).toBe(true);
  });

  it('is refused in one sentence whether it is wrong or nobody has the address', async () => {
    const { email } = await member();
    const wrong = await enter(stage.visitor(), email, 'not this one, but long');
    const unknown = await enter(stage.visitor(), 'nobody@cove.example');
    expect(wrong.status).toBe(403);
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
  });

  it('is nowhere in the database but as a hash with its own salt', async () => {
    await member();
    await member();
    const { rows } = await admin.query('select password_hash as hash from auth.account');
    const hashes = rows.map((row: { hash: string }) => row.hash);
    expect(hashes.every((hash) => /^scrypt\$16\$1\$1\$/.test(hash))).toBe(true);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('is stored anew when the cost of a guess has changed', async () => {
    const { email } = await member();
    const dearer = { ...QUICK.cost, n: 32 };
    const { serve } = await import('../src/start.ts');
    const { testSecrets } = await import('./support/context.ts');
    const install = { database: stage.test.database, secrets: testSecrets };
    const rules = { cost: dearer, requestsPerMinute: 100 };
    const other = await serve(install, {
      port: 0,
      log: () => undefined,
      now: () => stage.clock.now,
      signInRules: rules,
    });
    const { visitorOf } = await import('./support/visitor.ts');
    await enter(visitorOf(new URL(other.address).origin), email);
    await other.close();
    const { rows } = await admin.query('select password_hash as hash from auth.account where email = $1', [email]);
    expect(rows[0].hash).toMatch(/^scrypt\$32\$/);
    expect((await enter(stage.visitor(), email)).status).toBe(200);
  });

  it('changes only with the present one, and ends the other sessions', async () => {
    const { email, visitor } = await member();
    const elsewhere = stage.visitor();
    await enter(elsewhere, email);
    const change = (current: string, password: string) =>
      visitor.send('PUT', '/api/account/password', { current, password });
    expect(await change('something else entirely', 'a new sentence of mine')).toMatchObject({
      status: 403,
      message: "This isn't your present password: type it again.",
    });
    expect((await change(PASSWORD, 'password12345')).message).toContain('tried first');
    expect((await change(PASSWORD, 'short')).message).toContain('At least 12 characters');
    expect((await change(PASSWORD, 'a new sentence of mine')).status).toBe(200);
    expect([await isIn(visitor), await isIn(elsewhere)]).toEqual([true, false]);
    expect((await enter(stage.visitor(), email)).status).toBe(403);
    expect((await enter(stage.visitor(), email, 'a new sentence of mine')).status).toBe(200);
    expect(await lines('password-changed')).toContainEqual(expect.objectContaining({ details: {} }));
  });
});

describe('too many wrong tries', () => {
  const wrong = (email: string) => enter(stage.visitor(), email, 'a guess that is wrong');

  it.each(['somebody', 'nobody'])('lock an address for 1, 2, 4 … 60 minutes, whether %s has it', async (who) => {
    const email = who === 'nobody' ? 'no.such@cove.example' : (await member()).email;
    for (let i = 0; i < 5; i++) expect((await wrong(email)).status).toBe(403);
    const locked = await enter(stage.visitor(), email);
    expect(locked).toMatchObject({
      status: 429,
      message: 'There were too many wrong tries for this address: try again in a minute.',
    });
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
      pass(minutes * MINUTE - 1000);
      expect((await wrong(email)).status).toBe(429);
      pass(2000);
      expect((await wrong(email)).status).toBe(403);
    }
    expect((await wrong(email)).message).toContain('try again in 60 minutes');
    pass(61 * MINUTE);
    expect((await enter(stage.visitor(), email)).status).toBe(who === 'nobody' ? 403 : 200);
  });

  it('count also when they come at once', async () => {
    const { email } = await member();
    const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await wrong(email)).status));
    expect(statuses.filter((status) => status === 403)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
    pass(2 * MINUTE);
  });

  it('are forgotten once one was right, and written down when they lock', async () => {
    const { email } = await member();
    for (let i = 0; i < 4; i++) await wrong(email);
    expect((await enter(stage.visitor(), email)).status).toBe(200);
    for (let i = 0; i < 4; i++) await wrong(email);
    expect((await enter(stage.visitor(), email)).status).toBe(200);
    const before = (await lines('sign-in-locked')).length;
    for (let i = 0; i < 5; i++) await wrong(email);
    await expect.poll(async () => (await lines('sign-in-locked')).length).toBe(before + 1);
    const locked = await lines('sign-in-locked');
    expect(JSON.stringify(locked)).not.toContain('@');
    pass(2 * MINUTE);
  });

  it('from one network stop it, whatever addresses it tries', async () => {
    pass(16 * MINUTE);
    const { email } = await member();
    for (let i = 0; i < 40; i++) expect((await wrong(`guess${i}@cove.example`)).status).toBe(403);
    expect(await enter(stage.visitor(), email)).toMatchObject({
      status: 429,
      message: 'There were too many wrong tries from your network: try again in 15 minutes.',
    });
    pass(16 * MINUTE);
    expect((await enter(stage.visitor(), email)).status).toBe(200);
  });
});

describe('codes of an app', () => {
  it('are asked for after the password, and each is taken once', async () => {
    const { email, visitor } = await member();
    const { secret, uri } = await setUpCodes(visitor);
    expect(uri).toMatch(/^otpauth:\/\/totp\/Evenkeel:/);
    const browser = stage.visitor();
    const asked = await enter(browser, email);
    expect(asked.body.state).toBe('code-needed');
    expect(await isIn(browser)).toBe(false);
    const give = (code: string) => browser.send('POST', '/api/sign-in/code', { challenge: asked.body.challenge, code });
    // The code that turned them on was taken.
    expect((await give(codeOf(secret))).status).toBe(403);
    pass(30_000);
    const code = codeOf(secret);
    expect((await give('000000')).status).toBe(403);
    expect((await give(`${code.slice(0, 3)} ${code.slice(3)}`)).body).toEqual({ state: 'in' });
    expect(await isIn(browser)).toBe(true);
    const again = stage.visitor();
    const { challenge } = (await enter(again, email)).body;
    expect((await again.send('POST', '/api/sign-in/code', { challenge, code })).status).toBe(403);
    expect((await browser.send('POST', '/api/sign-in/code', { challenge: asked.body.challenge, code })).status).toBe(
      403,
    );
  });

  it('are taken one step early or late, and no further', async () => {
    const { email, visitor } = await member();
    const { secret } = await setUpCodes(visitor);
    pass(10 * MINUTE);
    const take = async (offset: number) => {
      const browser = stage.visitor();
      const { challenge } = (await enter(browser, email)).body;
      const code = codeOf(secret, (stage.clock.now + offset) as Instant);
      return (await browser.send('POST', '/api/sign-in/code', { challenge, code })).status;
    };
    expect([await take(-60_000), await take(60_000), await take(-30_000), await take(30_000)]).toEqual([
      403, 403, 200, 200,
    ]);
  });

  it('are locked with the address when they are guessed', async () => {
    const { email, visitor } = await member();
    await setUpCodes(visitor);
    const browser = stage.visitor();
    const { challenge } = (await enter(browser, email)).body;
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) {
      statuses.push((await browser.send('POST', '/api/sign-in/code', { challenge, code: `00000${i}` })).status);
    }
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    expect((await enter(stage.visitor(), email)).status).toBe(429);
    pass(2 * MINUTE);
  });

  it('have recovery codes, each good once, of which only hashes are kept', async () => {
    const { email, visitor } = await member();
    const { recoveryCodes } = await setUpCodes(visitor);
    expect(new Set(recoveryCodes).size).toBe(10);
    const take = async (code: string) => {
      const browser = stage.visitor();
      const { challenge } = (await enter(browser, email)).body;
      return (await browser.send('POST', '/api/sign-in/code', { challenge, code })).status;
    };
    expect([await take(recoveryCodes[0]!.toUpperCase()), await take(recoveryCodes[0]!)]).toEqual([200, 403]);
    const { body } = await visitor.send<OwnAccount>('GET', '/api/account');
    expect(body.account).toMatchObject({ recoveryCodes: 9, hasPassword: true });
    const { rows } = await admin.query('select code_hash from auth.recovery_code');
    expect(JSON.stringify(rows)).not.toContain(recoveryCodes[1]!.replaceAll('-', ''));
    const sealed = await admin.query('select totp_secret from auth.account where totp_secret is not null');
    expect(sealed.rows.every((row) => row.totp_secret.startsWith('1.'))).toBe(true);
  });

  it('turn off with password and code together, and are set up only with the password', async () => {
    const { email, visitor } = await member();
    expect((await visitor.send('POST', '/api/account/totp/begin', { password: 'wrong' })).status).toBe(403);
    const { secret } = await setUpCodes(visitor);
    expect((await visitor.send('POST', '/api/account/totp/begin', { password: PASSWORD })).status).toBe(409);
    pass(MINUTE);
    const off = (password: string, code: string) =>
      visitor.send<OwnAccount>('POST', '/api/account/totp/remove', { password, code });
    expect((await off('wrong', codeOf(secret))).status).toBe(403);
    expect((await off(PASSWORD, '000000')).status).toBe(403);
    expect((await off(PASSWORD, codeOf(secret))).body.account).toMatchObject({ totpSince: null, recoveryCodes: 0 });
    expect((await enter(stage.visitor(), email)).body).toEqual({ state: 'in' });
    expect([(await lines('codes-on')).length > 0, (await lines('codes-off')).length > 0]).toEqual([true, true]);
  });
});

describe('a session', () => {
  it('is new after signing in, and the one before it is worth nothing', async () => {
    const { email, visitor } = await member();
    const before = visitor.cookies.get('evenkeel_session')!;
    await enter(visitor, email);
    expect(visitor.cookies.get('evenkeel_session')).not.toBe(before);
    const thief = stage.visitor();
    thief.cookies.set('evenkeel_session', before);
    expect(await isIn(thief)).toBe(false);
  });

  it('ends after 7 days without use, and after 30 in any case', async () => {
    const { email, visitor } = await member();
    for (let day = 0; day < 29; day += 6) {
      expect(await isIn(visitor)).toBe(true);
      pass(6 * DAY);
    }
    pass(-DAY + 1000);
    expect(await isIn(visitor)).toBe(true);
    pass(DAY);
    expect(await isIn(visitor)).toBe(false);
    await enter(visitor, email);
    pass(7 * DAY + 1000);
    expect(await isIn(visitor)).toBe(false);
  });

  it('is listed in words, and its owner can end one or all others', async () => {
    const { email, visitor } = await member();
    const phone = stage.visitor(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1',
    );
    await enter(phone, email);
    pass(1000);
    const third = stage.visitor();
    await enter(third, email);
    const { body } = await visitor.send<OwnAccount>('GET', '/api/account');
    expect(body.sessions.map(({ browser, method, here, ip }) => ({ browser, method, here, ip }))).toEqual(
      expect.arrayContaining([
        { browser: 'Firefox on Windows', method: 'password', here: true, ip: '127.0.0.1' },
        { browser: 'Safari on iPhone', method: 'password', here: false, ip: '127.0.0.1' },
      ]),
    );
    const phones = body.sessions.find((one) => one.browser === 'Safari on iPhone')!;
    await visitor.send('DELETE', `/api/account/sessions/${phones.sessionId}`);
    expect([await isIn(phone), await isIn(third)]).toEqual([false, true]);
    const after = await visitor.send<OwnAccount>('DELETE', '/api/account/sessions');
    expect(after.body.sessions).toHaveLength(1);
    expect([await isIn(visitor), await isIn(third)]).toEqual([true, false]);
  });

  it("of somebody else can't be ended", async () => {
    const one = await member();
    const other = await member();
    const { body } = await one.visitor.send<OwnAccount>('GET', '/api/account');
    const answer = await other.visitor.send('DELETE', `/api/account/sessions/${body.sessions[0]!.sessionId}`);
    expect(answer.status).toBe(404);
    expect(await isIn(one.visitor)).toBe(true);
  });

  it('travels by https only where that is how people come', async () => {
    const port = await freePort();
    const proxied = await setStage({ port, address: 'https://evenkeel.example', proxies: ['127.0.0.1'] });
    const from = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evenkeel.example' };
    const address = proxied.running.address.replace('https://evenkeel.example', `http://127.0.0.1:${port}`);
    const entered = await fetch(address, { headers: from, redirect: 'manual' });
    const cookie = entered.headers.get('set-cookie')!;
    expect(cookie).toMatch(
      /^__Host-evenkeel_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    const ask = async (sent: string) =>
      (await fetch(`http://127.0.0.1:${port}/api/firm`, { headers: { ...from, cookie: sent } })).status;
    const [pair] = cookie.split(';') as [string];
    expect([await ask(pair), await ask(pair.replace('__Host-', ''))]).toEqual([200, 401]);
    await proxied.close();
  });

  it('ends with signing out', async () => {
    const { visitor } = await member();
    const secret = visitor.cookies.get('evenkeel_session')!;
    expect((await visitor.send('POST', '/api/sign-out', {})).body).toEqual({ state: 'out' });
    expect(visitor.cookies.size).toBe(0);
    visitor.cookies.set('evenkeel_session', secret);
    expect(await isIn(visitor)).toBe(false);
  });

  it('leaves nothing behind when its time is over', async () => {
    await member();
    pass(40 * DAY);
    await member();
    const { rows } = await admin.query(`select (select count(*)::int from auth.session) as sessions,
      (select count(*)::int from auth.attempt) as attempts, (select count(*)::int from auth.challenge) as challenges`);
    expect(rows[0].sessions).toBeLessThanOrEqual(2);
    expect(rows[0]).toMatchObject({ attempts: 0, challenges: 0 });
  });
});
