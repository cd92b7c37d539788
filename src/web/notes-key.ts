import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { Declined } from './client.ts';

/** Keys as the server keeps them: a public half, and the secret half locked with a passphrase. */
export type LockedKeys = { recipient: string; sealed: string };
/** The secret half, open: only ever in the memory of one page. */
export type OpenKeys = LockedKeys & { identity: string };

/**
 * log2 of scrypt's cost, age's own default: about a second and 256 MiB for each passphrase that somebody tries.
 * https://github.com/FiloSottile/typage
 */
const WORK = 18;

/** Whether this page may encrypt at all: browsers only allow it over HTTPS, or on the machine itself. */
export const canEncrypt = (): boolean => globalThis.isSecureContext;

/** Makes new keys in this browser, the secret half locked with a passphrase. */
export async function makeKeys(passphrase: string, work = WORK): Promise<OpenKeys> {
  return lockAnew(await generateX25519Identity(), passphrase, work);
}

/** Locks the same keys with another passphrase. */
export async function lockAnew(identity: string, passphrase: string, work = WORK): Promise<OpenKeys> {
  const lock = new Encrypter();
  lock.setPassphrase(passphrase.normalize('NFC'));
  lock.setScryptWorkFactor(work);
  const recipient = await identityToRecipient(identity);
  return { identity, recipient, sealed: armor.encode(await lock.encrypt(identity)) };
}

/** Opens locked keys. Throws `Declined` with a sentence where the passphrase is another, or the keys don't belong together. */
export async function openKeys(keys: LockedKeys, passphrase: string): Promise<OpenKeys> {
  const lock = new Decrypter();
  lock.addPassphrase(passphrase.normalize('NFC'));
  const identity = await told(
    async () => lock.decrypt(armor.decode(keys.sealed), 'text'),
    'That is not the passphrase of these keys. Nobody can reset it; try again.',
  );
  const recipient = await told(() => identityToRecipient(identity), MISMATCH);
  if (recipient !== keys.recipient) throw new Declined(0, 'mismatch', MISMATCH);
  return { ...keys, identity };
}

const MISMATCH =
  'The two halves of your keys don’t belong together: write no notes here, and ask whoever keeps this server.';

/** Encrypts a note of one pair to the public keys of its readers. */
export async function sealNote(text: string, pairId: number, recipients: readonly string[]): Promise<string> {
  const letter = new Encrypter();
  for (const recipient of recipients) letter.addRecipient(recipient);
  return armor.encode(await letter.encrypt(JSON.stringify({ pair: pairId, text })));
}

/** Opens a note. Throws `Declined` with a sentence where it was changed, is for other keys, or belongs to another pair. */
export async function openNote(body: string, pairId: number, identity: string): Promise<string> {
  const letter = new Decrypter();
  letter.addIdentity(identity);
  const found = await told(
    async () => JSON.parse(await letter.decrypt(armor.decode(body), 'text')) as { pair: number; text: string },
    'Can’t be opened: it was changed after it was written, or written for other keys than these.',
  );
  if (found.pair !== pairId)
    throw new Declined(0, 'misplaced', 'Not shown: it was written in other 1:1s and put here since.');
  return found.text;
}

async function told<T>(work: () => Promise<T>, sentence: string): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const declined = new Declined(0, 'unreadable', sentence);
    declined.cause = cause;
    throw declined;
  }
}

/** The end of a public key in groups of four, for two people to compare by voice. */
export const markOf = (recipient: string): string => recipient.slice(-16).replace(/(.{4})(?=.)/g, '$1 ');

const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aeio';
const SYLLABLES = 12;

/** A passphrase out of the browser's own dice: twelve syllables of six bits, 72 bits. */
export function suggestPassphrase(): string {
  const dice = crypto.getRandomValues(new Uint8Array(SYLLABLES));
  // 64 syllables, and 256 is a multiple: each is as likely.
  const syllables = [...dice].map((value) => CONSONANTS[value % 16]! + VOWELS[(value >> 4) % 4]!);
  return [0, 3, 6, 9].map((from) => syllables.slice(from, from + 3).join('')).join('-');
}
