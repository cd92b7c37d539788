import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../src/base/roles.ts';
import { type Instant, systemClock } from '../src/base/time.ts';
import type { Members, OwnAccount } from '../src/capabilities/account/contract.ts';
import { findInvitation, makeAccount } from '../src/capabilities/account/joining.actions.ts';
import type { Whereabouts } from '../src/capabilities/welcome/contract.ts';
import { issueToken, SERVER_HOLDER } from '../src/platform/sign-in/actions.ts';
import { hashOf } from '../src/platform/sign-in/secrets.ts';
import { resultOf, runEvenkeel, runHere } from './support/command.ts';
import { testSecrets } from './support/context.ts';
import { bringIn, PASSWORD, type Stage, setStage, tokenIn, type Visitor } from './support/visitor.ts';

const DAY = 86_400_000;

let stage: Stage;
let admin: Client;
let holder: Visitor;
let owner: Visitor;
let people: Record<string, number>;
beforeAll(async () => {
  stage = await setStage();
  admin = new Client({ connectionString: stage.test.adminUrl });
  await admin.connect();
  holder = stage.visitor();
  await holder.open(stage.running.address);
  await holder.send('POST', '/api/firms', { name: 'Cove IT' });
  await holder.send('POST', '/api/people', {
    people: ['Olga', 'Tom', 'Una', 'Hana'].map((name) => ({ name, team: 'Desk' })),
  });
  const listed = await holder.send<{ people: { personId: number; name: string }[] }>('GET', '/api/people');
  people = Object.fromEntries(listed.body.people.map(({ name, personId }) => [name, personId]));
  owner = await bringIn(stage, holder, {
    email: 'olga@cove.example',
    name: 'Olga',
    role: 'owner',
    personId: people.Olga!,
  });
});
afterAll(async () => {
  await admin.end();
  await stage.close();
});

type Sent = { link: string; mailed: boolean; members: Members };
const invite = (email: string, role: Role, personId: number | null = null, host = owner) =>
  host.send<Sent>('POST', '/api/members/invitations', { email, role, personId });
const accept = (visitor: Visitor, link: string, more: object = { name: 'Somebody', password: PASSWORD }) =>
  visitor.send<{ state: string; challenge: string }>('POST', '/api/invitation', { token: tokenIn(link), ...more });
const members = async (host = owner) => (await host.send<Members>('GET', '/api/members')).body;
const idOf = async (email: string) => (await members()).members.find((one) => one.email === email)!.accountId;
const whereabouts = async (visitor: Visitor) => (await visitor.send<Whereabouts>('GET', '/api/firm')).body;
const lines = async (action: string) =>
  (
    await admin.query('select actor, standing, people, details from audit_entry where action = $1 order by seq', [
      action,
    ])
  ).rows as { actor: string; standing: string; people: string[]; details: Record<string, unknown> }[];

