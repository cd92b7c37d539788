import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { type DatabaseConfig, withOwner } from '../../src/platform/db/connect.ts';
import { asAdmin, openTestCluster } from './cluster.ts';
import { urlOf } from './database.ts';

/** How an install is named to the program: its environment. */
export type Place = { EVENKEEL_DATA: string; DATABASE_URL?: string };

/** A data folder that a system user owns already, so that a test run as root makes none. */
export async function makeEmbeddedPlace(folder: string, name: string): Promise<Place> {
  const data = join(folder, name);
  await mkdir(join(data, 'database'), { recursive: true });
  if (process.getuid?.() === 0) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody']).toString());
    await chown(join(data, 'database'), id('-u'), id('-g'));
  }
  return { EVENKEEL_DATA: data };
}

/** An empty database on the shared test server; the key lies in the folder. */
export async function makeServerPlace(folder: string, name: string): Promise<Place & { drop(): Promise<void> }> {
  const cluster = await openTestCluster();
  const database = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(cluster, 'postgres', (admin) => admin.query(`create database ${database}`));
  return {
    EVENKEEL_DATA: join(folder, name),
    DATABASE_URL: urlOf(cluster.addressOf(database)),
    drop: async () => {
      await asAdmin(cluster, 'postgres', (admin) => admin.query(`drop database ${database} with (force)`));
      await cluster.close();
    },
  };
}

/** The owner's view of an install, past row-level security. */
export function asOwner<T>(place: Place, work: (client: Client) => Promise<T>): Promise<T> {
  const config: Pick<DatabaseConfig, 'url' | 'dataFolder' | 'mayCreateUser'> = {
    url: place.DATABASE_URL,
    dataFolder: place.EVENKEEL_DATA,
    mayCreateUser: false,
  };
  return withOwner(config, work);
}

/** Every row of every table of an install as text, in order. */
export function readEverything(place: Place): Promise<Record<string, string[]>> {
  return asOwner(place, async (client) => {
    await client.query(`set timezone to 'UTC'; set extra_float_digits to 1`);
    const { rows: tables } = await client.query<{ name: string }>(`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'install') order by 1`);
    const everything: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
      everything[name] = rows.map((one) => one.row);
    }
    return everything;
  });
}
