import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { readText } from './text.ts';

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function decode(bytes: Buffer, size = 7): Promise<{ encoding: string; text: string }> {
  const { encoding, chunks } = await readText(pieces(bytes, size));
  const read: Buffer[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return { encoding, text: Buffer.concat(read).toString() };
}

const swap = (bytes: Buffer) => Buffer.from(bytes).swap16();
const TEXT = 'name;client\nJürgen;Café „Zürich“ €\nŁukasz;🙂\n';

describe('finding the encoding', () => {
  it('reads UTF-8 and UTF-16 with and without a byte order mark, and leaves the mark out', async () => {
    const utf16 = Buffer.from(TEXT, 'utf16le');
    expect(await decode(Buffer.from(TEXT))).toEqual({ encoding: 'utf-8', text: TEXT });
    expect(await decode(Buffer.from(`\ufeff${TEXT}`))).toEqual({ encoding: 'utf-8', text: TEXT });
    expect(await decode(utf16)).toEqual({ encoding: 'utf-16le', text: TEXT });
    expect(await decode(swap(utf16))).toEqual({ encoding: 'utf-16be', text: TEXT });
    expect(await decode(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))).toEqual({
      encoding: 'utf-16le',
      text: TEXT,
    });
    expect(await decode(Buffer.concat([Buffer.from([0xfe, 0xff]), swap(utf16)]))).toEqual({
      encoding: 'utf-16be',
      text: TEXT,
    });
  });

  it('takes what is not UTF-8 for Windows-1252', async () => {
    const bytes = Buffer.from([0x4a, 0xfc, 0x72, 0x67, 0x65, 0x6e, 0x20, 0x80, 0x0a]);
    expect(await decode(bytes)).toEqual({ encoding: 'windows-1252', text: 'Jürgen €\n' });
  });

  it('gives the same text however the file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          const clean = text.replaceAll('\0', '').replaceAll('\ufeff', '');
          expect((await decode(Buffer.from(`x${clean}`), size)).text).toBe(`x${clean}`);
        },
      ),
    );
  });

  it('refuses a file that changes its encoding, with the line', async () => {
    const plain = Buffer.from('a line of plain letters\n'.repeat(4000));
    const mixed = Buffer.concat([plain, Buffer.from([0x4a, 0xfc, 0x72, 0x0a])]);
    await expect(decode(mixed, 5000)).rejects.toMatchObject({ code: 'cannot-read', details: { line: 4001 } });
  });

  it('refuses a short file of two encodings, with the first line that is in the other one', async () => {
    const [latin, utf] = [Buffer.from([0x5a, 0x6f, 0xeb, 0x0a]), Buffer.from('Zoë\n')];
    const plain = Buffer.from('name\n');
    for (const lines of [
      [plain, utf, plain, latin],
      [plain, latin, latin, utf],
    ])
      await expect(decode(Buffer.concat(lines))).rejects.toMatchObject({ code: 'cannot-read', details: { line: 4 } });
  });

  it('refuses a file that ends in the middle of a character', async () => {
    const cut = Buffer.concat([Buffer.from('a line of plain letters\n'.repeat(4000)), Buffer.from([0xe2, 0x82])]);
    await expect(decode(cut, 5000)).rejects.toMatchObject({ code: 'cannot-read', details: { line: 4001 } });
  });
});