describe('an invitation', () => {
  it('carries its secret where no log sees it, and of it only a hash is kept', async () => {
    const { body } = await invite('una@cove.example', 'technician', people.Una);
    expect(body.link).toMatch(new RegExp(`^${stage.origin}/invitation#[\\w-]{43}$`));
    expect(body.mailed).toBe(false);
    const { rows } = await admin.query('select * from auth.invitation');
    expect(JSON.stringify(rows)).not.toContain(tokenIn(body.link));
    expect(stage.log.join()).not.toContain('una@');
    expect(body.members.invited).toMatchObject([
      { email: 'una@cove.example', role: 'technician', person: { name: 'Una' } },
    ]);
    const read = await stage.visitor().send('POST', '/api/invitation/read', { token: tokenIn(body.link) });
    expect(read.body).toEqual({
      firmName: 'Cove IT',
      email: 'una@cove.example',
      role: 'technician',
      invitedBy: 'Olga',
      hasAccount: false,
    });
    await owner.send('DELETE', `/api/members/invitations/${body.members.invited[0]!.invitationId}`);
    expect((await accept(stage.visitor(), body.link)).status).toBe(404);
  });

  it('lets one in once, as what it says and as whom it says', async () => {
    const { body } = await invite('tom@cove.example', 'technician', people.Tom);
    const tom = stage.visitor();
    expect((await accept(tom, body.link, { name: 'Tom' })).message).toContain('A password is needed');
    expect((await accept(tom, body.link, { name: 'Tom', password: 'passwordpassword1' })).message).toContain(
      'tried first',
    );
    expect((await accept(tom, body.link, { name: 'Tom', password: PASSWORD })).body).toEqual({ state: 'in' });
    expect((await whereabouts(tom)).you).toEqual({
      standing: 'technician',
      personId: people.Tom,
      actingBy: null,
      dispatches: false,
      tries: false,
      decided: false,
      secondFactorMissing: false,
    });
    expect((await accept(stage.visitor(), body.link)).status).toBe(404);
    expect((await members()).members).toContainEqual(
      expect.objectContaining({ name: 'Tom', role: 'technician', person: { personId: people.Tom, name: 'Tom' } }),
    );
    expect((await members()).without.map(({ name }) => name)).toEqual(['Hana', 'Una']);
    const [joined] = (await lines('invitation-accepted')).filter(({ standing }) => standing === 'technician');
    expect(joined).toMatchObject({ people: [String(people.Tom)], details: { role: 'technician' } });
  });

  it('taken by two at once lets one in', async () => {
    const { body } = await invite('race@cove.example', 'hr');
    const answers = await Promise.all([1, 2, 3].map(() => accept(stage.visitor(), body.link)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  });

  it('is used up by whoever was first, also where two had found it good', async () => {
    const { body } = await invite('wall@cove.example', 'wallboard');
    const ctx = { database: stage.test.database, secrets: testSecrets, now: () => stage.clock.now };
    const invitation = await findInvitation(ctx, hashOf(tokenIn(body.link)));
    await makeAccount(ctx, invitation, { name: 'First', passwordHash: null });
    const second = makeAccount(ctx, invitation, { name: 'Second', passwordHash: null });
    await expect(second).rejects.toThrow('ask for a new one');
    expect((await members()).members.map(({ name }) => name)).not.toContain('Second');
  });

  it('is good for a week, and replaced by a newer one', async () => {
    const first = (await invite('late@cove.example', 'hr')).body.link;
    const second = (await invite('late@cove.example', 'hr')).body.link;
    expect((await accept(stage.visitor(), first)).status).toBe(404);
    stage.clock.now = (stage.clock.now + 7 * DAY - 1000) as Instant;
    const late = stage.visitor();
    expect((await late.send('POST', '/api/invitation/read', { token: tokenIn(second) })).status).toBe(200);
    stage.clock.now = (stage.clock.now + 1000) as Instant;
    expect(await accept(late, second)).toMatchObject({
      status: 404,
      message: expect.stringContaining('ask for a new one'),
    });
    await owner.send('POST', '/api/sign-in/password', { email: 'olga@cove.example', password: PASSWORD });
  });

  it('refuses a member, a person who has an account, and one of another firm', async () => {
    const other = stage.visitor();
    await other.open(
      `${stage.origin}/enter?token=${await issueToken(stage.test.database, SERVER_HOLDER, stage.clock.now)}`,
    );
    await other.send('POST', '/api/firms', { name: 'Elsewhere' });
    await other.send('POST', '/api/people', { people: [{ name: 'Foreigner' }] });
    const { body } = await other.send<{ people: { personId: number }[] }>('GET', '/api/people');
    expect((await invite('tom@cove.example', 'hr')).message).toContain('Tom is a member with this address already');
    expect((await invite('x@cove.example', 'hr', people.Tom)).message).toContain('has an account already');
    expect((await invite('x@cove.example', 'hr', body.people[0]!.personId)).message).toContain('no such person');
    expect((await invite('x@cove.example', 'wallboard', people.Una)).message).toContain('A wallboard is nobody');
  });

  it('joins who has an account, by their password and code, and not by a guess', async () => {
    const other = stage.visitor();
    await other.open(
      `${stage.origin}/enter?token=${await issueToken(stage.test.database, SERVER_HOLDER, stage.clock.now)}`,
    );
    const { link } = (await invite('tom@cove.example', 'service-manager', null, other)).body;
    const tom = stage.visitor();
    const read = await tom.send('POST', '/api/invitation/read', { token: tokenIn(link) });
    expect(read.body).toMatchObject({ hasAccount: true, invitedBy: 'Whoever runs this Evenkeel' });
    expect((await accept(tom, link, {})).message).toContain('give its password');
    expect((await accept(tom, link, { password: 'a wrong password' })).status).toBe(403);
    expect((await accept(tom, link, { password: PASSWORD })).body).toEqual({ state: 'in' });
    const where = await whereabouts(tom);
    expect([where.firm!.name, where.you.standing]).toEqual(['Elsewhere', 'service-manager']);
    expect(where.firms.map(({ name }) => name)).toEqual(['Cove IT', 'Elsewhere']);
  });

  it('joins with the code of an app in a second step', async () => {
    const careful = await bringIn(stage, owner, { email: 'careful@cove.example', name: 'Careful', role: 'hr' });
    const { body } = await careful.send<{ secret: string }>('POST', '/api/account/totp/begin', { password: PASSWORD });
    const { TOTP, Secret } = await import('otpauth');
    const code = () => new TOTP({ secret: Secret.fromBase32(body.secret) }).generate({ timestamp: stage.clock.now });
    await careful.send('POST', '/api/account/totp', { code: code() });
    const other = stage.visitor();
    await other.open(
      `${stage.origin}/enter?token=${await issueToken(stage.test.database, SERVER_HOLDER, stage.clock.now)}`,
    );
    const { link } = (await invite('careful@cove.example', 'owner', null, other)).body;
    const browser = stage.visitor();
    const asked = await accept(browser, link, { password: PASSWORD });
    expect(asked.body.state).toBe('code-needed');
    stage.clock.now = (stage.clock.now + 60_000) as Instant;
    const given = { challenge: asked.body.challenge, code: code() };
    expect((await browser.send('POST', '/api/sign-in/code', given)).body).toEqual({ state: 'in' });
    expect((await whereabouts(browser)).you.standing).toBe('owner');
  });

  it('of a wallboard signs a browser in without a password, to look and for 90 days', async () => {
    const { link } = (await invite('olga@wall.example', 'wallboard')).body;
    const wall = stage.visitor();
    const { headers } = await accept(wall, link, {});
    expect(headers.get('set-cookie')).toContain(`Max-Age=${90 * 86_400}`);
    expect((await whereabouts(wall)).you.standing).toBe('wallboard');
    expect((await wall.send('GET', '/api/people')).status).toBe(403);
    const own = await wall.send<OwnAccount>('GET', '/api/account');
    expect(own.body.account).toMatchObject({ name: 'Wallboard', email: 'olga@wall.example', hasPassword: false });
    expect((await wall.send('PUT', '/api/account/password', { password: PASSWORD })).status).toBe(403);
    // The address is not taken by it.
    const second = (await invite('olga@wall.example', 'hr')).body.link;
    expect((await accept(stage.visitor(), second)).body).toEqual({ state: 'in' });
    stage.clock.now = (stage.clock.now + 60 * DAY) as Instant;
    expect((await wall.send('GET', '/api/firm')).status).toBe(200);
    stage.clock.now = (stage.clock.now + 31 * DAY) as Instant;
    expect((await wall.send('GET', '/api/firm')).status).toBe(401);
    await owner.send('POST', '/api/sign-in/password', { email: 'olga@cove.example', password: PASSWORD });
  });
});

describe('members', () => {
  it('are changed by owners, listed for those who manage, and closed to others', async () => {
    const roles: [Role, number, number][] = [
      ['owner', 200, 200],
      ['service-manager', 200, 403],
      ['hr', 200, 403],
      ['team-lead', 403, 403],
      ['technician', 403, 403],
    ];
    for (const [role, list, add] of roles) {
      const visitor = await bringIn(stage, owner, { email: `${role}@tried.example`, name: role, role });
      expect([role, (await visitor.send('GET', '/api/members')).status]).toEqual([role, list]);
      expect([role, (await invite(`x-${role}@tried.example`, 'hr', null, visitor)).status]).toEqual([role, add]);
    }
  });

  it('work as something else from the next request on', async () => {
    const visitor = await bringIn(stage, owner, { email: 'lea@cove.example', name: 'Lea', role: 'technician' });
    const accountId = await idOf('lea@cove.example');
    await owner.send('PATCH', `/api/members/${accountId}`, { role: 'team-lead', personId: people.Una });
    expect((await whereabouts(visitor)).you).toMatchObject({ standing: 'team-lead', personId: people.Una });
    const changed = (await lines('changeMember')).at(-1);
    expect(changed).toMatchObject({ people: [String(people.Una)], details: { accountId, role: 'team-lead' } });
    const taken = await owner.send('PATCH', `/api/members/${accountId}`, { personId: people.Tom });
    expect(taken.status).toBe(409);
  });

  it('who are removed are out at once, and their account goes when it opens nothing more', async () => {
    const visitor = await bringIn(stage, owner, { email: 'gone@cove.example', name: 'Gone', role: 'hr' });
    const accountId = await idOf('gone@cove.example');
    await owner.send('DELETE', `/api/members/${accountId}`);
    expect((await visitor.send('GET', '/api/firm')).status).toBe(401);
    const { rowCount } = await admin.query('select from auth.account where account_id = $1', [accountId]);
    expect(rowCount).toBe(0);
    // Tom works in another firm too: his account stays.
    const tom = await idOf('tom@cove.example');
    const working = stage.visitor();
    await working.send('POST', '/api/sign-in/password', { email: 'tom@cove.example', password: PASSWORD });
    const { firms } = await whereabouts(working);
    await working.send('POST', `/api/firms/${firms.find(({ name }) => name === 'Cove IT')!.orgId}/open`);
    expect((await whereabouts(working)).firm!.name).toBe('Cove IT');
    await owner.send('DELETE', `/api/members/${tom}`);
    expect((await working.send('GET', '/api/account')).status).toBe(401);
    const again = stage.visitor();
    await again.send('POST', '/api/sign-in/password', { email: 'tom@cove.example', password: PASSWORD });
    expect((await whereabouts(again)).firms.map(({ name }) => name)).toEqual(['Elsewhere']);
  });

  it('always have an owner among them', async () => {
    const alone = stage.visitor();
    await alone.open(
      `${stage.origin}/enter?token=${await issueToken(stage.test.database, SERVER_HOLDER, stage.clock.now)}`,
    );
    await alone.send('POST', '/api/firms', { name: 'One owner' });
    const only = await bringIn(stage, alone, { email: 'only@one.example', name: 'Only', role: 'owner' });
    const { members: list } = await members(only);
    const path = `/api/members/${list[0]!.accountId}`;
    const sentence = 'Only is the only owner: make somebody else owner first.';
    expect(await only.send('PATCH', path, { role: 'hr' })).toMatchObject({ status: 409, message: sentence });
    expect(await alone.send('DELETE', path)).toMatchObject({ status: 409, message: sentence });
    const second = await bringIn(stage, only, { email: 'second@one.example', name: 'Second', role: 'owner' });
    const ids = (await members(only)).members.map(({ accountId }) => accountId);
    const both = await Promise.all([
      only.send('PATCH', `/api/members/${ids[0]}`, { role: 'hr' }),
      second.send('PATCH', `/api/members/${ids[1]}`, { role: 'hr' }),
    ]);
    expect(both.map(({ status }) => status).sort()).not.toEqual([200, 200]);
  });

  it('of another firm are out of reach', async () => {
    const stranger = stage.visitor();
    await stranger.send('POST', '/api/sign-in/password', { email: 'only@one.example', password: PASSWORD });
    const accountId = await idOf('olga@cove.example');
    const answer = await stranger.send('DELETE', `/api/members/${accountId}`);
    expect([403, 404]).toContain(answer.status);
    expect((await members()).members.some((one) => one.accountId === accountId)).toBe(true);
  });
});

describe('whoever holds the server', () => {
  it('gets no printed secret any more once somebody owns a firm by an account', async () => {
    const { serve } = await import('../src/start.ts');
    const install = { database: stage.test.database, secrets: testSecrets };
    const second = await serve(install, { port: 0, log: () => undefined });
    expect([second.signsIn, second.address]).toEqual([false, expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/)]);
    await second.close();
    expect(stage.running.signsIn).toBe(true);
  });

  it('acts for somebody visibly: in the session, at its start, and in every line after it', async () => {
    const acting = stage.visitor();
    const accountId = await idOf('olga@cove.example');
    const token = await issueToken(stage.test.database, `account:${accountId}`, stage.clock.now, {
      minutes: 15,
      actingBy: SERVER_HOLDER,
    });
    await acting.open(`${stage.origin}/enter?token=${token}`);
    expect((await whereabouts(acting)).you).toEqual({
      standing: 'owner',
      personId: people.Olga,
      actingBy: SERVER_HOLDER,
      dispatches: false,
      tries: false,
      decided: false,
      secondFactorMissing: false,
    });
    expect((await lines('acting-began')).at(-1)).toMatchObject({
      actor: SERVER_HOLDER,
      standing: 'operator',
      people: [String(people.Olga)],
    });
    await invite('acted@cove.example', 'hr', null, acting);
    expect((await lines('invite')).at(-1)).toMatchObject({
      actor: `account:${accountId}`,
      details: { role: 'hr', actingBy: SERVER_HOLDER },
    });
    const own = await owner.send<OwnAccount>('GET', '/api/account');
    expect(own.body.sessions.map(({ method }) => method)).toContain('acting');
    const refused = await acting.send('PUT', '/api/account/password', {
      current: PASSWORD,
      password: 'mine from now on',
    });
    expect(refused.message).toContain('Only the person themselves');
    expect((await acting.send('DELETE', '/api/account/sessions')).status).toBe(403);
    stage.clock.now = (stage.clock.now + DAY / 2 + 1000) as Instant;
    expect((await acting.send('GET', '/api/firm')).status).toBe(401);
  });

  it('prints an address by a command, their own or in the name of an account', async () => {
    const environment = {
      DATABASE_URL: stage.test.adminUrl,
      EVENKEEL_KEY: '07'.repeat(32),
      PORT: new URL(stage.origin).port,
    };
    const print = (...more: string[]) => runHere(['sign-in', ...more], environment);
    const used = async (out: string) => {
      const visitor = stage.visitor();
      expect(await visitor.open(/http:\S+/.exec(out)![0])).toBe('/');
      return (await whereabouts(visitor)).you;
    };
    // The command reads the real clock.
    stage.clock.now = systemClock();
    const plain = await resultOf(runEvenkeel(['sign-in'], environment));
    expect(plain).toMatchObject({ code: 0, err: '', out: expect.stringContaining('within 15 minutes, once') });
    expect(await used(plain.out)).toMatchObject({ standing: 'operator', actingBy: null });
    const acting = await print('--as', 'Olga@Cove.example');
    expect(await used(acting.out)).toMatchObject({ standing: 'owner', actingBy: SERVER_HOLDER });
    expect(await print('--as', 'nobody@cove.example')).toMatchObject({
      code: 66,
      err: 'Nobody has an account with the address nobody@cove.example here: look under Members.\n',
    });
  });

  it('gets no further with a token after 15 minutes', async () => {
    const late = stage.visitor();
    const token = await issueToken(stage.test.database, SERVER_HOLDER, stage.clock.now, { minutes: 15 });
    stage.clock.now = (stage.clock.now + 15 * 60_000) as Instant;
    expect(await late.open(`${stage.origin}/enter?token=${token}`)).toBe('/?entered=no');
  });
});

describe('the audit log', () => {
  it('says who signed in and how, and holds no address', async () => {
    const signIns = await lines('sign-in');
    expect(signIns).toContainEqual({
      actor: expect.stringMatching(/^account:\d+$/),
      standing: 'owner',
      people: [String(people.Olga)],
      details: { method: 'password' },
    });
    const { rows } = await admin.query('select string_agg(audit_entry::text, $1) as all from audit_entry', [' ']);
    expect(rows[0].all).not.toContain('@');
  });
});
