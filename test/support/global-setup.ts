import type { Embedded } from '../../src/platform/db/embedded/launch.ts';
import { asAdmin, openTestCluster } from './cluster.ts';

let cluster: Embedded | undefined;

/** Holds the test server while tests run, so that it isn't started for each file anew. */
export async function setup(): Promise<void> {
  cluster = await openTestCluster();
  // Whoever starts the server is alone with it: what lies there is left over from killed runs and older migrations.
  if (!cluster.started) return;
  await asAdmin(cluster, 'postgres', async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like any (array['test\\_%', 'draft\\_%', 'sample\\_%'])`,
    );
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  });
}

export async function teardown(): Promise<void> {
  await cluster?.close();
}
