import { Client, type ClientConfig } from 'pg';
import { Refusal } from '../../base/errors.ts';
import { createDatabase, type Database } from './database.ts';
import { openEmbedded } from './embedded/launch.ts';
import { migrate, readMigrations } from './migrate.ts';
import { admitLogin, assertPowerless, createAppRole, ensureLogin } from './roles.ts';

export type { Database } from './database.ts';
export type { Db } from './handle.ts';

/** Where the data lies: a server by its address, or one of our own that needs no set-up. */
export type DatabaseConfig = {
  /** Folder of the numbered SQL files. */
  migrationsFolder: string;
  /** DATABASE_URL: owns the tables and migrates. Absent: the embedded server in `dataFolder`. */
  url?: string | undefined;
  /** DATABASE_APP_URL: runs. Absent: a login that the first start makes. */
  appUrl?: string | undefined;
  /** A server on another machine may be reached without encryption (EVENKEEL_INSECURE). */
  insecure?: boolean;
  /** Ends a statement that takes longer, where nothing says otherwise (`withoutLimit`); absent: none. */
  statementSeconds?: number;
  dataFolder: string;
  /** As root, may a system user `evenkeel` be made to run PostgreSQL? Tests say no. */
  mayCreateUser?: boolean;
  /** Settings of the embedded server on top of the usual ones, e.g. `fsync: 'off'` where nobody minds losing the data. */
  settings?: Readonly<Record<string, string>>;
  /** Told in one sentence what happens. */
  log?: (message: string) => void;
};

/** The oldest PostgreSQL that has what the migrations use (ON DELETE SET NULL for some columns). */
const OLDEST_VERSION = 15;
const DATABASE_NAME = 'evenkeel';

/** Opens the database, starting the embedded server where no address is given, and brings it up to date. */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  if (config.url) {
    const login = await setUpDatabase(loginBy(config.url, config), config);
    return createDatabase(login, undefined, config.statementSeconds);
  }
  const embedded = await openEmbedded(config);
  try {
    await createIfMissing(embedded.addressOf('postgres'), DATABASE_NAME);
    const login = await setUpDatabase(embedded.addressOf(DATABASE_NAME), config);
    return createDatabase(login, () => embedded.close(), config.statementSeconds);
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

/** Migrates as the owner; returns the login under which the program runs, after checking that it is a harmless one. */
export async function setUpDatabase(
  owner: ClientConfig,
  config: Pick<DatabaseConfig, 'migrationsFolder' | 'appUrl' | 'insecure' | 'log'>,
): Promise<ClientConfig> {
  const migrations = await readMigrations(config.migrationsFolder);
  const login = await withClient(owner, async (client) => {
    await refuseOldServer(client);
    await createAppRole(client);
    const applied = await migrate(client, migrations);
    if (applied > 0)
      config.log?.(`Brought the database up to date: ${applied} of ${migrations.length} changes applied.`);
    if (!config.appUrl) return loginOf(client, owner);
    const given = loginBy(config.appUrl, config);
    await admitLogin(client, new Client(given).user ?? '');
    return given;
  });
  await withClient(login, (client) => assertPowerless(client, { user: client.user }));
  return login;
}

/** The login made by this install, on the server that the owner's client is connected to. */
async function loginOf(client: Client, owner: ClientConfig): Promise<ClientConfig> {
  const { role, password } = await ensureLogin(client);
  const { host, port, database } = client;
  return { host, port, user: role, password, database, ssl: sslOf(client, owner) };
}

/** Node's driver keeps the outcome of `sslmode=…` on the client, where its types don't show it. */
function sslOf(client: Client, owner: ClientConfig): ClientConfig['ssl'] {
  return owner.ssl ?? (client as Client & { ssl?: ClientConfig['ssl'] }).ssl;
}

async function refuseOldServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version >= OLDEST_VERSION) return;
  throw new Refusal(
    'unavailable',
    `The server of DATABASE_URL runs PostgreSQL ${version}; Evenkeel needs ${OLDEST_VERSION} or newer.`,
  );
}

async function createIfMissing(admin: ClientConfig, name: string): Promise<void> {
  await withClient(admin, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 1) return;
    await client.query(`create database ${name}`).catch((error: Error & { code?: string }) => {
      // Another first start was faster: 42P04 it exists, 23505 it is being made.
      if (error.code !== '42P04' && error.code !== '23505') throw error;
    });
  });
}

/**
 * Works as the owner of the tables on a database as it is, not brought up to date; the embedded server is started for it
 * where none runs. `alone`: nobody else holds that server.
 */
export async function withOwner<T>(
  config: Pick<DatabaseConfig, 'url' | 'insecure' | 'dataFolder' | 'mayCreateUser' | 'settings' | 'log'>,
  work: (client: Client, about: { alone: boolean }) => Promise<T>,
): Promise<T> {
  const workOn = (owner: ClientConfig, alone: boolean) =>
    withClient(owner, async (client) => {
      await refuseOldServer(client);
      return work(client, { alone });
    });
  if (config.url) return workOn(loginBy(config.url, config), true);
  const embedded = await openEmbedded(config);
  try {
    await createIfMissing(embedded.addressOf('postgres'), DATABASE_NAME);
    return await workOn(embedded.addressOf(DATABASE_NAME), embedded.started);
  } finally {
    await embedded.close();
  }
}

const ON_THIS_MACHINE = /^(\/|localhost$|127(\.\d{1,3}){3}$|\[?::1\]?$)/;

/** The login that an address gives; refuses one by which passwords and people's numbers would cross a network readable. */
export function loginBy(url: string, { insecure = false }: Pick<DatabaseConfig, 'insecure'>): ClientConfig {
  const config: ClientConfig = { connectionString: url };
  const client = makeClient(config);
  const isMeant = insecure || /[?&]sslmode=disable(&|$)/.test(url);
  if (isMeant || ON_THIS_MACHINE.test(client.host) || sslOf(client, config)) return config;
  throw new Refusal(
    'bad-input',
    `The database at ${client.host} is on another machine, and its address asks for no encryption: add ?sslmode=verify-full to DATABASE_URL and DATABASE_APP_URL (or ?sslmode=disable, where nobody else is in that network).`,
    { field: 'DATABASE_URL' },
  );
}

async function withClient<T>(config: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = makeClient(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    // When every address of a host fails, only the code says why.
    const { message, code } = cause as Error & { code?: string };
    throw new Refusal(
      'unavailable',
      `Evenkeel can't reach its database "${client.database}" at ${client.host} as "${client.user}": ${message || code}.`,
      {},
      cause,
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function makeClient(config: ClientConfig): Client {
  try {
    return new Client({ application_name: 'evenkeel start', connectionTimeoutMillis: 20_000, ...config });
  } catch {
    // Not even as the cause: what it could not read may hold a password.
    throw new Refusal(
      'bad-input',
      'DATABASE_URL or DATABASE_APP_URL is no address of a database: write postgresql://user:password@host:5432/name, with signs such as @ or / in a password as %40 or %2F.',
    );
  }
}
