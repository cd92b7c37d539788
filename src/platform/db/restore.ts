import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Client, escapeIdentifier } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { assert } from '../../base/assert.ts';
import { Refusal } from '../../base/errors.ts';
import {
  type BackupHeader,
  type BackupPart,
  type BackupTotals,
  type FileComplaints,
  readBackup,
} from './backup-format.ts';
import { dropEverything, quoteName, readForeignKeys, readIndexes, readTables } from './catalogue.ts';
import { PLAIN_TEXT } from './dump.ts';
import { MIGRATION_LOCK, type Migration, makeHistory, runMigration } from './migrate.ts';

/** A backup that can be read more than once, and how to complain of it. */
export type BackupSource = { open: () => AsyncIterable<Buffer>; complain: FileComplaints };

/** Reads all of it before anything is changed: refuses what is cut short, damaged, or no backup. */
export async function verifyBackup(
  source: BackupSource,
): Promise<{ header: BackupHeader; totals: BackupTotals; sha256: string }> {
  let header: BackupHeader | undefined;
  for await (const part of readBackup(source.open(), source.complain)) {
    if (part.kind === 'header') header = part.header;
    else if (part.kind === 'totals') return { header: header!, totals: part.totals, sha256: part.sha256 };
    else for await (const _ of part.rows);
  }
  throw source.complain.short();
}

/** Refuses a backup whose history is not the beginning of ours. */
export function checkOrigin(
  { evenkeel, migrations: past }: BackupHeader,
  migrations: readonly Migration[],
  complain: FileComplaints,
): void {
  if (past.length > migrations.length) throw complain.newer(evenkeel);
  past.forEach(({ number, name, hash }, index) => {
    const file = migrations[index]!;
    if (number === file.number && hash === file.hash) return;
    throw new Refusal(
      'cannot-read',
      `The backup's database was set up by another migrations/${name} than the one that is here: put the original back.`,
      { file: name },
    );
  });
}

/** Whether nobody has put anything into this database: no firm and no account. */
export async function isEmptyDatabase(client: Client): Promise<boolean> {
  for (const table of ['public.firm', 'auth.account']) {
    const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table]);
    if (!rows[0]?.there) continue;
    const { rowCount } = await client.query(`select from ${table} limit 1`);
    if (rowCount !== 0) return false;
  }
  return true;
}

/** Whether a running program is at work on this database; one that is idle has no connection and is not seen. */
export async function isInUse(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(`
    select from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and usename <> current_user and usename in (
      select m.rolname from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles r on r.oid = a.roleid
      where r.rolname = 'evenkeel_app')`);
  return rowCount !== 0;
}

/**
 * Puts a backup in the place of whatever the database holds, in one transaction: all of it or nothing. The database is
 * made anew as it was when the backup was written, filled, and then brought up to date. `beforeCommit` is the last moment
 * to say no. Returns how many rows there are now.
 */
export async function restoreDatabase(
  client: Client,
  source: BackupSource & { sha256: string },
  migrations: readonly Migration[],
  options: { onRows?: (rows: number) => void; beforeCommit?: () => Promise<void> } = {},
): Promise<number> {
  await client.query(PLAIN_TEXT);
  await client.query("set row_security to off; set search_path to public; set maintenance_work_mem to '256MB'");
  await client.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
  await client.query('begin');
  await makeHistory(client);
  await dropEverything(client);
  await client.query('delete from install.migration');
  let total = 0;
  let reached = 0;
  let tables: Awaited<ReturnType<typeof openTables>> | undefined;
  for await (const part of readBackup(source.open(), source.complain)) {
    if (part.kind === 'header') {
      checkOrigin(part.header, migrations, source.complain);
      reached = part.header.migrations.length;
      for (const migration of migrations.slice(0, reached)) await runMigration(client, migration);
      tables = await openTables(client);
    } else if (part.kind === 'table') {
      total += await tables!.load(part);
      options.onRows?.(total);
    } else {
      // Between the first reading and this one the file may have been exchanged.
      if (part.sha256 !== source.sha256) throw source.complain.damaged();
      await tables!.close(part.totals);
    }
  }
  for (const migration of migrations.slice(reached)) await runMigration(client, migration);
  await options.beforeCommit?.();
  await client.query('commit');
  await client.query('analyze');
  await client.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`);
  return total;
}

/**
 * The tables of the backup's own time, empty. Without references rows may come in any order, circles included; without
 * indexes they come faster.
 */
async function openTables(client: Client) {
  const references = await readForeignKeys(client);
  for (const { table, name } of references)
    await client.query(`alter table ${quoteName(table)} drop constraint ${escapeIdentifier(name)}`);
  const indexes = await readIndexes(client);
  for (const { name } of indexes) await client.query(`drop index ${quoteName(name)}`);
  const missing = new Map((await readTables(client)).map(({ name, columns }) => [name, columns.join()]));
  // A migration may have put rows there; the backup has them as they were.
  await client.query(`truncate ${[...missing.keys()].map(quoteName).join(', ')}`);
  return {
    async load({ table, columns, rows }: BackupPart & { kind: 'table' }): Promise<number> {
      if (missing.get(table) !== columns.join()) throw unknownTable(table);
      missing.delete(table);
      const list = columns.map((column) => escapeIdentifier(column)).join(', ');
      const copy = client.query(copyFrom(`copy ${quoteName(table)} (${list}) from stdin`));
      await pipeline(Readable.from(rows, { objectMode: false }), copy);
      return copy.rowCount;
    },
    /** Every reference is checked as it comes back. */
    async close({ sequences }: BackupTotals): Promise<void> {
      assert(missing.size === 0, `the backup lacks ${[...missing.keys()].join(', ')}`);
      for (const { definition } of indexes) await client.query(definition);
      for (const { table, name, definition } of references)
        await client.query(`alter table ${quoteName(table)} add constraint ${escapeIdentifier(name)} ${definition}`);
      for (const { name, last, called } of sequences)
        await client.query('select setval($1::regclass, $2::bigint, $3)', [quoteName(name), last, called]);
    },
  };
}

const unknownTable = (table: string) =>
  new Refusal(
    'cannot-read',
    `The backup holds a table ${table} that no change of Evenkeel has made: its database was shared with something else, so move that out of there and make another backup.`,
  );
