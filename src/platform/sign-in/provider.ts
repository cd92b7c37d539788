import * as client from 'openid-client';
import { z } from 'zod';
import { Refusal } from '../../base/errors.ts';
import type { Fetcher, FetchRequest } from '../fetch/fetcher.ts';
import { parseIssuer, WELL_KNOWN } from './issuer.ts';

/** A provider of single sign-on (OpenID Connect) and what it knows Evenkeel by. */
export type Provider = { issuer: string; clientId: string; clientSecret: string };

/**
 * Whom a provider says somebody is. `issuer` and `subject` together name one account for ever; the mail address doesn't:
 * somebody can change it, and `emailVerified` is only true where the provider says that it checked.
 */
export type Claimed = {
  issuer: string;
  subject: string;
  email: string | null;
  emailVerified: boolean;
  name: string | null;
};

const SCOPE = 'openid email profile';
/** OpenID Connect Core 1.0, section 2: a subject has at most 255 characters. */
const MOST_SUBJECT = 255;

/** Reads what a provider publishes about itself; refuses what is none, or speaks for another issuer. */
export async function describeProvider(fetcher: Fetcher, issuer: string): Promise<{ issuer: string }> {
  const { issuer: own } = await discover(fetcher, parseIssuer(issuer));
  return { issuer: own };
}

/**
 * Where to send a browser to sign in (authorization code, PKCE S256, state, nonce), and what to remember until it is back:
 * JSON text for nobody but this browser and the server.
 */
export async function beginTrip(
  fetcher: Fetcher,
  provider: Provider,
  redirectAddress: string,
): Promise<{ address: string; memory: string }> {
  const config = await configure(fetcher, provider);
  const memory: Memory = {
    issuer: provider.issuer,
    clientId: provider.clientId,
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectAddress,
    scope: SCOPE,
    state: memory.state,
    nonce: memory.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(memory.verifier),
    code_challenge_method: 'S256',
  });
  return { address: address.href, memory: JSON.stringify(memory) };
}

/** Who came back at `currentAddress`. Any doubt is a refusal `not-allowed`. */
export async function finishTrip(
  fetcher: Fetcher,
  provider: Provider,
  redirectAddress: string,
  currentAddress: URL,
  memory: string,
): Promise<Claimed> {
  const { host } = new URL(provider.issuer);
  try {
    const trip = parseMemory(memory, provider);
    const config = await configure(fetcher, provider);
    // Behind a proxy the address seen here may differ from the one the browser saw; only what it carries counts.
    const back = new URL(redirectAddress);
    back.search = currentAddress.search;
    const tokens = await client.authorizationCodeGrant(config, back, {
      expectedState: trip.state,
      expectedNonce: trip.nonce,
      pkceCodeVerifier: trip.verifier,
      idTokenExpected: true,
    });
    return await readClaims(config, tokens, provider.issuer);
  } catch (error) {
    // Without its cause: that holds what was sent, and so may hold the secret.
    throw new Refusal('not-allowed', `Signing in with ${host} didn't work: ${whyNot(error)}`, reasonIn(error));
  }
}

const memorySchema = z.object({
  issuer: z.string(),
  clientId: z.string(),
  state: z.string().min(1),
  nonce: z.string().min(1),
  verifier: z.string().min(1),
});
type Memory = z.infer<typeof memorySchema>;

/** What the trip to this provider was begun with: the answer to a trip elsewhere is none here. */
function parseMemory(text: string, provider: Provider): Memory {
  const { issuer, clientId, ...rest } = memorySchema.parse(JSON.parse(text));
  if (issuer !== provider.issuer || clientId !== provider.clientId) throw new StrayAnswer();
  return { issuer, clientId, ...rest };
}

class StrayAnswer extends Error {}

/**
 * What stands at `<issuer>/.well-known/openid-configuration`. Asked by that full address, the library leaves the comparison
 * of issuers to us: its own lets Microsoft's addresses answer in another name.
 */
async function discover(fetcher: Fetcher, issuer: URL): Promise<client.ServerMetadata> {
  const address = new URL(`${withoutSlash(issuer.href)}${WELL_KNOWN}`);
  const config = await client
    .discovery(address, 'unknown', undefined, client.None(), {
      [client.customFetch]: adapt(fetcher),
      execute: insecureFor(issuer),
    })
    .catch((error: unknown) => {
      throw refusalIn(error) ?? notOne(issuer, error);
    });
  const server = config.serverMetadata();
  if (withoutSlash(server.issuer) !== withoutSlash(issuer.href)) throw otherIssuer(issuer, server.issuer);
  const { authorization_endpoint, token_endpoint, jwks_uri } = server;
  if (![authorization_endpoint, token_endpoint, jwks_uri].every((one) => isSafe(one, issuer))) throw notOne(issuer);
  return server;
}

