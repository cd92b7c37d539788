import { isUtf8 } from 'node:buffer';
import { Refusal } from '../../base/errors.ts';

/** How the bytes of a file become text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** So many bytes are looked at to find the encoding. */
const HEAD_BYTES = 65_536;
const NEWLINE = 10;

/** A file's text as UTF-8 without a byte order mark. */
export type Text = { encoding: Encoding; chunks: AsyncIterable<Buffer> };

/**
 * Finds the encoding by the byte order mark, else by whether the head of the file is valid UTF-8 (if not, it is taken as
 * Windows-1252, which old exports from Windows are in), and gives the whole as UTF-8. Bytes that don't fit later are
 * refused with their line: a file of two encodings would otherwise turn names into others without anyone noticing.
 */
export async function readText(source: AsyncIterable<Uint8Array>): Promise<Text> {
  const iterator = source[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let bytes = 0;
  while (bytes < HEAD_BYTES) {
    const { value, done } = await iterator.next();
    if (done) break;
    held.push(asBuffer(value));
    bytes += value.length;
  }
  const head = Buffer.concat(held);
  const { encoding, skip } = detectEncoding(head);
  const all = chain(head.subarray(skip), iterator);
  return { encoding, chunks: encoding === 'utf-8' ? checkUtf8(all) : recode(all, encoding) };
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

async function* chain(head: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  try {
    if (head.length > 0) yield head;
    for (;;) {
      const { value, done } = await rest.next();
      if (done) return;
      if (value.length > 0) yield asBuffer(value);
    }
  } finally {
    await rest.return?.();
  }
}

function detectEncoding(head: Buffer): { encoding: Encoding; skip: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', skip: 2 };
  // A table is mostly plain letters: in UTF-16 every second byte of those is 0.
  if (head.length >= 4 && head[0] === 0 && head[2] === 0) return { encoding: 'utf-16be', skip: 0 };
  if (head.length >= 4 && head[1] === 0 && head[3] === 0) return { encoding: 'utf-16le', skip: 0 };
  if (isUtf8(head.subarray(0, wholeLength(head)))) return { encoding: 'utf-8', skip: 0 };
  refuseMixed(head);
  return { encoding: 'windows-1252', skip: 0 };
}

/** Letters of UTF-8 in one line and other bytes in another: two exports were put together, and one would be misread. */
function refuseMixed(head: Buffer): void {
  let first: boolean | undefined;
  let line = 1;
  let start = 0;
  for (let at = head.indexOf(NEWLINE); at >= 0; at = head.indexOf(NEWLINE, at + 1)) {
    const bytes = head.subarray(start, at);
    if (bytes.some((byte) => byte >= 0x80)) {
      const isUtf = isUtf8(bytes);
      first ??= isUtf;
      if (isUtf !== first) {
        throw new Refusal(
          'cannot-read',
          `Line ${line} is written in another encoding than the lines before it: save the whole file as "CSV UTF-8" and try again.`,
          { line },
        );
      }
    }
    start = at + 1;
    line++;
  }
}

/** Length up to the last character that is whole: at most three bytes of a character may wait for the rest. */
function wholeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

async function* checkUtf8(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const chunk of source) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const length = wholeLength(bytes);
    const whole = bytes.subarray(0, length);
    if (!isUtf8(whole)) throw notThisEncoding('UTF-8', line + linesBeforeInvalid(whole));
    rest = bytes.subarray(length);
    line += countNewlines(whole);
    yield whole;
  }
  if (rest.length > 0) throw notThisEncoding('UTF-8', line);
}

async function* recode(source: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let line = 1;
  const decode = (chunk?: Buffer) => {
    try {
      return Buffer.from(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
    } catch {
      throw notThisEncoding(encoding.toUpperCase(), line);
    }
  };
  for await (const chunk of source) {
    const text = decode(chunk);
    line += countNewlines(text);
    yield text;
  }
  yield decode();
}

function notThisEncoding(name: string, line: number): Refusal {
  return new Refusal(
    'cannot-read',
    `Line ${line} holds bytes that are not ${name}, in which the file begins: save the whole file as "CSV UTF-8" and try again.`,
    { line },
  );
}

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

function linesBeforeInvalid(bytes: Buffer): number {
  let count = 0;
  let start = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
    if (!isUtf8(bytes.subarray(start, at))) return count;
    start = at + 1;
    count++;
  }
  return count;
}
