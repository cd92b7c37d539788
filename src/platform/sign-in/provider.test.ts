import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type OidcAccount, type OidcServer, startOidcServer } from '../../../test/support/oidc-server.ts';
import { Refusal } from '../../base/errors.ts';
import { createFetcher, type Fetcher } from '../fetch/fetcher.ts';
import { beginTrip, describeProvider, finishTrip, type Provider } from './provider.ts';

const BACK = 'https://evenkeel.example.com/api/sign-in/provider/back';
const ANA: OidcAccount = { subject: 'ana-1', email: 'Ana@Example.com', emailVerified: true, name: 'Ana Ruiz' };
const BO: OidcAccount = { subject: 'bo-2', email: 'bo@example.com', emailVerified: false };
const NOBODY: OidcAccount = { subject: 'no-mail' };
const accounts = [ANA, BO, NOBODY];

let server: OidcServer;
let inToken: OidcServer;
const close: (() => Promise<unknown>)[] = [];

async function start(options: Partial<Parameters<typeof startOidcServer>[0]> = {}): Promise<OidcServer> {
  const started = await startOidcServer({ redirectUris: [BACK], accounts, ...options });
  close.push(started.close);
  return started;
}

beforeAll(async () => {
  server = await start();
  inToken = await start({ claimsInToken: true, secretBy: 'client_secret_basic' });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await Promise.all(close.map((end) => end()));
});

const hostOf = (address: string) => new URL(address).host;
const fetcherFor = (...servers: OidcServer[]) =>
  createFetcher({ allowPrivate: servers.map(({ issuer }) => hostOf(issuer)) });
const providerOf = ({ issuer, clientId, clientSecret }: OidcServer): Provider => ({ issuer, clientId, clientSecret });

/** A trip to a provider and back up to Evenkeel's door. */
async function travel(to: OidcServer, account = ANA) {
  const { address, memory } = await beginTrip(fetcherFor(to), providerOf(to), BACK);
  return { address: new URL(address), memory, back: new URL(await to.signIn(address, account)) };
}

/** The sentence of the refusal that a promise ends in, which never names the secret. */
async function refusalOf(promise: Promise<unknown>, code = 'not-allowed'): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refusal);
  const refusal = error as Refusal;
  expect(refusal.code).toBe(code);
  // What the library throws holds answers of the provider; none of it may reach a log.
  if (code === 'not-allowed') expect(refusal.cause).toBeUndefined();
  const everything = [refusal.message, JSON.stringify(refusal.details), refusal.stack, refusal.cause].join();
  for (const { clientSecret } of [server, inToken]) expect(everything).not.toContain(clientSecret);
  return refusal.message;
}

type Keys = { keys: { kid: string }[] };

/** A fetcher that answers in a server's place once, for addresses below a path. */
const instead =
  (
    real: Fetcher,
    path: string,
    answer: (address: string, asked: Parameters<Fetcher>[1]) => Promise<Response>,
  ): Fetcher =>
  (address, request) =>
    new URL(address).pathname === path ? answer(String(address), request) : real(address, request);

