import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { DELIMITERS, type Delimiter, detectDelimiter } from './delimiter.ts';
import { parseRows, type RowBatch } from './rows.ts';
import { openTable } from './table.ts';

async function* pieces(bytes: Buffer, cuts: readonly number[] = []): AsyncGenerator<Buffer> {
  const points = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (let i = 1; i < points.length; i++) yield bytes.subarray(points[i - 1], points[i]);
}

async function readAll(batches: AsyncIterable<RowBatch>): Promise<RowBatch> {
  const all: RowBatch = { rows: [], lines: [] };
  for await (const { rows, lines } of batches) {
    all.rows.push(...rows);
    all.lines.push(...lines);
  }
  return all;
}

const readText = async (text: string) => readAll((await open(text)).batches);
const open = (text: string | Buffer) => openTable(pieces(Buffer.from(text)));

function write(rows: readonly string[][], delimiter: Delimiter, lineEnd: string, quoteAll: boolean): string {
  const field = (text: string, alone: boolean) =>
    quoteAll || /["\r\n]/.test(text) || text.includes(delimiter) || (alone && text === '')
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  return rows.map((row) => row.map((text) => field(text, row.length === 1)).join(delimiter) + lineEnd).join('');
}

const fieldOf = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc
      .array(fc.constantFrom(',', ';', '\t', '|', '"', '\n', '\r\n', ' ', 'ä', '€', '🙂', 'x'), { maxLength: 8 })
      .map((parts) => parts.join('')),
  )
  .filter((text) => !text.includes('\0'));

describe('reading separated values', () => {
  it('gives back any table that was written, whatever the delimiter, the quotes, the line ends and the pieces', async () => {
    const table = fc.array(fc.array(fieldOf, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.array(fc.nat(400), { maxLength: 6 }),
        async (rows, delimiter, lineEnd, quoteAll, cuts) => {
          const bytes = Buffer.from(write(rows, delimiter, lineEnd, quoteAll));
          const rest = pieces(bytes, cuts);
          const first = (await rest.next()).value as Buffer;
          const read = await readAll(parseRows(first, rest, delimiter));
          expect(read.rows).toEqual(rows);
          let line = 1;
          const lines = rows.map((row) => {
            const begins = line;
            line += 1 + row.reduce((sum, text) => sum + (text.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
            return begins;
          });
          expect(read.lines).toEqual(lines);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('finds the delimiter of a plain table', () => {
    for (const delimiter of DELIMITERS) {
      const row = ['number', 'opened', 'a note, with; signs|'.replaceAll(delimiter, ' ')].join(delimiter);
      expect(detectDelimiter(`${row}\n${row}\n${row}\n`)).toBe(delimiter);
    }
    expect(detectDelimiter('name\nAnn\nBob\n')).toBeUndefined();
    expect(detectDelimiter('"a,b";c\n"d,e,f";g\n')).toBe(';');
  });

  it('keeps blank lines out and still counts them', async () => {
    const { columns, batches } = await open('\r\na,b\r\n\r\n1,2\r\n\r\n\r\n"3\r\n3",4\r\n5,6\r\n');
    expect(columns).toEqual(['a', 'b']);
    expect(await readAll(batches)).toEqual({
      rows: [
        ['1', '2'],
        ['3\r\n3', '4'],
        ['5', '6'],
      ],
      lines: [4, 7, 9],
    });
  });

  it('refuses an empty file, and one with a header only', async () => {
    await expect(open('')).rejects.toThrow('The file is empty');
    const { batches } = await open('ticket,opened\n');
    await expect(readAll(batches)).rejects.toThrow('a header and no rows');
  });

  it('refuses a field of 10 MB with its line, without holding it', async () => {
    const huge = 'x'.repeat(10_000_000);
    for (const field of [huge, `"${huge}"`, `"${huge}`]) {
      await expect(readText(`a,b\n1,2\n3,${field}\n`)).rejects.toMatchObject({
        code: 'too-large',
        details: { line: 3 },
      });
    }
  });

  it('refuses a quotation mark that is out of place or never closed, with its line', async () => {
    for (const text of ['a,b\n1,2\n3,x"y"\n', 'a,b\n1,2\n3,"x" y\n', 'a,b\n1,2\n3,"x\n4,5\n']) {
      await expect(readText(text)).rejects.toMatchObject({ code: 'cannot-read', details: { line: 3 } });
    }
  });

  it('refuses a header of more than 300 columns and a file that is no text', async () => {
    await expect(open(`${Array.from({ length: 301 }, (_, i) => `c${i}`).join(',')}\n1\n`)).rejects.toThrow(
      '301 columns',
    );
    await expect(open(Buffer.from([120, 110, 1, 0, 9, 10, 0, 3]))).rejects.toMatchObject({ code: 'cannot-read' });
  });
});
