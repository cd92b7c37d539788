import { Refusal } from '../../base/errors.ts';
import type { Upload } from './routes.ts';

const MIB = 1024 * 1024;

/** A small file read whole; refuses one of more than so many MiB, saying what to do. */
export async function readUpload({ stream }: Upload, mib: number, advice: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mib * MIB) {
      // The request only ends when all of it was taken in.
      stream.resume();
      throw new Refusal('too-large', `The file is larger than ${mib} MB: ${advice}.`, { field: 'file' });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What was read, in pieces for a reader of streams. */
export async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