describe('a trip to a provider', () => {
  it('says who came back, with the mail address and whether it was checked', async () => {
    const { address, memory, back } = await travel(server);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: server.clientId,
      redirect_uri: BACK,
      scope: 'openid email profile',
      code_challenge_method: 'S256',
    });
    expect(await finishTrip(fetcherFor(server), providerOf(server), BACK, back, memory)).toEqual({
      issuer: server.issuer,
      subject: 'ana-1',
      email: 'ana@example.com',
      emailVerified: true,
      name: 'Ana Ruiz',
    });
  });

  it('never sends the secret, the verifier or the whole memory through the browser', async () => {
    const { address, memory } = await beginTrip(fetcherFor(server), providerOf(server), BACK);
    expect(address).not.toContain(server.clientSecret);
    expect(address).not.toContain((JSON.parse(memory) as { verifier: string }).verifier);
    expect(memory).not.toContain(server.clientSecret);
  });

  it('reads the same from a provider that puts it all into the token and takes the secret by HTTP Basic', async () => {
    const { memory, back } = await travel(inToken);
    const asked: string[] = [];
    const real = fetcherFor(inToken);
    const counting: Fetcher = (address, request) => {
      asked.push(new URL(address).pathname);
      return real(address, request);
    };
    const claimed = await finishTrip(counting, providerOf(inToken), BACK, back, memory);
    expect(claimed).toMatchObject({
      subject: 'ana-1',
      email: 'ana@example.com',
      emailVerified: true,
      name: 'Ana Ruiz',
    });
    expect(asked).toEqual(['/.well-known/openid-configuration', '/token', '/jwks']);
  });

  it('takes a mail address for unchecked unless the provider says otherwise', async () => {
    const { memory, back } = await travel(server, BO);
    expect(await finishTrip(fetcherFor(server), providerOf(server), BACK, back, memory)).toMatchObject({
      subject: 'bo-2',
      email: 'bo@example.com',
      emailVerified: false,
      name: null,
    });
    const { email, ...silent } = { email: 'cy@example.com', subject: 'cy-3' };
    const other = await start({ accounts: [{ ...silent, email }] });
    const trip = await travel(other, silent);
    expect(await finishTrip(fetcherFor(other), providerOf(other), BACK, trip.back, trip.memory)).toMatchObject({
      email,
      emailVerified: false,
    });
  });

  it('does without a mail address', async () => {
    const { memory, back } = await travel(server, NOBODY);
    expect(await finishTrip(fetcherFor(server), providerOf(server), BACK, back, memory)).toEqual({
      issuer: server.issuer,
      subject: 'no-mail',
      email: null,
      emailVerified: false,
      name: null,
    });
  });

  it('counts what the browser brings back and not where a proxy says that it came', async () => {
    const { memory, back } = await travel(server);
    const behind = new URL(`http://10.0.0.7:4300/inside${back.search}`);
    expect(await finishTrip(fetcherFor(server), providerOf(server), BACK, behind, memory)).toMatchObject({
      subject: 'ana-1',
    });
  });
});

