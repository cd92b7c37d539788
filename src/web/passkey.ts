import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { Declined } from './client.ts';

type Answer = Record<string, unknown>;

/** Whether this browser knows passkeys at all, at an address that can have them. */
export const passkeysKnown = (): boolean => browserSupportsWebAuthn();

/** Lets the device make a passkey. Throws `Declined` with a sentence when it doesn't. */
export function makePasskey(options: Record<string, unknown>): Promise<Answer> {
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  return told(startRegistration({ optionsJSON }));
}

/** Lets the device answer with a passkey it holds. Throws `Declined` with a sentence when it doesn't. */
export function answerByPasskey(options: Record<string, unknown>): Promise<Answer> {
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  return told(startAuthentication({ optionsJSON }));
}

async function told(asked: Promise<object>): Promise<Answer> {
  try {
    return { ...(await asked) };
  } catch (cause) {
    const declined = new Declined(0, 'stopped', sentenceOf(cause));
    declined.cause = cause;
    throw declined;
  }
}

/** The names are those of the Web Authentication API. */
function sentenceOf(cause: unknown): string {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'InvalidStateError') return 'This device already holds a passkey for this account.';
  if (name === 'NotAllowedError' || name === 'AbortError')
    return 'No passkey was given: it was cancelled, or it took too long. Try again.';
  if (name === 'SecurityError') return 'Passkeys work only at an address with a name, over HTTPS or as localhost.';
  return "This device couldn't answer with a passkey. Use another way to sign in.";
}
