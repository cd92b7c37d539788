import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { complaintsOf, END_OF_ROWS, headerOf, lineOf, readBackup } from './backup-format.ts';

const complain = complaintsOf('a.evk');
const HEADER = headerOf({ evenkeel: '0.1.0', created: '2026-03-01T09:30:00Z', migrations: [] });

/** A backup of one table, as the bytes of its file. */
function whole(rows: string[], own: { count?: number; header?: object } = {}): Buffer {
  const body = Buffer.concat([
    lineOf(own.header ?? HEADER),
    lineOf({ table: 'public.t', columns: ['a'] }),
    Buffer.from(rows.map((row) => `${row}\n`).join('') + END_OF_ROWS),
    lineOf({ rows: { 'public.t': own.count ?? rows.length }, sequences: [] }),
  ]);
  return Buffer.concat([body, lineOf({ sha256: createHash('sha256').update(body).digest('hex') })]);
}

async function* cut(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function rowsOf(bytes: Buffer, sizes = [64]): Promise<string> {
  let read = '';
  for await (const part of readBackup(cut(bytes, sizes), complain)) {
    if (part.kind === 'table') for await (const rows of part.rows) read += rows.toString('latin1');
  }
  return Buffer.from(read, 'latin1').toString();
}

describe('a backup that is read', () => {
  it('gives the same rows however its bytes arrive', async () => {
    // What PostgreSQL writes for a value: a backslash only as the start of an escape.
    const piece = fc.constantFrom('a', '\\\\.', '\\N', '\\t', 'ü', '𝄞', '\t', '\\\\', '.', '{"table":"public.t"}', ' ');
    const row = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        async (rows, sizes) => {
          expect(await rowsOf(whole(rows), sizes)).toBe(rows.map((one) => `${one}\n`).join(''));
        },
      ),
    );
  });

  it('is refused wherever it ends too early, and whichever byte was changed', async () => {
    const bytes = whole(['one', 'two\\\\.', 'three']);
    expect(await rowsOf(bytes)).toContain('three');
    for (let length = 0; length < bytes.length; length++)
      await expect(rowsOf(bytes.subarray(0, length)), `${length} bytes`).rejects.toThrow(
        /a\.evk (is cut short|is damaged|is no)/,
      );
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      await expect(rowsOf(changed), `byte ${at}`).rejects.toThrow(
        /a\.evk (is cut short|is damaged|is no|was made by a newer)/,
      );
    }
  });

  it('is refused when a count is wrong or something follows its end', async () => {
    await expect(rowsOf(whole(['one'], { count: 2 }))).rejects.toThrow('a.evk is damaged');
    await expect(rowsOf(Buffer.concat([whole(['one']), Buffer.from('more\n')]))).rejects.toThrow('a.evk is damaged');
  });

  it('is refused by name when a newer Evenkeel wrote it', async () => {
    const header = { ...HEADER, version: 2, evenkeel: '9.0.0' };
    await expect(rowsOf(whole([], { header }))).rejects.toThrow('a newer Evenkeel (9.0.0)');
  });
});
