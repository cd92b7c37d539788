import { createHash } from 'node:crypto';
import { type Client, escapeIdentifier } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { Refusal } from '../../base/errors.ts';
import { type BackupHeader, END_OF_ROWS, headerOf, lineOf } from './backup-format.ts';
import { quoteName, readSequences, readTables } from './catalogue.ts';
import { MIGRATION_LOCK, readHistory } from './migrate.ts';

/** Whatever the server's own settings are, text comes and goes in one form. */
export const PLAIN_TEXT = `set client_encoding to 'UTF8'; set datestyle to 'ISO, MDY'; set intervalstyle to 'postgres';
  set timezone to 'UTC'; set extra_float_digits to 1; set bytea_output to 'hex';
  set statement_timeout to 0; set lock_timeout to 0; set idle_in_transaction_session_timeout to 0`;

/**
 * Everything in the database as one consistent moment of it, while others go on writing; the client is the owner of the
 * tables. Nothing is held in memory. Calls `onRows` with the rows written so far.
 */
export async function* dumpDatabase(
  client: Client,
  about: Pick<BackupHeader, 'evenkeel' | 'created' | 'key'>,
  onRows: (rows: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  await client.query(PLAIN_TEXT);
  // A policy that would hide rows is an error here, never a smaller backup.
  await client.query('set row_security to off');
  const { tables, migrations } = await beginSnapshot(client);
  const hash = createHash('sha256');
  const hashed = (bytes: Buffer) => {
    hash.update(bytes);
    return bytes;
  };
  yield hashed(lineOf(headerOf({ ...about, migrations })));
  const sequences = await readSequences(client);
  const rows: Record<string, number> = {};
  let total = 0;
  for (const { name, columns } of tables) {
    yield hashed(lineOf({ table: name, columns }));
    const list = columns.map((column) => escapeIdentifier(column)).join(', ');
    const copy = client.query(copyTo(`copy ${quoteName(name)} (${list}) to stdout`));
    for await (const chunk of copy) yield hashed(chunk as Buffer);
    rows[name] = copy.rowCount;
    total += copy.rowCount;
    onRows(total);
    yield hashed(Buffer.from(END_OF_ROWS));
  }
  yield hashed(lineOf({ rows, sequences }));
  yield lineOf({ sha256: hash.digest('hex') });
  await client.query('commit');
}

/**
 * One moment for everything. Migrations are kept away until every table is locked against them; from then on they wait
 * for the tables, and a start that has none to apply waits for nothing.
 */
async function beginSnapshot(client: Client) {
  await client.query(`select pg_advisory_lock_shared(${MIGRATION_LOCK})`);
  try {
    await client.query('begin isolation level repeatable read, read only');
    const migrations = await readHistory(client);
    if (migrations.length === 0)
      throw new Refusal(
        'not-found',
        'There is nothing here yet to back up: Evenkeel has never been started on this database.',
      );
    const tables = await readTables(client);
    await client.query(`lock table ${tables.map(({ name }) => quoteName(name)).join(', ')} in access share mode`);
    return { tables, migrations };
  } finally {
    await client.query(`select pg_advisory_unlock_shared(${MIGRATION_LOCK})`).catch(() => undefined);
  }
}
