import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unzip } from './unzip.ts';

const TEXT = 'ticket,opened\n1,2024-03-01\n'.repeat(5000);

/** One entry of a zip file; the directory at its end is not read. */
function entry(name: string, text: string, flags = 0): Buffer {
  const packed = deflateRawSync(text);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(crc32(text), 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(text.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), packed]);
}
const DIRECTORY = Buffer.concat([
  Buffer.from('PK\x01\x02'),
  Buffer.alloc(80),
  Buffer.from('PK\x05\x06'),
  Buffer.alloc(18),
]);

async function read(bytes: Buffer, size: number): Promise<string> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of unzip(pieces())) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('files inside of zip files', () => {
  it('gives the one table in a zip file, however it is cut', async () => {
    const zip = Buffer.concat([entry('export.csv', TEXT), DIRECTORY]);
    for (const size of [1, 7, 64, 100_000]) expect(await read(zip, size)).toBe(TEXT);
  });

  it('leaves other files as they are', async () => {
    expect(await read(Buffer.from('PK,b\n1,2\n'), 3)).toBe('PK,b\n1,2\n');
    expect(await read(Buffer.alloc(0), 3)).toBe('');
  });

  it('refuses an Excel workbook and says what to do', async () => {
    await expect(read(entry('[Content_Types].xml', '<x/>'), 50)).rejects.toThrow(
      'This is an Excel workbook: save it as "CSV UTF-8"',
    );
    await expect(read(entry('xl/workbook.xml', '<x/>'), 50)).rejects.toThrow('Excel workbook');
  });

  it('refuses zip files with two files, a password, no table, or damage', async () => {
    await expect(read(Buffer.concat([entry('a.csv', TEXT), entry('b.csv', TEXT), DIRECTORY]), 64)).rejects.toThrow(
      'more than one file',
    );
    await expect(read(entry('a.csv', TEXT, 1), 64)).rejects.toThrow('password');
    await expect(read(entry('a.pdf', TEXT), 64)).rejects.toThrow('no CSV file');
    await expect(read(entry('a.csv', TEXT).subarray(0, 60), 64)).rejects.toThrow('damaged');
    await expect(read(entry('a.csv', TEXT).subarray(0, 20), 64)).rejects.toThrow('damaged');
  });
});
