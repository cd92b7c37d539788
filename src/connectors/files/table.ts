import { Parser } from 'csv-parse';
import { Refusal } from '../../base/errors.ts';
import { type Delimiter, detectDelimiter } from './delimiter.ts';
import { type Encoding, readText } from './text.ts';

/** Larger fields are no facts about a ticket; a quotation mark that is never closed shows as one too. */
const FIELD_CHARACTERS = 65_536;
const ROW_BYTES = 1_048_576;
const MOST_COLUMNS = 300;
const MOST_ROWS = 5_000_000;
const HEAD_BYTES = 65_536;

/** Rows that were read together, each with the line of the file on which it begins (the header is on line 1). */
export type RowBatch = { rows: string[][]; lines: number[] };

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
  const text = await readText(source);
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

/** Feeds the parser chunk by chunk and hands on what each chunk completed: far cheaper than one stream event per row. */
async function* parseRows(
  first: Buffer,
  rest: AsyncIterator<Buffer>,
  delimiter: Delimiter,
): AsyncGenerator<RowBatch, undefined> {
  let batch: RowBatch = { rows: [], lines: [] };
  const line = lineCounter();
  const parser = new Parser({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: ROW_BYTES,
    on_record: (record: string[]) => {
      const at = line.next(record, parser.info.lines, parser.info.empty_lines);
      for (const field of record) if (field.length > FIELD_CHARACTERS) throw tooLong(at);
      batch.rows.push(record);
      batch.lines.push(at);
      return null;
    },
  });
  parser.resume();
  // Every error also reaches the callback of the write or the end that met it.
  parser.on('error', () => undefined);
  const settle = (start: (done: (error?: Error | null) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      start((error) => (error ? reject(explain(error, line.current())) : resolve()));
    });
  try {
    for (let chunk: Buffer | undefined = first; chunk; ) {
      const bytes: Buffer = chunk;
      await settle((done) => parser.write(bytes, done));
      if (batch.rows.length > 0) {
        yield batch;
        batch = { rows: [], lines: [] };
      }
      const { value, done } = await rest.next();
      chunk = done ? undefined : value;
    }
    await settle((done) => parser.end(done));
    if (batch.rows.length > 0) yield batch;
  } finally {
    parser.destroy();
    await rest.return?.();
  }
}

/**
 * On which line a record begins. The parser's own count is right unless quoted fields hold line ends of two characters,
 * which it counts twice: so where it moved by more than one line, the line ends are counted again.
 */
function lineCounter() {
  let begins = 1;
  let next = 1;
  let parserLine = 0;
  let emptyLines = 0;
  return {
    next(record: string[], lines: number, empty: number): number {
      begins = next + (empty - emptyLines);
      const inside =
        lines - parserLine > 1 ? record.reduce((sum, field) => sum + (field.match(LINE_END)?.length ?? 0), 0) : 0;
      next = begins + 1 + inside;
      parserLine = lines;
      emptyLines = empty;
      return begins;
    },
    /** The line on which the record that is being read begins. */
    current: () => next,
  };
}
const LINE_END = /\r\n|\n|\r/g;

function tooLong(line: number): Refusal {
  return new Refusal(
    'too-large',
    `A field on line ${line} is longer than ${FIELD_CHARACTERS.toLocaleString('en')} characters: leave out columns with long texts, or look for a quotation mark that is never closed.`,
    { line },
  );
}

function explain(error: Error & { code?: string }, line: number): Error {
  if (error instanceof Refusal) return error;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLong(line);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new Refusal(
      'cannot-read',
      `A quotation mark that opens on line ${line} is never closed: export the file again.`,
      { line },
      error,
    );
  }
  if (error.code === 'INVALID_OPENING_QUOTE' || error.code === 'CSV_INVALID_CLOSING_QUOTE') {
    return new Refusal(
      'cannot-read',
      `A quotation mark on line ${line} stands where none can: inside quotes it has to be written twice. Export the file again, or correct that line.`,
      { line },
      error,
    );
  }
  return error;
}
