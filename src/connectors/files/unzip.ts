import { createInflateRaw } from 'node:zlib';
import { Refusal } from '../../base/errors.ts';

/** Local file header of the ZIP format (PKWARE APPNOTE 6.3.10, section 4.3.7). */
const HEADER_BYTES = 30;
const LOCAL_FILE = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const MOST_BYTES = 2 ** 31;

/**
 * Gives the table inside of a zip file with one file in it, as exports are often packed, and everything else as it is.
 * An Excel workbook is a zip file too: it is refused with what to do.
 */
export async function* unzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const iterator = source[Symbol.asyncIterator]();
  try {
    const head = await readAtLeast(iterator, Buffer.alloc(0), 4);
    if (head.length < 4 || head.readUInt32LE(0) !== LOCAL_FILE) yield* follow(head, iterator);
    else yield* inflateOnly(head, iterator);
  } finally {
    await iterator.return?.();
  }
}

async function readAtLeast(iterator: AsyncIterator<Uint8Array>, head: Buffer, length: number): Promise<Buffer> {
  const parts: Uint8Array[] = [head];
  let have = head.length;
  while (have < length) {
    const { value, done } = await iterator.next();
    if (done) break;
    parts.push(value);
    have += value.length;
  }
  return Buffer.concat(parts);
}

async function* follow(head: Buffer, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  for (;;) {
    const { value, done } = await iterator.next();
    if (done) return;
    yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
}

async function* inflateOnly(head: Buffer, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  let bytes = await readAtLeast(iterator, head, HEADER_BYTES);
  if (bytes.length < HEADER_BYTES) throw broken();
  const start = HEADER_BYTES + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  bytes = await readAtLeast(iterator, bytes, start);
  if (bytes.length < start) throw broken();
  const name = bytes.toString('utf8', HEADER_BYTES, HEADER_BYTES + bytes.readUInt16LE(26));
  refuseOthers(name, bytes.readUInt16LE(6));
  const method = bytes.readUInt16LE(8);
  if (method === STORED)
    throw new Refusal(
      'cannot-read',
      'The zip file is packed in a way that is not read here: unpack it and choose the CSV file.',
    );
  if (method !== DEFLATED) throw broken();
  const inflate = createInflateRaw();
  const feeding = feed(inflate, bytes.subarray(start), iterator);
  // Trouble with the source ends the unpacking, which is what is waited for.
  feeding.catch((error: Error) => inflate.destroy(error));
  let count = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      count += chunk.length;
      if (count >= MOST_BYTES)
        throw new Refusal('too-large', 'The file in the zip is larger than 2 GiB: export a shorter period.');
      yield chunk;
    }
  } catch (error) {
    throw error instanceof Refusal ? error : broken(error);
  }
  if (await feeding)
    throw new Refusal('cannot-read', 'The zip file holds more than one file: unpack it and choose one of them.');
}

function refuseOthers(name: string, flags: number): void {
  if (/^(\[Content_Types\]\.xml|_rels\/|xl\/|docProps\/|mimetype)/.test(name)) {
    throw new Refusal(
      'cannot-read',
      'This is an Excel workbook: save it as "CSV UTF-8" in Excel and choose that file.',
    );
  }
  if ((flags & ENCRYPTED) !== 0)
    throw new Refusal('cannot-read', 'The zip file is locked by a password: unpack it and choose the CSV file.');
  if (!/\.(csv|tsv|txt)$/i.test(name))
    throw new Refusal('cannot-read', 'The zip file holds no CSV file: unpack it and choose the right one.');
}

/** Feeds the packed bytes; resolves to whether a second file follows the first. */
async function feed(
  inflate: ReturnType<typeof createInflateRaw>,
  first: Buffer,
  iterator: AsyncIterator<Uint8Array>,
): Promise<boolean> {
  let ended = false;
  inflate.once('end', () => {
    ended = true;
  });
  let given = 0;
  let tail: Buffer = Buffer.alloc(0);
  for await (const piece of follow(first, iterator)) {
    if (!ended) await new Promise<void>((resolve) => inflate.write(piece, () => resolve()));
    given += piece.length;
    // What follows the packed bytes lies in the piece in which they end, or after it.
    const after = given - inflate.bytesWritten;
    tail =
      after > 0 && tail.length < 64 ? Buffer.concat([tail, piece.subarray(Math.max(0, piece.length - after))]) : tail;
  }
  inflate.end();
  // A data descriptor of 12 to 24 bytes may stand in between.
  return tail.subarray(0, 64).includes(Buffer.from([0x50, 0x4b, 3, 4]));
}

const broken = (cause?: unknown) => new Refusal('cannot-read', 'The zip file is damaged: export it again.', {}, cause);
