import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../../base/errors.ts';
import type { PasswordCost } from './rules.ts';

const SALT_BYTES = 16;
const KEY_BYTES = 32;
/** Each holds 128 MiB while it is worked out. */
const AT_ONCE = 2;
const MOST_WAITING = 40;

type StoredPassword = { cost: PasswordCost; salt: Buffer; key: Buffer };

/** What is stored of a password: `scrypt$131072$8$1$<salt>$<key>`, with a salt of its own and the cost it was made at. */
export async function hashPassword(password: string, cost: PasswordCost): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return formatPassword({ cost, salt, key: await derive(password, salt, cost) });
}

/**
 * Whether a password is the stored one, in the same time either way; with nothing stored (no such account) it does the
 * same work and says no. `outdated`: right, but stored at another cost than today's, so it should be stored anew.
 */
export async function checkPassword(
  password: string,
  stored: string | null,
  cost: PasswordCost,
): Promise<{ right: boolean; outdated: boolean }> {
  const known = stored === null ? undefined : parsePassword(stored);
  const { salt, key, cost: asStored } = known ?? { salt: Buffer.alloc(SALT_BYTES), key: Buffer.alloc(KEY_BYTES), cost };
  const same = timingSafeEqual(await derive(password, salt, asStored), key);
  const right = known !== undefined && same;
  const { n, r, p } = asStored;
  return { right, outdated: right && (n !== cost.n || r !== cost.r || p !== cost.p) };
}

/** A stored password as text. */
export function formatPassword({ cost, salt, key }: StoredPassword): string {
  return ['scrypt', cost.n, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

const STORED = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([\w-]{22})\$([\w-]{43})$/;

/** Reads a stored password; undefined: it is none, or at a cost that nobody ever asked for. */
export function parsePassword(text: string): StoredPassword | undefined {
  const [, n, r, p, salt, key] = STORED.exec(text) ?? [];
  if (salt === undefined || key === undefined) return undefined;
  const cost = { n: Number(n), r: Number(r), p: Number(p) };
  const isPower = cost.n > 1 && Number.isInteger(Math.log2(cost.n));
  if (!isPower || cost.r < 1 || cost.p < 1 || memoryOf(cost) > 2 ** 30) return undefined;
  return { cost, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') };
}

/** Bytes that scrypt needs. */
const memoryOf = ({ n, r, p }: PasswordCost) => 128 * r * (n + p + 1);

let running = 0;
const waiting: (() => void)[] = [];

/** Few at once, so that a flood of guesses takes neither all memory nor all threads. */
async function derive(password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING)
      throw new Refusal('too-many', 'Many people are signing in at this moment: try again in a minute.');
    // Whoever ends hands its place on, so `running` stays.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const options = { N: cost.n, r: cost.r, p: cost.p, maxmem: 2 * memoryOf(cost) };
      // One spelling of each letter, so that every keyboard types the same password (NIST SP 800-63B, 5.1.1.2).
      scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
        error ? reject(error) : resolve(key),
      );
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
