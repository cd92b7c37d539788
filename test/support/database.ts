import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Client, type ClientConfig, Client as PgClient } from 'pg';
import { setUpDatabase } from '../../src/platform/db/connect.ts';
import { createDatabase, type Database } from '../../src/platform/db/database.ts';
import type { Embedded } from '../../src/platform/db/embedded/launch.ts';
import { readMigrations } from '../../src/platform/db/migrate.ts';
import { asAdmin, openTestCluster } from './cluster.ts';

const ROOT = join(import.meta.dirname, '../..');
export const MIGRATIONS = join(ROOT, 'migrations');
/** Half of the number of a lock; what is made is the other half. */
const TEMPLATE_LOCK = 730_511;

export type TestDatabase = {
  /** As the program sees it. */
  database: Database;
  /** The owner's address, for looking past row-level security; `connectionString` of `pg`. */
  adminUrl: string;
  close(): Promise<void>;
};

/** Where a database made here is reached as its owner. */
const owners = new WeakMap<Database, ClientConfig>();

/** Which migrations, and a database to copy in the place of an empty one. */
type Like = { migrationsFolder?: string; template?: (cluster: Embedded, admin: Client) => Promise<string> };

/** A migrated, empty database of its own on the shared test server: call it in beforeAll, close it in afterAll. */
export async function createTestDatabase({
  migrationsFolder = MIGRATIONS,
  template,
}: Like = {}): Promise<TestDatabase> {
  const cluster = await openTestCluster();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(cluster, 'postgres', async (admin) => {
    const from = await (template?.(cluster, admin) ?? ensureTemplate(cluster, admin, migrationsFolder));
    await admin.query(`create database ${name} template ${from}`);
  });
  const owner = cluster.addressOf(name);
  const login = await setUpDatabase(owner, { migrationsFolder });
  const database = createDatabase(login);
  owners.set(database, owner);
  return {
    database,
    adminUrl: urlOf(owner),
    close: async () => {
      await database.close();
      await asAdmin(cluster, 'postgres', (admin) => admin.query(`drop database if exists ${name} with (force)`));
      await cluster.close();
    },
  };
}

/** A firm with nothing in it yet. */
export async function createFirm(database: Database, name = 'Cove IT'): Promise<{ orgId: number }> {
  const owner = owners.get(database);
  if (!owner) throw new Error('createFirm() takes a database from createTestDatabase()');
  const client = new PgClient(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ org_id: string }>('insert into firm (name) values ($1) returning org_id', [
      name,
    ]);
    return { orgId: Number(rows[0]?.org_id) };
  } finally {
    await client.end();
  }
}

/** Migrated once for each state of the migrations; kept on the server for the next run. */
export async function ensureTemplate(cluster: Embedded, admin: Client, migrationsFolder = MIGRATIONS): Promise<string> {
  const hash = createHash('sha256');
  for (const migration of await readMigrations(migrationsFolder)) hash.update(migration.hash);
  for (const file of ['migrate.ts', 'roles.ts']) hash.update(await readFile(join(ROOT, 'src/platform/db', file)));
  const template = `template_${hash.digest('hex').slice(0, 16)}`;
  return makeOnce(admin, template, async (draft) => {
    await admin.query(`create database ${draft}`);
    await setUpDatabase(cluster.addressOf(draft), { migrationsFolder });
  });
}

/** A database that many copy: made by whoever comes first, while the others wait; half a one is left to nobody. */
export async function makeOnce(
  admin: Client,
  template: string,
  make: (draft: string) => Promise<void>,
): Promise<string> {
  await admin.query(`select pg_advisory_lock(${TEMPLATE_LOCK}, hashtext($1))`, [template]);
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) await makeTemplate(admin, template, make);
    return template;
  } finally {
    await admin.query(`select pg_advisory_unlock(${TEMPLATE_LOCK}, hashtext($1))`, [template]);
  }
}

async function makeTemplate(admin: Client, template: string, make: (draft: string) => Promise<void>): Promise<void> {
  const draft = `draft_${randomBytes(8).toString('hex')}`;
  try {
    await make(draft);
    await admin.query(`alter database ${draft} rename to ${template}`);
  } catch (error) {
    await admin.query(`drop database if exists ${draft} with (force)`);
    throw error;
  }
}

/** The address of a database as DATABASE_URL takes it. */
export function urlOf({ host, port, user, password, database }: ClientConfig): string {
  const query = new URLSearchParams({
    host: host ?? '',
    port: String(port),
    user: user ?? '',
    password: String(password),
  });
  return `postgresql:///${database}?${query}`;
}
