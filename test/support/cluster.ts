import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Embedded, openEmbedded } from '../../src/platform/db/embedded/launch.ts';
import { quickFolder } from './quick-folder.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Nobody minds losing a test's data, so nothing waits for the disk. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '200',
  checkpoint_timeout: '1h',
};

/** The one PostgreSQL server that all tests of this user share; joined or started, stopped by whoever leaves last. */
export async function openTestCluster(): Promise<Embedded> {
  const lock = await readFile(join(ROOT, 'package-lock.json'));
  const key = createHash('sha256').update(lock).update(JSON.stringify(SETTINGS)).digest('hex').slice(0, 8);
  const dataFolder = join(quickFolder(), `evenkeel-test-${userInfo().username}-${key}`);
  return openEmbedded({ dataFolder, mayCreateUser: false, settings: SETTINGS });
}

/** Runs a few statements as the administrator. */
export async function asAdmin<T>(cluster: Embedded, name: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(cluster.addressOf(name));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
