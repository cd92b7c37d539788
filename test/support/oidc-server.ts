import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type JWK, Provider } from 'oidc-provider';
import { newSecret } from '../../src/platform/sign-in/secrets.ts';

/** Somebody who can sign in at the test provider. */
export type OidcAccount = { subject: string; email?: string; emailVerified?: boolean; name?: string };

export type OidcServer = {
  issuer: string;
  /** Where it really listens, whatever it says. */
  address: string;
  clientId: string;
  clientSecret: string;
  /** What a browser does with the address of a trip: signs in as an account. Answers with the way back to Evenkeel. */
  signIn(address: string, account: OidcAccount): Promise<string>;
  close(): Promise<void>;
};

/** Seconds. */
const HOUR = 3600;

type Options = {
  redirectUris: string[];
  accounts: OidcAccount[];
  /** Another issuer than its own address, as a provider that was set up wrongly or lies. */
  speaksAs?: string;
  /** Mail and name come inside the token (as at Microsoft, Google, Keycloak) and not only when asked for. */
  claimsInToken?: boolean;
  /** The way in which the secret has to be sent. */
  secretBy?: 'client_secret_post' | 'client_secret_basic';
};

/**
 * A real provider of OpenID Connect on 127.0.0.1. A browser that is sent to it finds a page with a button for each account;
 * `signIn` does the same without a browser.
 */
export async function startOidcServer(options: Options): Promise<OidcServer> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = options.speaksAs ?? address;
  const [clientId, clientSecret] = ['evenkeel', newSecret()];
  const provider = new Provider(issuer, configuration(options, clientId, clientSecret));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void interact(provider, options.accounts, request, response);
    else void answer(request, response);
  });
  return {
    issuer,
    address,
    clientId,
    clientSecret,
    signIn: (trip, account) => walk(trip, account, options.redirectUris),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function configuration(options: Options, clientId: string, clientSecret: string) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: options.redirectUris,
        token_endpoint_auth_method: options.secretBy ?? ('client_secret_post' as const),
      },
    ],
    clientAuthMethods: [options.secretBy ?? ('client_secret_post' as const)],
    jwks: { keys: [{ ...(privateKey.export({ format: 'jwk' }) as JWK), use: 'sig', alg: 'RS256' }] },
    ttl: { AccessToken: HOUR, AuthorizationCode: 60, Grant: HOUR, IdToken: HOUR, Interaction: HOUR, Session: HOUR },
    cookies: { keys: [newSecret()] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: !options.claimsInToken,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_ctx: unknown, subject: string) => {
      const account = options.accounts.find((one) => one.subject === subject);
      if (!account) return undefined;
      const { email, emailVerified, name } = account;
      return {
        accountId: subject,
        claims: () => ({
          sub: subject,
          ...(email !== undefined && { email }),
          ...(emailVerified !== undefined && { email_verified: emailVerified }),
          ...(name !== undefined && { name }),
        }),
      };
    },
    // Nobody is asked whether Evenkeel may know: at a firm's own provider that was settled by whoever set it up.
    async loadExistingGrant(ctx: {
      oidc: { provider: Provider; client?: { clientId: string }; session?: { accountId?: string } };
    }) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}

/** The page on which somebody says who they are; with `?account=` they have. */
async function interact(
  provider: Provider,
  accounts: OidcAccount[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url!, 'http://127.0.0.1');
  const accountId = url.searchParams.get('account');
  if (accountId !== null) {
    const result = accountId === '' ? { error: 'access_denied' } : { login: { accountId } };
    await provider.interactionFinished(request, response, result);
    return;
  }
  const buttons = accounts.map(
    ({ subject, name }) => `<button name="account" value="${subject}">${name ?? subject}</button>`,
  );
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(
    `<!doctype html><title>Test provider</title><form>${buttons.join('')}<button name="account">Cancel</button></form>`,
  );
}

/** Follows a trip through the provider with its cookies, until it leads back to Evenkeel. */
async function walk(trip: string, account: OidcAccount, ends: string[]): Promise<string> {
  const cookies = new Map<string, string>();
  let at = new URL(trip);
  for (let step = 0; step < 10; step++) {
    if (at.pathname.startsWith('/interaction/')) at.searchParams.set('account', account.subject);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      cookies.set(name!, value!);
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`The test provider stopped with ${response.status}: ${await response.text()}`);
    at = new URL(next, at);
    if (ends.some((end) => at.href.startsWith(end))) return at.href;
  }
  throw new Error('The test provider goes round in circles.');
}