describe('a trip that is not what it seems', () => {
  const finish = (back: URL, memory: string, changes: Partial<Provider> = {}, fetcher = fetcherFor(server)) =>
    finishTrip(fetcher, { ...providerOf(server), ...changes }, BACK, back, memory);
  const changed = (memory: string, change: object) => JSON.stringify({ ...(JSON.parse(memory) as object), ...change });

  it('is refused with another state than it was begun with', async () => {
    const { memory, back } = await travel(server);
    expect(await refusalOf(finish(back, changed(memory, { state: 'another' })))).toContain('begun in this browser');
    back.searchParams.delete('state');
    await refusalOf(finish(back, memory));
  });

  it("is refused with somebody else's memory", async () => {
    const [hers, his] = [await travel(server), await travel(server, BO)];
    expect(await refusalOf(finish(hers.back, his.memory))).toContain('begun in this browser');
  });

  it('is refused with another nonce', async () => {
    const { memory, back } = await travel(server);
    expect(await refusalOf(finish(back, changed(memory, { nonce: 'another' })))).toContain('genuine');
  });

  it('is refused with another verifier', async () => {
    const { memory, back } = await travel(server);
    await refusalOf(finish(back, changed(memory, { verifier: 'a'.repeat(43) })));
  });

  it('is refused with a memory that is none', async () => {
    const { back } = await travel(server);
    for (const memory of ['', 'null', '{}', '{"state":1}', '[]']) await refusalOf(finish(back, memory));
  });

  it('is refused a second time', async () => {
    const { memory, back } = await travel(server);
    await finish(back, memory);
    expect(await refusalOf(finish(back, memory))).toContain('used already');
  });

  it('is refused when the secret is wrong, and says what to do', async () => {
    const { memory, back } = await travel(server);
    expect(await refusalOf(finish(back, memory, { clientSecret: 'not-the-secret' }))).toContain(
      'secret, which may have expired',
    );
    const basic = await travel(inToken);
    const wrong = { ...providerOf(inToken), clientSecret: 'not-the-secret' };
    const answer = finishTrip(fetcherFor(inToken), wrong, BACK, basic.back, basic.memory);
    expect(await refusalOf(answer)).toContain('secret, which may have expired');
  });

  it('is refused when another key signed', async () => {
    const { memory, back } = await travel(server);
    const both = fetcherFor(server, inToken);
    const keysOf = async ({ issuer }: OidcServer) => (await (await both(`${issuer}/jwks`)).json()) as Keys;
    const [{ keys: own }, { keys: others }] = [await keysOf(server), await keysOf(inToken)];
    // The other key goes by the name of the right one, so that only the signature can tell.
    const otherKeys = instead(both, '/jwks', async () => Response.json({ keys: [{ ...others[0], kid: own[0]!.kid }] }));
    expect(await refusalOf(finish(back, memory, {}, otherKeys))).toContain('genuine');
  });

  it('is refused when a token was changed on its way', async () => {
    const { memory, back } = await travel(server);
    const real = fetcherFor(server);
    const forging = instead(real, '/token', async (address, request) => {
      const answer = (await (await real(address, request)).json()) as { id_token: string };
      const [head, body, signature] = answer.id_token.split('.') as [string, string, string];
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
      const forged = Buffer.from(JSON.stringify({ ...claims, sub: BO.subject })).toString('base64url');
      return Response.json({ ...answer, id_token: [head, forged, signature].join('.') });
    });
    expect(await refusalOf(finish(back, memory, {}, forging))).toContain('genuine');
  });

  it('is refused when a token names no way in which it was signed', async () => {
    const { memory, back } = await travel(server);
    const real = fetcherFor(server);
    const unsigned = instead(real, '/token', async (address, request) => {
      const answer = (await (await real(address, request)).json()) as { id_token: string };
      const none = Buffer.from('{"alg":"none"}').toString('base64url');
      return Response.json({ ...answer, id_token: `${none}.${answer.id_token.split('.')[1]}.` });
    });
    await refusalOf(finish(back, memory, {}, unsigned));
  });

  it('is refused when the answer was made for another program', async () => {
    const { memory, back } = await travel(server);
    const real = fetcherFor(server);
    const sneaky = instead(real, '/token', (address, request) => {
      const body = new URLSearchParams(String(request!.body));
      body.set('client_id', server.clientId);
      return real(address, { ...request!, body });
    });
    const other = changed(memory, { clientId: 'other' });
    expect(await refusalOf(finish(back, other, { clientId: 'other' }, sneaky))).toContain('genuine');
  });

  it('is refused when the token has expired', async () => {
    const { memory, back } = await travel(server);
    const real = fetcherFor(server);
    const late = instead(real, '/token', async (address, request) => {
      const answer = await real(address, request);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 3_600_000 });
      return answer;
    });
    expect(await refusalOf(finish(back, memory, {}, late))).toContain('too old');
  });

  it('is refused when it was begun with another provider', async () => {
    const { memory, back } = await travel(server);
    for (const other of [{ issuer: inToken.issuer }, { clientId: 'other' }])
      expect(await refusalOf(finish(back, changed(memory, other)))).toContain('begun in this browser');
  });

  it('is refused when somebody says no at the provider', async () => {
    const { memory, back } = await travel(server, { subject: '' });
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(await refusalOf(finish(back, memory))).toContain('said no');
  });

  it('is refused when the provider is gone', async () => {
    const gone = await start();
    const { memory, back } = await travel(gone);
    await gone.close();
    const answer = finishTrip(fetcherFor(gone), providerOf(gone), BACK, back, memory);
    expect(await refusalOf(answer)).toContain("can't be reached");
    await refusalOf(beginTrip(fetcherFor(gone), providerOf(gone), BACK), 'unavailable');
  });

  it('is refused by the fetcher when a provider lies inside the network and nobody allowed it', async () => {
    const strict = createFetcher({ allowPrivate: [] });
    await refusalOf(beginTrip(strict, providerOf(server), BACK), 'bad-input');
    await refusalOf(describeProvider(strict, 'https://127.0.0.1:1'), 'bad-input');
  });
});

