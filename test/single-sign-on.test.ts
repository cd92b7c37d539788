import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnAccount } from '../src/capabilities/account/contract.ts';
import type { Whereabouts } from '../src/capabilities/welcome/contract.ts';
import { issueToken, SERVER_HOLDER } from '../src/platform/sign-in/actions.ts';
import { type MailTestServer, startMailServer } from './support/mail-server.ts';
import { type OidcAccount, type OidcServer, startOidcServer } from './support/oidc-server.ts';
import { bringIn, freePort, PASSWORD, type Stage, setStage, tokenIn, type Visitor } from './support/visitor.ts';

const ANA: OidcAccount = { subject: 'ana', email: 'ana@cove.example', emailVerified: true, name: 'Ana Ruiz' };
const BO: OidcAccount = { subject: 'bo', email: 'bo@cove.example', emailVerified: true, name: 'Bo' };
const CY: OidcAccount = { subject: 'cy', email: 'cy@cove.example', emailVerified: false, name: 'Cy' };
const DEE: OidcAccount = { subject: 'dee', name: 'Dee' };
const OLGA: OidcAccount = { subject: 'not-olga', email: 'olga@cove.example', emailVerified: true };
const accounts = [ANA, BO, CY, DEE, OLGA];

let stage: Stage;
let admin: Client;
let mail: MailTestServer;
let ours: OidcServer;
let theirs: OidcServer;
let owner: Visitor;
let stranger: Visitor;
let providerId: number;

beforeAll(async () => {
  const port = await freePort();
  const redirectUris = [`http://127.0.0.1:${port}/sign-in/back`];
  ours = await startOidcServer({ redirectUris, accounts });
  theirs = await startOidcServer({ redirectUris, accounts });
  mail = await startMailServer();
  stage = await setStage({
    port,
    privateHosts: [ours, theirs].map(({ issuer }) => new URL(issuer).host),
    mail: { url: mail.address, from: 'Evenkeel <evenkeel@cove.example>' },
  });
  admin = new Client({ connectionString: stage.test.adminUrl });
  await admin.connect();
  const firmOf = async (name: string, email: string) => {
    const holder = stage.visitor();
    const token = await issueToken(stage.test.database, SERVER_HOLDER, stage.clock.now);
    await holder.open(`${stage.origin}/enter?token=${token}`);
    await holder.send('POST', '/api/firms', { name });
    return bringIn(stage, holder, { email, name: email, role: 'owner' });
  };
  owner = await firmOf('Cove IT', 'olga@cove.example');
  stranger = await firmOf('Elsewhere', 'boss@elsewhere.example');
});
afterAll(async () => {
  await admin.end();
  await stage.close();
  await Promise.all([ours.close(), theirs.close(), mail.close()]);
});

type Providers = { providers: { providerId: number; label: string; issuer: string }[]; redirectAddress: string };
const add = (host: Visitor, { issuer, clientId, clientSecret }: OidcServer, label = 'Work account') =>
  host.send<Providers>('POST', '/api/providers', { label, issuer, clientId, clientSecret });

/** A whole trip; answers with the page that the browser is shown at its end. */
async function travel(
  visitor: Visitor,
  account: OidcAccount,
  more: { invitation?: string; by?: OidcServer; link?: boolean; password?: string } = {},
) {
  const { by = ours, ...asked } = more;
  const { body } = await stage
    .visitor()
    .send<{ providers: { providerId: number; label: string }[] }>('GET', '/api/sign-in');
  const id = by === ours ? providerId : body.providers.find(({ label }) => label === 'Theirs')!.providerId;
  const left = await visitor.send<{ address: string }>('POST', '/api/sign-in/provider', { providerId: id, ...asked });
  if (left.status !== 200) return left.message;
  return visitor.open(await by.signIn(left.body.address, account));
}

const account = async (visitor: Visitor) => (await visitor.send<OwnAccount>('GET', '/api/account')).body;
const invite = async (email: string, host = owner) => {
  const sent = await host.send<{ link: string; mailed: boolean }>('POST', '/api/members/invitations', {
    email,
    role: 'technician',
  });
  return { ...sent.body, invitation: tokenIn(sent.body.link) };
};

describe('a provider', () => {
  it('is asked who it is before it is kept, and its secret is kept sealed', async () => {
    const wrong = await add(owner, { ...ours, issuer: mail.address.replace('smtp', 'https') });
    expect(wrong.status).toBeGreaterThanOrEqual(400);
    const { body } = await add(owner, ours);
    expect(body).toMatchObject({
      providers: [{ label: 'Work account', issuer: ours.issuer }],
      redirectAddress: `${stage.origin}/sign-in/back`,
    });
    providerId = body.providers[0]!.providerId;
    expect(JSON.stringify(body)).not.toContain(ours.clientSecret);
    const { rows } = await admin.query('select * from auth.provider');
    expect(JSON.stringify(rows)).not.toContain(ours.clientSecret);
    expect((await add(owner, ours)).status).toBe(409);
    expect((await stage.visitor().send('GET', '/api/sign-in')).body).toMatchObject({
      providers: [{ providerId, label: 'Work account' }],
    });
  });

  it('of one firm is not removed by the owner of another', async () => {
    expect((await stranger.send('DELETE', `/api/providers/${providerId}`)).status).toBe(403);
    expect((await add(stranger, theirs, 'Theirs')).status).toBe(200);
  });
});

