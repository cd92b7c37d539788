import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { assert } from '../../base/assert.ts';
import { Refusal } from '../../base/errors.ts';

/** What is done with the install's key, which lies outside the database: keep secrets, and sign what must not change. */
export type Secrets = {
  /** Ciphertext of a text; `about` says what it is for (`totp/12`), and opens nothing else. */
  seal(text: string, about: string): string;
  /** The text again; refuses what was changed, moved elsewhere, or sealed with another key. */
  unseal(sealed: string, about: string): string;
  /** A keyed hash of a text, hex: nobody without the key can make or search it. `about` keeps uses apart. */
  sign(text: string, about: string): string;
};

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM and HMAC-SHA-256 under keys derived (HKDF) from one key of 32 bytes. */
export function createSecrets(key: Uint8Array): Secrets {
  assert(key.length === KEY_BYTES, `the key has ${KEY_BYTES} bytes`);
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', key, '', `evenkeel ${use}`, KEY_BYTES));
  const sealing = derive('seal');
  const signing = derive('sign');
  return {
    seal(text, about) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    unseal(sealed, about) {
      try {
        assert(sealed.startsWith('1.'), 'not sealed by this version');
        const bytes = Buffer.from(sealed.slice(2), 'base64url');
        const nonce = bytes.subarray(0, NONCE_BYTES);
        const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
        const opening = createDecipheriv('aes-256-gcm', sealing, nonce, { authTagLength: TAG_BYTES });
        const cipher = opening.setAAD(Buffer.from(about)).setAuthTag(tag);
        return cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + cipher.final('utf8');
      } catch (cause) {
        throw new Refusal(
          'unavailable',
          "A stored secret can't be opened: the key file is not the one it was kept with. Put the right key back, or enter the secret again.",
          {},
          cause,
        );
      }
    },
    sign: (text, about) => createHmac('sha256', signing).update(`${about}\0${text}`).digest('hex'),
  };
}

/** A key nobody has: for tests, and for a database that is thrown away. */
export const newKey = (): Uint8Array => randomBytes(KEY_BYTES);

/** How a key is written down: 64 hexadecimal digits. Undefined: this is none. */
export function parseKey(text: string): Uint8Array | undefined {
  return /^[0-9a-f]{64}$/i.test(text.trim()) ? Buffer.from(text.trim(), 'hex') : undefined;
}
