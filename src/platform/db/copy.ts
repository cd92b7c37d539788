import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { escapeIdentifier } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { assert } from '../../base/assert.ts';
import { Refusal } from '../../base/errors.ts';
import { type Db, withRawClient } from './handle.ts';

/** What a column of a copied row may hold. */
export type CopyValue = string | number | boolean | null;

const CHUNK_CHARACTERS = 65_536;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/**
 * Writes many rows at once, within the transaction of `db`. The table is a temporary one: PostgreSQL doesn't COPY into
 * tables under row-level security, so go on from there by INSERT … SELECT. Returns the number of rows.
 */
export async function copyInto(
  db: Db,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>,
): Promise<number> {
  const names = columns.map((column) => escapeIdentifier(column)).join(', ');
  return withRawClient(db, async (client) => {
    const copy = client.query(copyFrom(`copy ${escapeIdentifier(table)} (${names}) from stdin`));
    await pipeline(Readable.from(encode(columns.length, rows), { objectMode: false }), copy);
    return copy.rowCount;
  });
}

/** PostgreSQL's text format (manual, COPY, "Text Format"): tabs between values, `\N` for null. */
async function* encode(width: number, rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>) {
  let chunk = '';
  for await (const row of rows) {
    assert(row.length === width, `a row has ${row.length} values for ${width} columns`);
    for (let i = 0; i < width; i++) chunk += (i === 0 ? '' : '\t') + encodeValue(row[i]!);
    chunk += '\n';
    if (chunk.length > CHUNK_CHARACTERS) {
      yield Buffer.from(chunk);
      chunk = '';
    }
  }
  if (chunk !== '') yield Buffer.from(chunk);
}

function encodeValue(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') {
    assert(Number.isFinite(value), `${value} is no value to store`);
    return String(value);
  }
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value.includes('\0')) {
    throw new Refusal(
      'cannot-read',
      'A text holds a character with the code 0, which no database keeps: remove it from the file.',
    );
  }
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]!) : value;
}
