import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '../../base/errors.ts';

/**
 * What a backup looks like, unzipped. Lines of JSON say what comes; between them stand rows in PostgreSQL's own text
 * format (manual, COPY), in which a line of `\.` can't be a row:
 *
 *   {"format":"evenkeel-backup","version":1,…}     the header
 *   {"table":"public.person","columns":[…]}        once a table, followed by its rows and the line \.
 *   {"rows":{"public.person":12,…},"sequences":[…]}
 *   {"sha256":"…"}                                  of every byte before this line
 */
const FORMAT = 'evenkeel-backup';
const VERSION = 1;
export const END_OF_ROWS = '\\.\n';

const HEADER = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** The version of Evenkeel that wrote it. */
  evenkeel: z.string(),
  /** When, ISO 8601 in UTC. */
  created: z.string(),
  /** The changes that its database had seen, 1, 2, 3 … */
  migrations: z.array(z.object({ number: z.int(), name: z.string(), hash: z.string() })),
  /** The key of the install, 64 hexadecimal digits; only where it was asked for. */
  key: z.string().optional(),
});
const TABLE = z.object({ table: z.string(), columns: z.array(z.string()) });
const TOTALS = z.object({
  rows: z.record(z.string(), z.int()),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), called: z.boolean() })),
});
const SEAL = z.object({ sha256: z.string() });

export type BackupHeader = z.infer<typeof HEADER>;
export type BackupTotals = z.infer<typeof TOTALS>;

export const headerOf = (about: Omit<BackupHeader, 'format' | 'version'>): BackupHeader => ({
  format: FORMAT,
  version: VERSION,
  ...about,
});

/** One line of JSON. */
export const lineOf = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

/** What comes next in a backup. The rows of a table have to be read to their end before the next part is asked for. */
export type BackupPart =
  | { kind: 'header'; header: BackupHeader }
  | { kind: 'table'; table: string; columns: string[]; rows: AsyncGenerator<Buffer> }
  | { kind: 'totals'; totals: BackupTotals; sha256: string };

/** How a file is refused, in a sentence each; `file` is how the user knows it. */
export type FileComplaints = ReturnType<typeof complaintsOf>;
export const complaintsOf = (file: string) => ({
  foreign: (cause?: unknown) =>
    new Refusal(
      'cannot-read',
      `${file} is no backup of Evenkeel: give a file that \`evenkeel backup\` has made.`,
      { file },
      cause,
    ),
  newer: (by: string) =>
    new Refusal(
      'cannot-read',
      `${file} was made by a newer Evenkeel (${by}), which this version can't read: restore it with that version or a newer one.`,
      { file },
    ),
  short: (cause?: unknown) =>
    new Refusal('cannot-read', `${file} is cut short: its end is missing, so use another copy of it.`, { file }, cause),
  damaged: (cause?: unknown) =>
    new Refusal(
      'cannot-read',
      `${file} is damaged: its content is not what was written, so use another copy of it.`,
      { file },
      cause,
    ),
});

/**
 * Reads a backup from front to back, whatever its size. The last part comes only when every count and the hash agree, so
 * whoever got it has a whole backup.
 */
export async function* readBackup(bytes: AsyncIterable<Buffer>, complain: FileComplaints): AsyncGenerator<BackupPart> {
  const lines = createLines(bytes, complain);
  yield { kind: 'header', header: readHeader(await lines.next(), complain) };
  const counted: Record<string, number> = {};
  for (;;) {
    const said = parse(await lines.next());
    const table = TABLE.safeParse(said).data;
    if (table) {
      const count = (rows: number) => {
        counted[table.table] = (counted[table.table] ?? 0) + rows;
      };
      count(0);
      yield { kind: 'table', ...table, rows: lines.untilEndOfRows(count) };
      continue;
    }
    const totals = TOTALS.safeParse(said).data;
    const expected = lines.hash();
    const sha256 = SEAL.safeParse(parse(await lines.next())).data?.sha256;
    if (!totals || sha256 !== expected || !sameCounts(totals.rows, counted)) throw complain.damaged();
    if ((await lines.next()) !== '') throw complain.damaged();
    yield { kind: 'totals', totals, sha256 };
    return;
  }
}

function readHeader(line: string, complain: FileComplaints): BackupHeader {
  const said = parse(line);
  const header = HEADER.safeParse(said).data;
  if (header) return header;
  const other = z.object({ format: z.literal(FORMAT), version: z.int(), evenkeel: z.string() }).safeParse(said).data;
  throw other && other.version > VERSION ? complain.newer(other.evenkeel) : complain.foreign();
}

function sameCounts(one: Record<string, number>, other: Record<string, number>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const NEW_LINE = 10;
const NOTHING = Buffer.alloc(0);
/** No header is as long: a file of something else is noticed before it fills the memory. */
const LONGEST_LINE = 8_000_000;

/** Cuts a stream of bytes into lines and blocks of rows, keeping a hash of what was handed out. */
function createLines(bytes: AsyncIterable<Buffer>, complain: FileComplaints) {
  const source = bytes[Symbol.asyncIterator]();
  const hash = createHash('sha256');
  /** Whole lines that were not handed out yet, and the start of a line whose end has not come. */
  let whole = NOTHING;
  let begun: Buffer[] = [];

  /** Makes `whole` hold at least one line; false: nothing more comes. */
  async function fill(longest: number): Promise<boolean> {
    while (whole.length === 0) {
      const { value, done } = await source.next();
      if (done) {
        if (begun.length > 0) throw complain.short();
        return false;
      }
      const cut = value.lastIndexOf(NEW_LINE) + 1;
      if (cut === 0) begun.push(value);
      else {
        whole = Buffer.concat([...begun, value.subarray(0, cut)]);
        begun = cut === value.length ? [] : [value.subarray(cut)];
      }
      if (begun.reduce((sum, part) => sum + part.length, 0) > longest) throw complain.foreign();
    }
    return true;
  }
  function take(length: number): Buffer {
    const taken = whole.subarray(0, length);
    whole = whole.subarray(length);
    hash.update(taken);
    return taken;
  }
  return {
    /** The next line without its end; empty at the end of the file. */
    async next(): Promise<string> {
      if (!(await fill(LONGEST_LINE))) return '';
      return take(whole.indexOf(NEW_LINE) + 1)
        .toString()
        .trimEnd();
    },
    /** Rows, many at once, up to the line that ends them, which is swallowed. */
    async *untilEndOfRows(count: (rows: number) => void): AsyncGenerator<Buffer> {
      for (;;) {
        if (!(await fill(Number.POSITIVE_INFINITY))) throw complain.short();
        const end = findEndOfRows(whole);
        const rows = take(end ?? whole.length);
        count(countLines(rows));
        if (rows.length > 0) yield rows;
        if (end !== undefined) {
          take(END_OF_ROWS.length);
          return;
        }
      }
    },
    /** Of everything handed out so far. */
    hash: () => hash.copy().digest('hex'),
  };
}

/** Where the line `\.` begins; the same bytes inside a line are the end of a value. */
function findEndOfRows(lines: Buffer): number | undefined {
  for (let from = 0; ; ) {
    const at = lines.indexOf(END_OF_ROWS, from);
    if (at < 0) return undefined;
    if (at === 0 || lines[at - 1] === NEW_LINE) return at;
    from = at + 1;
  }
}

function countLines(lines: Buffer): number {
  let count = 0;
  for (let at = lines.indexOf(NEW_LINE); at >= 0; at = lines.indexOf(NEW_LINE, at + 1)) count++;
  return count;
}
