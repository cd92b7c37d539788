import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, ClientConfig } from 'pg';
import { systemClock } from '../../../base/time.ts';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { openCluster } from './cluster.ts';
import { makeDatabaseFolder, makeSocketFolder } from './folders.ts';
import type { Postmaster } from './postmaster.ts';
import { addressOf, type Installation, startOrAdopt, stop } from './server.ts';

export type EmbeddedOptions = {
  dataFolder: string;
  /** As root, may a system user `evenkeel` be made? Tests say no. */
  mayCreateUser?: boolean;
  /** Server settings on top of the usual ones, e.g. `fsync: 'off'` in tests. */
  settings?: Readonly<Record<string, string>>;
  /** Told in one sentence what happens. */
  log?: (message: string) => void;
};

/** A running server of our own, held by this process until `close`. */
export type Embedded = {
  /** How the administrator reaches a database of it. */
  addressOf(database: string): ClientConfig;
  /** Whether this process started the server, rather than joined one that ran. */
  started: boolean;
  pid: number;
  /** Lets go; whoever is last stops the server. */
  close(): Promise<void>;
};

/**
 * Every user of the server holds this advisory lock in shared mode on a connection of its own. Who can take it alone is
 * the last and may stop the server. The server itself keeps count: a killed process is counted out with its connection.
 */
const KEEPER_LOCK = 7_305_114_201;
const RETRIES = 10;

/** Starts or joins the PostgreSQL server of a data folder, making the data on first use. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const log = options.log ?? (() => undefined);
  const from = systemClock();
  const place = await prepareInstallation(options);
  let { admin, running, started } = await hold(place);
  let closing = false;
  let regained: Promise<void> | undefined;
  const supervise = (client: Client) =>
    client.once('end', () => {
      if (closing) return;
      regained = regain().catch((error: Error) => log(`The database server is gone for good: ${error.message}`));
    });
  const regain = async () => {
    log('The database server went away; starting it again.');
    ({ admin, running } = await hold(place));
    supervise(admin);
  };
  supervise(admin);
  log(`${started ? 'Started' : 'Joined'} the database in ${place.cluster.data} (${systemClock() - from} ms).`);
  return {
    addressOf: (database) => addressOf(place.cluster, running, database),
    started,
    pid: running.pid,
    close: async () => {
      if (closing) return;
      closing = true;
      // Otherwise the server would be started again after we have gone.
      await regained;
      await letGo(place, admin, running);
    },
  };
}

async function prepareInstallation(options: EmbeddedOptions): Promise<Installation> {
  const dataFolder = resolve(options.dataFolder);
  const account = await chooseAccount(join(dataFolder, 'database'), options.mayCreateUser ?? true);
  await makeDatabaseFolder(dataFolder, join(dataFolder, 'database'), account);
  const databaseFolder = await realpath(join(dataFolder, 'database'));
  const binaries = await findBinaries(databaseFolder, account);
  const mustLast = options.settings?.fsync !== 'off';
  const cluster = await openCluster(databaseFolder, binaries, account, { mustLast });
  return {
    cluster,
    binaries,
    account,
    socketFolder: process.platform === 'win32' ? undefined : await makeSocketFolder(databaseFolder, account),
    logFile: join(databaseFolder, 'postgres.log'),
    settings: options.settings ?? {},
  };
}

/** Joins the server's users. If its last user is just stopping it, our wait for the lock ends with it: start afresh. */
async function hold(place: Installation): Promise<{ admin: Client; running: Postmaster; started: boolean }> {
  for (let attempt = 1; ; attempt++) {
    const found = await startOrAdopt(place);
    try {
      await found.admin.query(`select pg_advisory_lock_shared(${KEEPER_LOCK})`);
      return found;
    } catch (error) {
      if (attempt === RETRIES) throw error;
      await sleep(50);
    }
  }
}

async function letGo(place: Installation, admin: Client, running: Postmaster): Promise<void> {
  try {
    await admin.query(`select pg_advisory_unlock_shared(${KEEPER_LOCK})`);
    const { rows } = await admin.query<{ last: boolean }>(`select pg_try_advisory_lock(${KEEPER_LOCK}) as last`);
    if (rows[0]?.last) await stop(place, running);
  } catch {
    // The server is gone already, which is what we wanted.
  }
  await admin.end().catch(() => undefined);
}
