import { createHash } from 'node:crypto';
import { Refusal } from '../../base/errors.ts';

const MOST_BYTES = 2 ** 31;

/** A file on its way in, counted and hashed as it passes. */
export type Counted = { chunks: AsyncIterable<Uint8Array>; bytes(): number; hash(): string };

/** Counts and hashes what passes and refuses a file that is too large. */
export function countBytes(source: AsyncIterable<Uint8Array>): Counted {
  const hash = createHash('sha256');
  let bytes = 0;
  let digest: string | undefined;
  async function* pass() {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes >= MOST_BYTES)
        throw new Refusal('too-large', 'The file is larger than 2 GiB: export a shorter period.');
      hash.update(chunk);
      yield chunk;
    }
  }
  return {
    chunks: pass(),
    bytes: () => bytes,
    hash: () => {
      digest ??= hash.digest('hex');
      return digest;
    },
  };
}
