import { spawn } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { Refusal } from '../../../base/errors.ts';
import { systemClock } from '../../../base/time.ts';
import type { Binaries } from './binaries.ts';
import { ADMIN, type Cluster } from './cluster.ts';
import { clearLeftovers, isServing, type Postmaster, readPostmaster } from './postmaster.ts';
import { type Account, PROGRAM_ENVIRONMENT, runProgram } from './program.ts';

/** Everything needed to start this server or to find the one that runs. */
export type Installation = {
  cluster: Cluster;
  binaries: Binaries;
  account: Account;
  /** undefined on Windows, where Node can't reach PostgreSQL's socket: the server listens on the loopback there. */
  socketFolder: string | undefined;
  logFile: string;
  /** Server settings on top of ours. */
  settings: Readonly<Record<string, string>>;
};

/** Modest: an office machine runs this beside everything else. */
const SETTINGS = {
  max_connections: '60',
  shared_buffers: '128MB',
  // With two processes per query and hash tables of twice this it stays below the 64 MB of /dev/shm in a container.
  work_mem: '12MB',
  max_parallel_workers_per_gather: '1',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  jit: 'off',
  timezone: 'UTC',
  unix_socket_permissions: '0700',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
} as const;

const SOCKET_PORT = 5432;
const PATIENCE_MS = 60_000;
const LOG_KEPT_BYTES = 10_000_000;

/** Connects to the running server as its administrator, starting one first where none runs. */
export async function startOrAdopt(
  place: Installation,
): Promise<{ admin: Client; running: Postmaster; started: boolean }> {
  const deadline = systemClock() + PATIENCE_MS;
  let started = false;
  let exited: Promise<string> | undefined;
  for (;;) {
    const running = await readPostmaster(place.cluster.data);
    const admin = running && (await connect(place.cluster, running));
    if (running && admin) return { admin, running, started };
    if (!running || !(await isServing(running.pid, place.cluster.data))) {
      if (exited === undefined) {
        exited = (await start(place)).ended;
        started = true;
      }
    }
    const complaint = await Promise.race([exited ?? sleep(50), sleep(50)]);
    if (typeof complaint === 'string') {
      refuseUnlessTransient(complaint, place);
      exited = undefined;
      started = false;
      await sleep(100);
    }
    if (systemClock() > deadline) throw tooSlow(place, running);
  }
}

/** Stops the server, letting commits finish; resolves when it is gone. */
export async function stop(place: Installation, running: Postmaster): Promise<void> {
  const { data } = place.cluster;
  if (process.platform === 'win32') {
    await runProgram(place.binaries.pgCtl, ['stop', '--mode', 'fast', '--wait', '--pgdata', data]);
    return;
  }
  process.kill(running.pid, 'SIGINT');
  const deadline = systemClock() + PATIENCE_MS;
  while (systemClock() < deadline && (await isServing(running.pid, data))) await sleep(10);
}

/** How to reach a database of the running server. */
export function addressOf(cluster: Cluster, running: Postmaster, database: string): ClientConfig {
  return { host: running.host, port: running.port, user: ADMIN, password: cluster.password, database, ssl: false };
}

async function connect(cluster: Cluster, running: Postmaster): Promise<Client | undefined> {
  const client = new Client({
    ...addressOf(cluster, running, 'postgres'),
    application_name: 'evenkeel keeper',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const code = (cause as { code?: unknown }).code;
    // 28…: the password is wrong; 53300: no connection is free. Anything else: it is starting, stopping or gone.
    if (code !== '28P01' && code !== '28000' && code !== '53300') return undefined;
    throw new Refusal(
      'unavailable',
      `The PostgreSQL server of ${cluster.data} (process ${running.pid}) doesn't let Evenkeel in: ${(cause as Error).message}.`,
      {},
      cause,
    );
  }
}

/** Starts the server in the background; `ended` resolves with its last words if it ends. */
async function start(place: Installation): Promise<{ ended: Promise<string> }> {
  const { cluster, account, socketFolder } = place;
  await clearLeftovers(cluster.data, socketFolder, SOCKET_PORT);
  await keepLogSmall(place.logFile);
  const log = await open(place.logFile, 'a', 0o600);
  const from = (await log.stat()).size;
  const port = socketFolder === undefined ? await findFreePort() : SOCKET_PORT;
  const settings = {
    ...SETTINGS,
    ...place.settings,
    port: String(port),
    listen_addresses: socketFolder === undefined ? '127.0.0.1' : '',
    unix_socket_directories: socketFolder ?? '',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child =
    process.platform === 'win32'
      ? // Not tried yet on a Windows machine. postgres.exe refuses an administrator; pg_ctl drops those rights first.
        spawn(place.binaries.pgCtl, ['start', '--wait', '--pgdata', cluster.data, '-o', quoteForWindows(flags)], {
          env: { LC_ALL: 'C' },
          stdio: ['ignore', log.fd, log.fd],
          windowsHide: true,
        })
      : spawn(place.binaries.postgres, ['-D', cluster.data, ...flags], {
          ...account,
          cwd: '/',
          env: PROGRAM_ENVIRONMENT,
          // A group of its own: Ctrl-C in our terminal must not reach it before we have closed our connections.
          detached: true,
          stdio: ['ignore', log.fd, log.fd],
        });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`FATAL:  ${error.message}`));
    child.once('exit', async (code) => {
      if (process.platform === 'win32' && code === 0) return;
      // Gone with its folder where somebody removed that under the running server: then there is nothing to say.
      const log = await readFile(place.logFile).catch(() => Buffer.alloc(0));
      const text = log.subarray(from).toString();
      // The log is shared with whoever else starts at this moment; only its own lines count.
      const own = text.split('\n').filter((line) => line.includes(`[${child.pid}]`));
      const fatal = own.findLast((line) => /FATAL|PANIC/.test(line));
      // An orderly end: another process was its only user and has just stopped it.
      resolve(fatal ?? (code === 0 ? '' : (text.trim().split('\n').at(-1) ?? '')));
    });
  });
  child.unref();
  await log.close();
  return { ended };
}

const quoteForWindows = (flags: readonly string[]) =>
  flags.map((flag) => (/\s|^$/.test(flag) ? `"${flag}"` : flag)).join(' ');

function refuseUnlessTransient(complaint: string, place: Installation): void {
  if (complaint === '') return;
  // Another start got there first, or the processes of a killed server have yet to notice that it is dead.
  if (/lock file ".*" (already exists|is empty)|pre-existing shared memory block/.test(complaint)) return;
  const sentence = complaint.replace(/^.*(FATAL|PANIC):\s*/, '');
  throw new Refusal(
    'unavailable',
    `The database in ${place.cluster.data} doesn't start: ${sentence} (see ${place.logFile}).`,
  );
}

function tooSlow(place: Installation, running: Postmaster | undefined): Refusal {
  const who = running ? `process ${running.pid} has it and doesn't answer` : 'the server was not ready in time';
  return new Refusal(
    'unavailable',
    `The database in ${place.cluster.data} can't be used: ${who} (see ${place.logFile}).`,
  );
}

async function keepLogSmall(logFile: string): Promise<void> {
  const found = await stat(logFile).catch(() => undefined);
  if (found && found.size > LOG_KEPT_BYTES) await rename(logFile, `${logFile}.1`);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
