import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { killServer } from '../../../../test/support/kill-server.ts';
import { quickFolder } from '../../../../test/support/quick-folder.ts';
import { type Embedded, openEmbedded } from './launch.ts';
import { isServing } from './postmaster.ts';
import { runProgram } from './program.ts';

const HOLDER = join(import.meta.dirname, '../../../../test/support/hold-database.ts');
const isRoot = process.getuid?.() === 0;

let dataFolder: string;
/** A cluster with nothing in it; a copy of it saves a test the second that making one takes. */
let spare: string;
const children: ChildProcess[] = [];
beforeAll(async () => {
  spare = newFolder();
  await (await openEmbedded({ dataFolder: spare, mayCreateUser: false, settings: { fsync: 'off' } })).close();
  return () => rm(spare, { recursive: true });
});
beforeEach(() => {
  dataFolder = newFolder();
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.kill('SIGKILL')) await once(child, 'exit');
  }
  const pid = Number.parseInt(await readFile(pidFile(), 'utf8').catch(() => ''), 10);
  if (pid > 0 && (await isRunning(pid))) process.kill(pid, 'SIGINT');
  for (let i = 0; i < 100 && pid > 0 && (await isRunning(pid)); i++) await sleep(20);
  await rm(dataFolder, { recursive: true, force: true });
});

/** Short, because the server's socket lies in it and its path must be. */
const newFolder = () => join(quickFolder(), `launch-${randomBytes(4).toString('hex')}`);
const copySpare = () => runProgram('cp', ['-a', spare, dataFolder]);
const open = () => openEmbedded({ dataFolder, mayCreateUser: false });
const pidFile = () => join(dataFolder, 'database/18/data/postmaster.pid');

/** A stopped server may stay on the list of processes until somebody looks at its end; it serves nobody any more. */
const isRunning = (pid: number) => isServing(pid, join(dataFolder, 'database/18/data'));

async function rowsOf(server: Embedded): Promise<string[]> {
  const client = new Client(server.addressOf('postgres'));
  await client.connect();
  const { rows } = await client.query<{ row: string }>('select row from kept order by row');
  await client.end();
  return rows.map(({ row }) => row);
}

/** Another process of Evenkeel that holds the server; resolves with the server's process number. */
async function hold(
  row: string,
  as: { uid?: number; gid?: number } = {},
): Promise<{ child: ChildProcess; pid: number }> {
  const child = spawn(process.execPath, [HOLDER, dataFolder, row], { ...as, stdio: ['pipe', 'pipe', 'pipe'] });
  children.push(child);
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said += part;
  });
  const [line] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => [said])]);
  const pid = Number(String(line));
  if (!pid) throw new Error(`the other process failed: ${line}`);
  return { child, pid };
}

async function leave(child: ChildProcess): Promise<void> {
  child.stdin?.end();
  if (child.exitCode === null) await once(child, 'exit');
}

