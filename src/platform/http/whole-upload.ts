import { Refusal } from '../../base/errors.ts';
import type { Upload } from './routes.ts';

const MOST_BYTES = 2 * 1024 * 1024;

/** A small file as a whole; one of more than 2 MB is refused, with what to do then. */
export async function readWhole({ stream }: Upload, insteadDo: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) {
      // The request only ends when all of it was taken in.
      stream.resume();
      throw new Refusal('too-large', `The file is larger than 2 MB: ${insteadDo}.`, { field: 'file' });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