/** A browser is sent to one of these addresses: `javascript:` must not be among them, nor http for an https issuer. */
const isSafe = (address: string | undefined, issuer: URL) =>
  address !== undefined && URL.canParse(address) && ['https:', issuer.protocol].includes(new URL(address).protocol);

const withoutSlash = (address: string) => address.replace(/\/$/, '');

const notOne = (issuer: URL, cause?: unknown) =>
  new Refusal(
    'bad-input',
    `${issuer.host} doesn't answer as a provider of OpenID Connect at this address: compare it with what the provider shows as its issuer.`,
    { field: 'issuer' },
    cause,
  );

const otherIssuer = (issuer: URL, own: string) =>
  new Refusal(
    'bad-input',
    `${issuer.host} answers in the name of ${own.slice(0, 200)} and not of the address you gave: enter that one if it is yours.`,
    { field: 'issuer' },
  );

async function configure(fetcher: Fetcher, provider: Provider): Promise<client.Configuration> {
  const issuer = parseIssuer(provider.issuer);
  const server = await discover(fetcher, issuer);
  if (server.issuer !== provider.issuer) throw otherIssuer(issuer, server.issuer);
  // OpenID Connect Discovery 1.0: a provider that doesn't say takes HTTP Basic.
  const takesPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false;
  const authentication = (takesPost ? client.ClientSecretPost : client.ClientSecretBasic)(provider.clientSecret);
  const config = new client.Configuration(server, provider.clientId, undefined, authentication);
  config[client.customFetch] = adapt(fetcher);
  // Tokens come straight from the provider by TLS; their signature is checked all the same.
  client.enableNonRepudiationChecks(config);
  for (const extend of insecureFor(issuer)) extend(config);
  return config;
}

/** Only the fetcher knows which addresses may be asked without TLS: it refuses all others. */
const insecureFor = (issuer: URL) => (issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []);

function adapt(fetcher: Fetcher): client.CustomFetch {
  return (address, { method, headers, body, signal }) =>
    fetcher(address, { method, headers, body: body as FetchRequest['body'], ...(signal && { signal }) });
}

const personSchema = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email().max(320)).nullable().catch(null),
  name: z.string().trim().min(1).max(200).nullable().catch(null),
});

async function readClaims(
  config: client.Configuration,
  tokens: Awaited<ReturnType<typeof client.authorizationCodeGrant>>,
  issuer: string,
): Promise<Claimed> {
  const claims = tokens.claims();
  if (claims === undefined || claims.iss !== issuer || !claims.sub || claims.sub.length > MOST_SUBJECT)
    throw new StrayAnswer();
  const { sub: subject } = claims;
  // Some providers put name and mail into the token, others only answer them when asked.
  const asked = claims.email === undefined && config.serverMetadata().userinfo_endpoint !== undefined;
  const person = asked ? { ...claims, ...(await client.fetchUserInfo(config, tokens.access_token, subject)) } : claims;
  const { email, name } = personSchema.parse(person);
  return { issuer, subject, email, emailVerified: email !== null && person.email_verified === true, name };
}

/** The refusal that the fetcher gave, somewhere inside what the library made of it. */
function refusalIn(error: unknown): Refusal | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof Refusal) return at;
  return undefined;
}

/** The provider's or the library's own word for what went wrong, for those who look after the server. */
function reasonIn(error: unknown): { reason?: string } {
  const { error: said, code } = error as { error?: unknown; code?: unknown };
  const reason = [said, code].find((word) => typeof word === 'string');
  return reason === undefined ? {} : { reason: String(reason).slice(0, 60) };
}

function whyNot(error: unknown): string {
  const refused = refusalIn(error);
  if (refused) return refused.message;
  const { code, error: said, cause } = error as { code?: string; error?: string; cause?: { scheme?: string }[] };
  if (said === 'access_denied') return 'you or the provider said no; try again, or ask who runs Evenkeel.';
  if (said === 'invalid_client' || said === 'unauthorized_client' || (code === CHALLENGE && isForClient(cause)))
    return "the provider doesn't accept Evenkeel's client secret, which may have expired; ask who runs Evenkeel to enter a new one.";
  if (said === 'invalid_grant') return 'this sign-in was used already or took too long; begin again.';
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED')
    return 'its answer is too old, or the clocks of the two servers differ; begin again.';
  return "its answer doesn't belong to a sign-in begun in this browser, or isn't genuine; begin again.";
}

/** A provider that turns Evenkeel itself away, not the person's access, asks for anything but a bearer. */
const CHALLENGE = 'OAUTH_WWW_AUTHENTICATE_CHALLENGE';
const isForClient = (asked: { scheme?: string }[] | undefined) => asked?.[0]?.scheme !== 'bearer';
