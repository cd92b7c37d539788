import { Refusal } from '../../base/errors.ts';
import { type Delimiter, detectDelimiter } from './delimiter.ts';
import { parseRows, type RowBatch } from './rows.ts';
import { type Encoding, readText } from './text.ts';
import { unzip } from './unzip.ts';

const MOST_COLUMNS = 300;
const MOST_ROWS = 5_000_000;
const HEAD_BYTES = 65_536;

/** A file of rows, its header read and the rest still to come. */
export type Table = {
  encoding: Encoding;
  delimiter: Delimiter;
  /** The header, trimmed; names may repeat. */
  columns: string[];
  /** Rows as they stand, wider or narrower than the header. Once. */
  batches: AsyncIterable<RowBatch>;
};

/** Opens a file of separated values: finds encoding and delimiter, reads the header, streams the rest. */
export async function openTable(source: AsyncIterable<Uint8Array>): Promise<Table> {
  const text = await readText(unzip(source));
  const chunks = text.chunks[Symbol.asyncIterator]();
  const first = await firstChunk(chunks);
  refuseOtherFormats(first);
  const delimiter = detectDelimiter(first.subarray(0, HEAD_BYTES).toString('utf8')) ?? ',';
  const batches = parseRows(first, chunks, delimiter);
  const opening = await batches.next();
  const columns = opening.done ? undefined : opening.value.rows.shift()?.map((name) => name.trim());
  if (opening.done || !columns)
    throw new Refusal('cannot-read', 'The file is empty: choose the file that holds the export.');
  opening.value.lines.shift();
  if (columns.length > MOST_COLUMNS) {
    throw new Refusal(
      'too-large',
      `The header has ${columns.length} columns and at most ${MOST_COLUMNS} can be read: export fewer of them.`,
      { line: 1 },
    );
  }
  return { encoding: text.encoding, delimiter, columns, batches: countRows(opening.value, batches) };
}

async function firstChunk(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  for (;;) {
    const { value, done } = await chunks.next();
    if (done) return Buffer.alloc(0);
    if (value.length > 0) return value;
  }
}

function refuseOtherFormats(head: Buffer): void {
  if (head.includes(0)) {
    throw new Refusal('cannot-read', 'This is no text file: export the table as CSV and choose that file.');
  }
}

async function* countRows(first: RowBatch, rest: AsyncGenerator<RowBatch>): AsyncGenerator<RowBatch> {
  let count = first.rows.length;
  if (count > 0) yield first;
  for await (const batch of rest) {
    count += batch.rows.length;
    if (count > MOST_ROWS) {
      throw new Refusal(
        'too-large',
        `The file has more than ${MOST_ROWS.toLocaleString('en')} rows: export a shorter period.`,
      );
    }
    yield batch;
  }
  if (count === 0) {
    throw new Refusal(
      'cannot-read',
      'The file has a header and no rows: check the filter or the period of the export.',
    );
  }
}
