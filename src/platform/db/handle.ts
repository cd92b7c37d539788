import type { DatabaseConnection, Transaction } from 'kysely';
import type { PoolClient } from 'pg';
import { assert } from '../../base/assert.ts';
import type { DB } from './schema.ts';

/** What stores get: a handle that is always inside a transaction and dies with it. Never keep one. */
export type Db = Transaction<DB>;

/** The driver's client behind a connection of the query builder, which keeps it to itself. */
const clients = new WeakMap<DatabaseConnection, PoolClient>();

/** Remembers which client a connection stands for, when the connection is made. */
export function bindClient(connection: DatabaseConnection, client: PoolClient): void {
  clients.set(connection, client);
}

/** Lends the client of a transaction for what the query builder can't do; other queries of the transaction wait. */
export async function withRawClient<T>(db: Db, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return await db.getExecutor().provideConnection((connection) => {
    const client = clients.get(connection);
    assert(client, 'this handle does not come from transact()');
    return work(client);
  });
}
