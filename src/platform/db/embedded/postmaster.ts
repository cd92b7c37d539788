import { readFile, readlink, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './program.ts';

/** What a running server wrote about itself into postmaster.pid. */
export type Postmaster = {
  pid: number;
  /** Folder of its Unix socket, or an address when it listens on the loopback. */
  host: string;
  port: number;
};

/** The server's own note on itself; undefined when there is none or it is only half written. */
export async function readPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  // Lines: pid, data folder, start time, port, socket folder, first listen address, shared memory, status.
  const [pid, , , port, socketFolder, address] = text.split('\n');
  const host = socketFolder || address;
  return Number(pid) > 0 && Number(port) > 0 && host ? { pid: Number(pid), host, port: Number(port) } : undefined;
}

/**
 * Whether the process is a PostgreSQL server of this data folder. After a crash or in a fresh container the number in
 * the file may by now belong to any other process.
 */
export async function isServing(pid: number, data: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  if (process.platform === 'linux') {
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    // A server works in its data folder. Not ours to look at: not ours at all.
    return cwd !== undefined && cwd === (await realpath(data));
  }
  if (process.platform === 'win32') return true;
  return (await runProgram('ps', ['-o', 'comm=', '-p', String(pid)])).output.includes('postgres');
}

/**
 * Removes what a killed server left behind and a new one would stumble over: its notes with a process number that now
 * belongs to something else. Where the process is simply gone PostgreSQL clears up itself, and more carefully.
 */
export async function clearLeftovers(data: string, socketFolder: string | undefined, port: number): Promise<void> {
  await removeStale(join(data, 'postmaster.pid'), data);
  if (socketFolder !== undefined) await removeStale(join(socketFolder, `.s.PGSQL.${port}.lock`), data);
}

async function removeStale(file: string, data: string): Promise<void> {
  const before = await readPid(file);
  if (before === undefined || (await isServing(before, data))) return;
  // Another start may have put its own file there meanwhile: take the file away first, then look at what it was.
  const aside = `${file}.stale`;
  await rename(file, aside).catch(() => undefined);
  const taken = await readPid(aside);
  if (taken !== undefined && taken !== before) await rename(aside, file).catch(() => undefined);
  else await rm(aside, { force: true });
}

async function readPid(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return Number.parseInt(text, 10) || undefined;
}
