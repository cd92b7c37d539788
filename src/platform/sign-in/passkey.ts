import { isIP } from 'node:net';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { Refusal } from '../../base/errors.ts';

/** Loaded when somebody uses a passkey: a tenth of what a start takes. */
const library = () => import('@simplewebauthn/server');

/** A passkey as kept: what its answers are checked with. */
export type Passkey = { credentialId: string; publicKey: string; counter: number; transports: string[] };

const MINUTE = 60_000;
const TIMEOUT_MS = 5 * MINUTE;
/** EdDSA, ES256 and RS256, by their numbers in COSE: what devices have. */
const ALGORITHMS = [-8, -7, -257];

/** The name that passkeys of an address belong to; undefined: it has none (127.0.0.1), or they need encryption. */
export function passkeyName(origin: string): string | undefined {
  const { hostname, protocol } = new URL(origin);
  const isAddress = isIP(hostname) !== 0 || hostname.startsWith('[');
  // Browsers allow passkeys without encryption for one name only.
  if (isAddress || (protocol !== 'https:' && hostname !== 'localhost')) return undefined;
  return hostname;
}

function nameOrRefuse(origin: string): string {
  const name = passkeyName(origin);
  if (name !== undefined) return name;
  throw new Refusal(
    'not-allowed',
    `Passkeys belong to a name with encryption, and ${origin} has none: use a password, or reach Evenkeel by its https:// address.`,
  );
}

/** What a browser needs to make a passkey that can be found without an address and asks for a finger, face or PIN. */
export async function askForNewPasskey(
  origin: string,
  account: { userHandle: Uint8Array<ArrayBuffer>; email: string; name: string },
  known: Pick<Passkey, 'credentialId' | 'transports'>[],
) {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: 'Evenkeel',
    rpID: nameOrRefuse(origin),
    userName: account.email,
    userDisplayName: account.name,
    userID: account.userHandle,
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** Checks what the browser made; refuses what does not answer this very question. */
export async function checkNewPasskey(
  origin: string,
  expectedChallenge: string,
  answer: Record<string, unknown>,
): Promise<Passkey> {
  const { verifyRegistrationResponse } = await library();
  const checked = await verifyRegistrationResponse({
    response: answer as unknown as RegistrationResponseJSON,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: nameOrRefuse(origin),
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(refuseAnswer);
  if (!checked.verified) return refuseAnswer();
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
  return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
}

/** What a browser asks any passkey that belongs to this address. */
export async function askForPasskey(origin: string) {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: nameOrRefuse(origin),
    timeout: TIMEOUT_MS,
    userVerification: 'required',
    allowCredentials: [],
  });
}

/** Checks a passkey's answer; gives its new counter, and refuses one that does not grow: a copied passkey. */
export async function checkPasskey(
  origin: string,
  expectedChallenge: string,
  answer: Record<string, unknown>,
  passkey: Passkey,
): Promise<number> {
  const { credentialId, publicKey, counter, transports } = passkey;
  const { verifyAuthenticationResponse } = await library();
  const checked = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: nameOrRefuse(origin),
    credential: {
      id: credentialId,
      publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
      counter,
      transports,
    },
    requireUserVerification: true,
  }).catch(refuseAnswer);
  if (!checked.verified) return refuseAnswer();
  return checked.authenticationInfo.newCounter;
}

function refuseAnswer(cause?: unknown): never {
  throw new Refusal('not-allowed', "This passkey's answer doesn't fit the question: try again.", {}, cause);
}
