import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { assert } from '../../base/assert.ts';
import { Refusal } from '../../base/errors.ts';

/** One file of the migrations folder. */
export type Migration = { number: number; name: string; sql: string; hash: string };

/** Held alone by whoever changes tables, shared by whoever needs them as they are. */
export const MIGRATION_LOCK = 7_305_114_202;

/** Reads `0001_people.sql`, `0002_….sql` in order; the numbers must be 1, 2, 3 … without a gap. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
      assert(number === index + 1, `migration ${name} should be number ${index + 1}, named like 0001_people.sql`);
      // A checkout on Windows may have changed the line ends; that is no change of the migration.
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { number, name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings the database up to the migrations, each in a transaction of its own, under a lock so that two starts at once
 * don't collide. Refuses a database whose history differs from the files or that a newer program has already changed.
 * Returns how many were applied.
 */
export async function migrate(owner: Client, migrations: readonly Migration[]): Promise<number> {
  await owner.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
  try {
    // Without this a role that has a schema of its own name would create everything there.
    await owner.query('set search_path to public');
    await makeHistory(owner);
    const applied = await readHistory(owner);
    checkHistory(applied, migrations);
    const missing = migrations.slice(applied.length);
    for (const migration of missing) await apply(owner, migration);
    return missing.length;
  } finally {
    await owner.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`).catch(() => undefined);
  }
}

/** A migration that a database has seen. */
export type PastMigration = Omit<Migration, 'sql'>;

/** Makes the schema of what belongs to one server and not to its data: neither a backup nor a restore touches it. */
export async function makeHistory(owner: Client): Promise<void> {
  await owner.query(`
    create schema if not exists install;
    create table if not exists install.migration (
      number integer primary key,
      name text not null,
      hash text not null,
      applied_at timestamptz not null default now()
    );
    create table if not exists install.app_login (role text primary key, password text not null)`);
}

/** The migrations that this database has seen, in order; none: it is new. */
export async function readHistory(owner: Client): Promise<PastMigration[]> {
  const { rows } = await owner.query<{ there: boolean }>(
    `select to_regclass('install.migration') is not null as there`,
  );
  if (!rows[0]?.there) return [];
  const applied = await owner.query<PastMigration>('select number, name, hash from install.migration order by number');
  return applied.rows;
}

function checkHistory(applied: readonly PastMigration[], migrations: readonly Migration[]): void {
  for (const past of applied) {
    const file = migrations[past.number - 1];
    if (!file) {
      throw new Refusal(
        'unavailable',
        `This database was set up by a newer Evenkeel (it has change ${past.number}, ${past.name}, which this version ` +
          `doesn't know): start that version, or restore a backup from before.`,
      );
    }
    if (file.hash !== past.hash) {
      throw new Refusal(
        'unavailable',
        `The file migrations/${file.name} has changed since it was applied to this database: put the original back and ` +
          `make the change in a new file numbered ${String(migrations.length + 1).padStart(4, '0')}.`,
        { file: file.name },
      );
    }
  }
}

async function apply(owner: Client, migration: Migration): Promise<void> {
  try {
    await owner.query('begin');
    await runMigration(owner, migration);
    await owner.query('commit');
  } catch (cause) {
    await owner.query('rollback').catch(() => undefined);
    throw new Error(`migrations/${migration.name} failed and was undone: ${(cause as Error).message}`, { cause });
  }
}

/** One migration inside the transaction that runs. */
export async function runMigration(owner: Client, migration: Migration): Promise<void> {
  await owner.query(migration.sql);
  await owner.query('insert into install.migration (number, name, hash) values ($1, $2, $3)', [
    migration.number,
    migration.name,
    migration.hash,
  ]);
}
