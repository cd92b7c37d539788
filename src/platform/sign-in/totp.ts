import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Instant } from '../../base/time.ts';
import type { Secrets } from '../secrets/secrets.ts';

const STEP_MS = 30_000;
const SECRET_BYTES = 20;

/** SHA-1, six digits, thirty seconds: what every app for codes understands (RFC 6238). */
const totpOf = (secret: string, label = '') =>
  new TOTP({ issuer: 'Evenkeel', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });

/** A new secret for an app, in base32. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What an app reads from the picture: the secret with whose it is. */
export const totpAddress = (secret: string, email: string): string => totpOf(secret, email).toString();

/** Which 30-second step a code belongs to, the present one or one beside it; undefined: to none of them. */
export function stepOfCode(secret: string, code: string, now: Instant): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? undefined : Math.floor(now / STEP_MS) + delta;
}

/** What was typed, without spaces, hyphens and capitals. */
export const bareCode = (typed: string): string => typed.replace(/[\s-]/g, '').toLowerCase();

/** Whether it looks like a code of an app; else it is meant as a recovery code. */
export const isAppCode = (code: string): boolean => /^\d{6}$/.test(code);

const RECOVERY_CODES = 10;
/** No 0, 1, i, l, o, u: they are misread. 30 letters, 28 places: 137 bits, where 128 are asked for (ASVS 5.0, 11.5.1). */
const LETTERS = '23456789abcdefghjkmnpqrstvwxyz';
const PLACES = 28;

/** Codes for whoever loses their app, each good once: `abcd-efgh-jkmn-…`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => (newCode().match(/.{4}/g) ?? []).join('-'));
}

function newCode(): string {
  let code = '';
  while (code.length < PLACES) {
    for (const byte of randomBytes(PLACES)) {
      // Bytes beyond a multiple of the letters would make the first ones likelier.
      if (byte < 256 - (256 % LETTERS.length) && code.length < PLACES) code += LETTERS[byte % LETTERS.length];
    }
  }
  return code;
}

/** What is kept of a recovery code: keyed as well, so that a copy of the database alone says nothing. */
export const recoveryHash = (secrets: Secrets, accountId: number, code: string): string =>
  secrets.sign(bareCode(code), `recovery/${accountId}`);
