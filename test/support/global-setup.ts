import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Embedded } from '../../src/platform/db/embedded/launch.ts';
import { asAdmin, openTestCluster } from './cluster.ts';
import { isInMemory, quickFolder } from './quick-folder.ts';

/** Runs note their process here, so that the last one knows that it is. */
const RUN = /^run-(\d+)$/;
const ownNote = join(quickFolder(), `run-${process.pid}`);

let cluster: Embedded | undefined;

/** Holds the test server while tests run, so that it isn't started for each file anew. */
export async function setup(): Promise<void> {
  if (isInMemory(ownNote)) await writeFile(ownNote, '');
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
  if (isInMemory(ownNote)) await leaveMemory();
}

/** Gives the memory back, unless another run is using it; the next one makes everything anew in seconds. */
async function leaveMemory(): Promise<void> {
  await rm(ownNote);
  const folder = quickFolder();
  const runs = (await readdir(folder)).flatMap((name) => RUN.exec(name)?.slice(1).map(Number) ?? []);
  if (runs.some(isAlive)) return;
  const aside = `${folder}.${process.pid}`;
  await rename(folder, aside);
  await rm(aside, { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