describe('a trip', () => {
  it('lets in nobody who was not invited', async () => {
    const visitor = stage.visitor();
    expect(await travel(visitor, BO)).toBe('/sign-in?problem=uninvited');
    expect((await visitor.send('GET', '/api/firm')).status).toBe(401);
  });

  it('redeems the invitation that it was begun with, and from then on needs none', async () => {
    const { link, mailed, invitation } = await invite('ana@cove.example');
    expect(mailed).toBe(true);
    const arrived = mail.messages.at(-1)!;
    expect(arrived.to).toEqual(['ana@cove.example']);
    expect(arrived.source.replace(/=\r?\n/g, '').replaceAll('=3D', '=')).toContain(link);
    const first = stage.visitor();
    expect(await travel(first, ANA, { invitation })).toBe('/');
    expect((await account(first)).account).toMatchObject({
      name: 'Ana Ruiz',
      hasPassword: false,
      identities: [{ issuer: ours.issuer, label: 'Work account' }],
    });
    expect((await first.send<Whereabouts>('GET', '/api/firm')).body.you.standing).toBe('technician');
    const second = stage.visitor();
    expect(await travel(second, ANA)).toBe('/');
    expect((await account(second)).sessions.every(({ method }) => method === 'provider')).toBe(true);
    expect(await travel(stage.visitor(), BO, { invitation })).toContain('ask for a new one');
  });

  it('finds an account by an address that the provider checked, and by no other', async () => {
    await bringIn(stage, owner, { email: 'bo@cove.example', name: 'Bo', role: 'hr' });
    await bringIn(stage, owner, { email: 'cy@cove.example', name: 'Cy', role: 'hr' });
    const bo = stage.visitor();
    expect(await travel(bo, BO)).toBe('/');
    expect((await account(bo)).account).toMatchObject({
      email: 'bo@cove.example',
      identities: [{ label: 'Work account' }],
    });
    expect(await travel(stage.visitor(), CY)).toBe('/sign-in?problem=uninvited');
  });

  it('by a provider of another firm opens no account of this one', async () => {
    expect(await travel(stage.visitor(), OLGA, { by: theirs })).toBe('/sign-in?problem=uninvited');
    // Nor with an invitation of their own to her address.
    const { invitation } = await invite('olga@cove.example', stranger);
    expect(await travel(stage.visitor(), OLGA, { by: theirs, invitation })).toBe('/sign-in?problem=invitation');
  });

  it('begun by somebody who is signed in adds the provider to their account', async () => {
    const dee = await bringIn(stage, owner, { email: 'dee@cove.example', name: 'Dee', role: 'hr' });
    // Not by signing in beside it, and not by an open session alone.
    expect(await travel(dee, DEE)).toBe('/sign-in?problem=uninvited');
    expect(await travel(dee, DEE, { link: true })).toContain('present password');
    expect(await travel(dee, DEE, { link: true, password: PASSWORD })).toBe('/');
    expect((await account(dee)).account).toMatchObject({ email: 'dee@cove.example', identities: [{}] });
    const elsewhere = stage.visitor();
    expect(await travel(elsewhere, DEE)).toBe('/');
    expect((await account(elsewhere)).account).toMatchObject({ email: 'dee@cove.example' });
  });

  it('ends only in the browser that began it, once, and within ten minutes', async () => {
    const begin = async () => {
      const visitor = stage.visitor();
      const left = await visitor.send<{ address: string }>('POST', '/api/sign-in/provider', { providerId });
      expect(left.headers.get('set-cookie')).toMatch(/^evenkeel_trip=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
      return { visitor, back: await ours.signIn(left.body.address, ANA), trip: visitor.cookies.get('evenkeel_trip')! };
    };
    const one = await begin();
    expect(await stage.visitor().open(one.back)).toBe('/sign-in?problem=late');
    expect(await one.visitor.open(one.back)).toBe('/');
    expect(one.visitor.cookies.has('evenkeel_trip')).toBe(false);
    one.visitor.cookies.set('evenkeel_trip', one.trip);
    expect(await one.visitor.open(one.back)).toBe('/sign-in?problem=late');
    const [other, mixed] = [await begin(), await begin()];
    expect(await other.visitor.open(mixed.back)).toBe('/sign-in?problem=provider');
    const slow = await begin();
    stage.clock.now = (stage.clock.now + 10 * 60_000) as typeof stage.clock.now;
    expect(await slow.visitor.open(slow.back)).toBe('/sign-in?problem=late');
  });

  it('that fails leaves the reason in the log, and no more', async () => {
    stage.log.length = 0;
    const visitor = stage.visitor();
    await visitor.send('POST', '/api/sign-in/provider', { providerId });
    const said = '/sign-in/back?error=access_denied&error_description=ana@cove.example';
    expect(await visitor.open(stage.origin + said)).toBe('/sign-in?problem=provider');
    expect(stage.log).toEqual([expect.stringMatching(/^A single sign-on failed: \w+\.$/)]);
  });

  it('goes on with a new secret of its provider, which its owner enters', async () => {
    const renew = (host: Visitor, clientSecret: string) =>
      host.send('PUT', `/api/providers/${providerId}/secret`, { clientSecret });
    expect((await renew(stranger, ours.clientSecret)).status).toBe(403);
    expect((await renew(owner, 'one that has expired')).status).toBe(200);
    expect(await travel(stage.visitor(), ANA)).toBe('/sign-in?problem=provider');
    expect((await renew(owner, ours.clientSecret)).status).toBe(200);
    expect(await travel(stage.visitor(), ANA)).toBe('/');
    const { rows } = await admin.query('select client_secret from auth.provider');
    expect(JSON.stringify(rows)).not.toContain(ours.clientSecret);
  });

  it('leads nowhere once its provider was removed', async () => {
    expect((await owner.send('DELETE', `/api/providers/${providerId}`)).status).toBe(200);
    expect(await travel(stage.visitor(), ANA)).toContain('no longer offered');
  });
});