describe('the embedded server', () => {
  test('starts once for several first users at once, and stops when the last has left', async () => {
    const [a, b, c] = await Promise.all([hold('a'), hold('b'), hold('c')]);
    expect(b.pid).toBe(a.pid);
    expect(c.pid).toBe(a.pid);
    const server = await open();
    expect(server.started).toBe(false);
    await Promise.all([leave(a.child), leave(b.child), leave(c.child)]);
    expect(await rowsOf(server)).toEqual(['a', 'b', 'c']);
    await server.close();
    expect(await isRunning(a.pid)).toBe(false);
    expect(await readdir(join(dataFolder, 'database'))).toEqual(['18', 'postgres.log', 'run']);
  });

  test('keeps its socket, its password and its data from other users', async () => {
    await copySpare();
    const server = await open();
    const folder = join(dataFolder, 'database');
    const mode = async (path: string) => ((await lstat(join(folder, path))).mode & 0o777).toString(8);
    expect(await Promise.all(['', 'run', '18', '18/password', '18/data'].map(mode))).toEqual([
      '700',
      '700',
      '700',
      '600',
      '700',
    ]);
    const client = new Client({ ...server.addressOf('postgres'), password: 'wrong' });
    await expect(client.connect()).rejects.toThrow('password authentication failed');
    await server.close();
  });

  test('has every committed row after kill -9 of Evenkeel, the server and all its processes', async () => {
    await copySpare();
    const first = await hold('first');
    first.child.kill('SIGKILL');
    await killServer(first.pid);
    const second = await hold('second');
    expect(second.pid).not.toBe(first.pid);
    // This time the processes of the server are left to find out by themselves.
    process.kill(second.pid, 'SIGKILL');
    second.child.kill('SIGKILL');
    const server = await open();
    expect(await rowsOf(server)).toEqual(['first', 'second']);
    await server.close();
  });

  test('is adopted when only Evenkeel was killed, and stopped by its next user', async () => {
    await copySpare();
    const lost = await hold('lost and found');
    lost.child.kill('SIGKILL');
    const server = await open();
    expect(server.started).toBe(false);
    expect(server.pid).toBe(lost.pid);
    expect(await rowsOf(server)).toEqual(['lost and found']);
    await server.close();
    expect(await isRunning(lost.pid)).toBe(false);
  });

  test('comes back by itself when it alone was killed', async () => {
    await copySpare();
    const { child, pid } = await hold('kept');
    const server = await open();
    await killServer(pid);
    for (let i = 0; i < 200; i++) {
      await sleep(20);
      if (await rowsOf(server).catch(() => undefined)) break;
    }
    expect(await rowsOf(server)).toEqual(['kept']);
    await leave(child);
    await server.close();
  });

  test('starts over notes of a killed server whose process number now belongs to something else', async () => {
    await copySpare();
    const server = await open();
    const { host, port } = server.addressOf('postgres');
    await server.close();
    const data = join(dataFolder, 'database/18/data');
    await writeFile(pidFile(), `${process.pid}\n${data}\n1\n${port}\n${host}\n\n  1 1\nready   \n`);
    await writeFile(join(host ?? '', `.s.PGSQL.${port}.lock`), `${process.pid}\n${data}\n1\n${port}\n${host}\n`);
    if (isRoot) {
      const { uid, gid } = await lstat(data);
      await chown(pidFile(), uid, gid);
      await chown(join(host ?? '', `.s.PGSQL.${port}.lock`), uid, gid);
    }
    const again = await open();
    expect(again.started).toBe(true);
    await again.close();
  });

  test('finds a shorter place for its socket when the data folder has a very long path', async () => {
    const parent = dataFolder;
    await mkdir(join(parent, 'a'.repeat(100)), { recursive: true });
    dataFolder = join(parent, 'a'.repeat(100), 'b'.repeat(100));
    await copySpare();
    const server = await open();
    const host = server.addressOf('postgres').host ?? '';
    expect(host.length).toBeLessThan(90);
    expect((await lstat(host)).mode & 0o777).toBe(0o700);
    await server.close();
    await rm(host, { recursive: true });
    await rm(parent, { recursive: true });
  });

  test('says what to do when the data is not ours, was written by another version or does not start', async () => {
    const database = join(dataFolder, 'database');
    await mkdir(join(database, '17'), { recursive: true });
    const { uid, gid } = await chosenOwner();
    await chown(database, uid, gid);
    if (isRoot) {
      await chmod(dataFolder, 0o700);
      await expect(open()).rejects.toThrow('set EVENKEEL_DATA to a folder that every user may enter');
      await chmod(dataFolder, 0o755);
    }
    await expect(open()).rejects.toThrow('was written by PostgreSQL 17');
    await rm(dataFolder, { recursive: true });
    await copySpare();
    await writeFile(join(database, '18/data/postgresql.auto.conf'), `shared_buffers = 'much'\n`);
    await expect(open()).rejects.toThrow(
      /doesn't start: configuration file .* contains errors \(see .*postgres\.log\)/,
    );
  });

  test.runIf(isRoot)('runs for an ordinary user as that user', async () => {
    const { uid, gid } = await chosenOwner();
    await mkdir(dataFolder);
    await chown(dataFolder, uid, gid);
    const { child, pid } = await hold('mine', { uid, gid });
    expect((await lstat(`/proc/${pid}`)).uid).toBe(uid);
    expect((await lstat(join(dataFolder, 'database'))).uid).toBe(uid);
    await leave(child);
    expect(await isRunning(pid)).toBe(false);
  });
});

/** Some user of this machine who is not root. */
async function chosenOwner(): Promise<{ uid: number; gid: number }> {
  if (!isRoot) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const [uid, gid] = await Promise.all([runProgram('id', ['-u', 'nobody']), runProgram('id', ['-g', 'nobody'])]);
  return { uid: Number(uid.output), gid: Number(gid.output) };
}
