import { Parser } from 'csv-parse';
import { Refusal } from '../../base/errors.ts';
import type { Delimiter } from './delimiter.ts';

/** Larger fields are no facts about a ticket; a quotation mark that is never closed shows as one too. */
const FIELD_CHARACTERS = 65_536;
const ROW_BYTES = 1_048_576;
const NEWLINE = 10;
const QUOTE = 34;
const LINE_END = /\r\n|\n|\r/g;

/** Rows that were read together, each with the line of the file on which it begins (the header is on line 1). */
export type RowBatch = { rows: string[][]; lines: number[] };

/** The file's text, piece by piece. */
type Pieces = { next(): Promise<Buffer | undefined>; close(): Promise<void> };

/**
 * Cuts text into rows and fields. Up to the first quotation mark that is a matter of splitting, some four times as fast;
 * from there on csv-parse reads. Both give the same rows, which a test checks on any table.
 */
export async function* parseRows(
  first: Buffer,
  rest: AsyncIterator<Buffer>,
  delimiter: Delimiter,
): AsyncGenerator<RowBatch, undefined> {
  let given: Buffer | undefined = first;
  const pieces: Pieces = {
    next: async () => {
      if (given) {
        const piece = given;
        given = undefined;
        return piece;
      }
      const { value, done } = await rest.next();
      return done ? undefined : value;
    },
    close: async () => {
      await rest.return?.();
    },
  };
  try {
    const from = yield* splitRows(pieces, delimiter);
    if (from) yield* parseQuoted(from.text, pieces, delimiter, from.line);
  } finally {
    await pieces.close();
  }
}

/** Splits until a piece holds a quotation mark; then gives back what is not read yet, and its line. */
async function* splitRows(
  pieces: Pieces,
  delimiter: Delimiter,
): AsyncGenerator<RowBatch, { text: Buffer; line: number } | undefined> {
  let carried: Buffer = Buffer.alloc(0);
  let line = 1;
  for (let piece = await pieces.next(); piece; piece = await pieces.next()) {
    const text: Buffer = carried.length > 0 ? Buffer.concat([carried, piece]) : piece;
    if (piece.includes(QUOTE)) return { text, line };
    const end = text.lastIndexOf(NEWLINE) + 1;
    carried = text.subarray(end);
    if (carried.length > ROW_BYTES) {
      // Without line feeds the file may be an old one that ends lines by carriage returns: the parser knows.
      return { text, line };
    }
    const batch = splitLines(text.toString('utf8', 0, end), delimiter, line);
    line = batch.nextLine;
    if (batch.rows.length > 0) yield batch;
  }
  return carried.length > 0 ? { text: carried, line } : undefined;
}

function splitLines(text: string, delimiter: Delimiter, firstLine: number): RowBatch & { nextLine: number } {
  const rows: string[][] = [];
  const lines: number[] = [];
  const all = text.includes('\r') ? text.split(LINE_END) : text.split('\n');
  // The text ends with a line end, so that the last part is empty.
  all.pop();
  for (const [i, one] of all.entries()) {
    if (one === '') continue;
    const fields = one.split(delimiter);
    if (one.length > FIELD_CHARACTERS) refuseLong(fields, firstLine + i);
    rows.push(fields);
    lines.push(firstLine + i);
  }
  return { rows, lines, nextLine: firstLine + all.length };
}

/** Feeds the parser piece by piece and hands on what each completed: far cheaper than one stream event per row. */
async function* parseQuoted(
  text: Buffer,
  pieces: Pieces,
  delimiter: Delimiter,
  firstLine: number,
): AsyncGenerator<RowBatch, undefined> {
  let batch: RowBatch = { rows: [], lines: [] };
  const line = countLines(firstLine);
  const parser = new Parser({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: ROW_BYTES,
    on_record: (record: string[]) => {
      const at = line.next(record, parser.info.lines, parser.info.empty_lines);
      refuseLong(record, at);
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
    for (let piece: Buffer | undefined = text; piece; piece = await pieces.next()) {
      const bytes: Buffer = piece;
      await settle((done) => parser.write(bytes, done));
      if (batch.rows.length > 0) {
        yield batch;
        batch = { rows: [], lines: [] };
      }
    }
    await settle((done) => parser.end(done));
    if (batch.rows.length > 0) yield batch;
  } finally {
    parser.destroy();
  }
}

/**
 * On which line a record begins. The parser's own count is right unless quoted fields hold line ends of two characters,
 * which it counts twice: so where it moved by more than one line, the line ends are counted again.
 */
function countLines(firstLine: number) {
  let begins = firstLine;
  let next = firstLine;
  let parserLine = 0;
  let emptyLines = 0;
  return {
    next(record: string[], lines: number, empty: number): number {
      begins = next + (empty - emptyLines);
      const inside = lines - parserLine > 1 ? record.reduce((sum, field) => sum + countLineEnds(field), 0) : 0;
      next = begins + 1 + inside;
      parserLine = lines;
      emptyLines = empty;
      return begins;
    },
    /** The line on which the record that is being read begins. */
    current: () => next,
  };
}

const countLineEnds = (field: string) => field.match(LINE_END)?.length ?? 0;

function refuseLong(fields: readonly string[], line: number): void {
  for (const field of fields) if (field.length > FIELD_CHARACTERS) throw tooLong(line);
}

function tooLong(line: number): Refusal {
  return new Refusal(
    'too-large',
    `A field on line ${line} is longer than ${FIELD_CHARACTERS.toLocaleString('en')} characters: leave out columns with ` +
      'long texts, or look for a quotation mark that is never closed.',
    { line },
  );
}

function explain(error: Error & { code?: string }, line: number): Error {
  if (error instanceof Refusal) return error;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLong(line);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    const message = `A quotation mark that opens on line ${line} is never closed: export the file again.`;
    return new Refusal('cannot-read', message, { line }, error);
  }
  if (error.code === 'INVALID_OPENING_QUOTE' || error.code === 'CSV_INVALID_CLOSING_QUOTE') {
    const message =
      `A quotation mark on line ${line} stands where none can: inside quotes it has to be written twice. ` +
      'Export the file again, or correct that line.';
    return new Refusal('cannot-read', message, { line }, error);
  }
  return error;
}
