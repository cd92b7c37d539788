import { Kysely, PostgresDialect, sql } from 'kysely';
import { type ClientConfig, escapeLiteral, Pool, type PoolClient } from 'pg';
import { assert } from '../../base/assert.ts';
import type { Standing } from '../../base/roles.ts';
import { bindClient, type Db } from './handle.ts';
import type { DB } from './schema.ts';
import { valueTypes } from './values.ts';

/** Whose data a transaction may see, and in whose name. */
export type Scope = {
  /** The firm: a positive whole number. */
  orgId: number;
  /** Who does it, as the audit log names them; 1 to 320 characters. */
  actor: string;
  /** In whose place: row-level security shows and lets change what this standing may. */
  standing: Standing;
  /** Which person of the firm the actor is; absent: none of them. */
  personId?: number | null | undefined;
};

export type Database = {
  /** The one way to a firm's data: all of it or nothing, in one transaction, under that firm's row-level security. */
  transact<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>;
  /** For what belongs to no firm, such as signing in: sees no firm's rows. */
  transactAsInstall<T>(actor: string, work: (db: Db) => Promise<T>): Promise<T>;
  /** Lets go of the database when what is running is done; `atOnce`, an embedded server stops under it, so that it fails. */
  close(how?: { atOnce?: boolean }): Promise<void>;
};

const POOL_SIZE = 12;
/** Long enough for a queue to pass, short enough that a transaction inside a transaction shows as an error. */
const WAIT_FOR_CONNECTION_MS = 30_000;

/**
 * Opens a database under the login it runs with. `close` is called after the last connection is closed. `statementSeconds`:
 * what takes longer ends with an error, where nothing says otherwise (`withoutLimit`).
 */
export function createDatabase(
  login: ClientConfig,
  onClose: () => Promise<void> = async () => undefined,
  statementSeconds?: number,
): Database {
  // Set with the rest at the beginning of each transaction: not every pooler passes on what a connection begins with.
  const limit = statementSeconds === undefined ? '' : `set local statement_timeout = ${statementSeconds * 1000}; `;
  const pool = new Pool({
    application_name: 'evenkeel',
    ...login,
    max: POOL_SIZE,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    types: valueTypes,
  });
  // A connection that breaks shows in its next query, or is replaced if it was idle; unheard, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  let closed: Promise<void> | undefined;
  const close = async (atOnce: boolean) => {
    const drained = pool.end();
    if (!atOnce) await drained;
    await onClose();
  };
  return {
    transact: (scope, work) => {
      assert(Number.isSafeInteger(scope.orgId) && scope.orgId > 0, `${scope.orgId} is no firm`);
      assert(/^[a-z-]{2,20}$/.test(scope.standing), `${scope.standing} is no standing`);
      const person = scope.personId ?? '';
      assert(person === '' || (Number.isSafeInteger(person) && person > 0), `${person} is no person`);
      return run(pool, limit, { org: scope.orgId, actor: scope.actor, standing: scope.standing, person }, work);
    },
    transactAsInstall: (actor, work) => run(pool, limit, { org: '', actor, standing: '', person: '' }, work),
    close: ({ atOnce = false } = {}) => {
      closed ??= close(atOnce);
      return closed;
    },
  };
}

/** What a transaction carries for row-level security to read; empty: none. */
type Carried = { org: number | ''; actor: string; standing: Standing | ''; person: number | '' };

async function run<T>(pool: Pool, limit: string, carried: Carried, work: (db: Db) => Promise<T>): Promise<T> {
  assert(/^[^\0]{1,320}$/su.test(carried.actor), 'an actor is a text of 1 to 320 characters');
  let client: PoolClient | undefined;
  // A builder for each transaction costs little and is what lets `withRawClient` find this transaction's connection.
  const builder = new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: {
        connect: async () => {
          client = await pool.connect();
          return client;
        },
        end: async () => undefined,
        options: {},
      },
      onReserveConnection: async (connection) => bindClient(connection, client!),
    }),
  });
  return builder.transaction().execute(async (db) => {
    // As literals: Citus passes SET LOCAL on to its workers, but neither parameters nor set_config().
    const settings = Object.entries(carried)
      .map(([name, value]) => `set local app.${name} = ${escapeLiteral(String(value))}`)
      .join('; ');
    const local = (await isCitus(client!)) ? `set local citus.propagate_set_commands = 'local'; ` : '';
    await sql.raw(local + limit + settings).execute(db);
    return await work(db);
  });
}

/** Lets this transaction take as long as it takes: an import, a fit, a check of everything. */
export async function withoutLimit(db: Db): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(db);
}

const citus = new WeakMap<PoolClient, boolean>();

/** Asked once per connection. */
async function isCitus(client: PoolClient): Promise<boolean> {
  const known = citus.get(client);
  if (known !== undefined) return known;
  const { rowCount } = await client.query(`select from pg_extension where extname = 'citus'`);
  citus.set(client, rowCount === 1);
  return rowCount === 1;
}