describe('describing a provider', () => {
  it('answers with the issuer, however its address was pasted', async () => {
    const { issuer } = server;
    for (const typed of [issuer, `${issuer}/`, ` ${issuer} `, `${issuer}/.well-known/openid-configuration`])
      expect(await describeProvider(fetcherFor(server), typed)).toEqual({ issuer });
  });

  it('refuses a provider that speaks for another issuer, and so does a trip', async () => {
    const liar = await start({ speaksAs: 'https://login.example.com' });
    const { address } = liar;
    const fetcher = createFetcher({ allowPrivate: [hostOf(address)] });
    expect(await refusalOf(describeProvider(fetcher, address), 'bad-input')).toContain(
      'in the name of https://login.example.com',
    );
    await refusalOf(beginTrip(fetcher, { ...providerOf(liar), issuer: address }, BACK), 'bad-input');
  });

  it('keeps to the issuer exactly as it was stored, once it is', async () => {
    const slashed = { ...providerOf(server), issuer: `${server.issuer}/` };
    await refusalOf(beginTrip(fetcherFor(server), slashed, BACK), 'bad-input');
  });

  it.each([
    ['javascript:alert(1)', 't', 'k'],
    ['http://login.example.com/a', 't', 'k'],
    ['a', 'http://login.example.com/t', 'k'],
    ['a', 't', 'file:///etc/passwd'],
    ['a', 't', 'no address'],
  ])('refuses a provider whose addresses are %s, %s and %s', async (authorize, token, keys) => {
    const issuer = 'https://login.example.com';
    const whole = (address: string) => (/^[atk]$/.test(address) ? `${issuer}/${address}` : address);
    const body = {
      issuer,
      authorization_endpoint: whole(authorize),
      token_endpoint: whole(token),
      jwks_uri: whole(keys),
    };
    const provider = { issuer, clientId: 'evenkeel', clientSecret: 'x' };
    await refusalOf(
      describeProvider(async () => Response.json(body), issuer),
      'bad-input',
    );
    await refusalOf(
      beginTrip(async () => Response.json(body), provider, BACK),
      'bad-input',
    );
  });

  it("lets not even Microsoft's addresses answer for another issuer", async () => {
    const tenant = 'https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0';
    const own = 'https://login.microsoftonline.com/8eaef023-2b34-4da1-9baa-8bc8c9d6a490/v2.0';
    const asked: string[] = [];
    const entra: Fetcher = async (address) => {
      asked.push(String(address));
      return Response.json({
        issuer: own,
        authorization_endpoint: `${own}/a`,
        token_endpoint: `${own}/t`,
        jwks_uri: `${own}/k`,
      });
    };
    expect(await refusalOf(describeProvider(entra, tenant), 'bad-input')).toContain(own);
    expect(await describeProvider(entra, own)).toEqual({ issuer: own });
    expect(asked).toEqual([tenant, own].map((issuer) => `${issuer}/.well-known/openid-configuration`));
  });

  it.each([
    'https://login.microsoftonline.com/common/v2.0',
    'https://login.microsoftonline.com/organizations/v2.0',
    'https://login.microsoftonline.com/Consumers/v2.0/',
    'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
    'https://login.microsoftonline.us/common/v2.0/.well-known/openid-configuration',
    'https://login.microsoftonline.com',
    'https://sts.windows.net/common',
  ])('refuses %s, by which everybody with a Microsoft account could come in', async (issuer) => {
    const fetcher: Fetcher = () => expect.unreachable();
    expect(await refusalOf(describeProvider(fetcher, issuer), 'bad-input')).toContain(
      "use your tenant's own address, https://login.microsoftonline.com/<tenant-id>/v2.0",
    );
  });

  it.each([
    '',
    'login',
    'ftp://login.example.com',
    'https://login.example.com/?a=b',
    'javascript:alert(1)',
    'https://x/.well-known/y',
  ])('refuses "%s", which is no address of a provider', async (issuer) => {
    await refusalOf(
      describeProvider(() => expect.unreachable(), issuer),
      'bad-input',
    );
  });

  it.each([
    ['a page', 200, 'text/html', '<!doctype html>Welcome'],
    ['nothing there', 404, 'application/json', '{}'],
    ['JSON that describes no provider', 200, 'application/json', '{"hello":"world"}'],
    ['JSON that is cut off', 200, 'application/json', '{"issuer":'],
    ['a server in trouble', 500, 'application/json', '{"issuer":"x"}'],
    ['an issuer that is no text', 200, 'application/json', '{"issuer":{"a":1}}'],
  ])('refuses a server that answers with %s', async (_what, status, type, body) => {
    const other = createServer((_request, response) => response.writeHead(status, { 'content-type': type }).end(body));
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    close.push(async () => other.close());
    const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const answer = describeProvider(createFetcher({ allowPrivate: [hostOf(address)] }), address);
    expect(await refusalOf(answer, 'bad-input')).toContain("doesn't answer as a provider of OpenID Connect");
  });
});
