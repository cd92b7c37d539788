import { type ChildProcess, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isServing, readPostmaster } from '../src/platform/db/embedded/postmaster.ts';
import { asAdmin, openTestCluster } from './support/cluster.ts';
import { resultOf, runEvenkeel } from './support/command.ts';
import { urlOf } from './support/database.ts';
import { killServer } from './support/kill-server.ts';
import { quickFolder } from './support/quick-folder.ts';

const ROOT = join(import.meta.dirname, '..');
const isRoot = process.getuid?.() === 0;

let folder: string;
const running: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(quickFolder(), 'evenkeel-'));
  await chmod(folder, 0o755);
});
afterEach(async () => {
  for (const child of running.splice(0)) await stop(child);
});
afterAll(() => rm(folder, { recursive: true }));

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  return child.exitCode;
}

/** A data folder that a system user owns already, so that a test run as root makes none; `shared` by who needs no new one. */
async function makeDataFolder(name: string): Promise<string> {
  const data = join(folder, name);
  await mkdir(join(data, 'database'), { recursive: true });
  if (isRoot) await chown(join(data, 'database'), nobody().uid, nobody().gid);
  return data;
}

/** An ordinary user of this machine. */
function nobody(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody']).toString());
  return { uid: id('-u'), gid: id('-g') };
}

type Started = { child: ChildProcess; out: string; address: string };

/** Starts Evenkeel on a free port and resolves when it says where it is. */
async function start(environment: NodeJS.ProcessEnv, as: { uid?: number; gid?: number } = {}): Promise<Started> {
  const child = runEvenkeel(['start'], { PORT: '0', ...environment }, as);
  running.push(child);
  let [out, err] = ['', ''];
  child.stderr!.on('data', (part: Buffer) => {
    err += part;
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${err}`)));
    child.stdout!.on('data', (part: Buffer) => {
      out += part;
      // The last line: all that it prints is there.
      if (out.includes('Stop with Ctrl+C')) resolve({ child, out, address: /http:\S+/.exec(out)![0] });
    });
  });
}

/** A browser that has used its address. */
async function signIn({ address }: Started) {
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
  const { origin } = new URL(address);
  const send = async (method: string, path: string, body?: object) => {
    const headers = { cookie, ...(body && { 'content-type': 'application/json' }) };
    const answer = await fetch(origin + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    expect([path, answer.status]).toEqual([path, 200]);
    return (await answer.json()) as { firm: { name: string } | null; people: { name: string }[] };
  };
  return {
    firm: async () => (await send('GET', '/api/firm')).firm?.name,
    people: async () => (await send('GET', '/api/people')).people.map((one) => one.name).toSorted(),
    makeFirm: (name: string) => send('POST', '/api/firms', { name }),
    addPerson: (name: string) => send('POST', '/api/people', { people: [{ name, team: 'Desk' }] }),
  };
}

const clusterOf = (data: string) => join(data, 'database/18/data');

describe('npm start', () => {
  it('prints one address that signs in once; a second start at once serves the same firm', async () => {
    const data = await makeDataFolder('shared');
    const [first, second] = await Promise.all([start({ EVENKEEL_DATA: data }), start({ EVENKEEL_DATA: data })]);
    expect(first.out.match(/http:\/\/127\.0\.0\.1:\d+\/enter\?token=[\w-]{43}\n/g)).toHaveLength(1);
    // Into a file each line goes with its time; the journal of systemd has its own.
    const lines = first.out.split('\n').filter((line) => line !== '');
    expect(lines.filter((line) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ /.test(line))).toEqual([]);
    const one = await signIn(first);
    const again = await fetch(first.address, { redirect: 'manual' });
    expect([again.headers.get('location'), again.headers.get('set-cookie')]).toEqual(['/?entered=no', null]);
    await one.makeFirm('Cove IT');
    await one.addPerson('Ana');
    const two = await signIn(second);
    expect(await two.firm()).toBe('Cove IT');
    await two.addPerson('Bo');
    expect(await one.people()).toEqual(['Ana', 'Bo']);
    const pid = (await readPostmaster(clusterOf(data)))!.pid;
    expect(await stop(first.child)).toBe(0);
    expect(await two.people()).toEqual(['Ana', 'Bo']);
    expect(await stop(second.child)).toBe(0);
    expect(await isServing(pid, clusterOf(data))).toBe(false);
  });

  it('has every committed row after kill -9 of everything', async () => {
    const data = await makeDataFolder('shared');
    const before = await start({ EVENKEEL_DATA: data });
    const browser = await signIn(before);
    await browser.makeFirm('Harbor');
    await browser.addPerson('Ana');
    const { pid } = (await readPostmaster(clusterOf(data)))!;
    before.child.kill('SIGKILL');
    await killServer(pid);
    const after = await signIn(await start({ EVENKEEL_DATA: data }));
    expect([await after.firm(), await after.people()]).toEqual(['Harbor', ['Ana']]);
  });

  it('uses a server by DATABASE_URL under a login that is no superuser and owns nothing', async () => {
    const cluster = await openTestCluster();
    const name = `test_${randomBytes(8).toString('hex')}`;
    await asAdmin(cluster, 'postgres', (admin) => admin.query(`create database ${name}`));
    const url = urlOf(cluster.addressOf(name));
    const unused = join(folder, 'unused');
    const browser = await signIn(await start({ DATABASE_URL: url, EVENKEEL_DATA: unused }));
    await browser.makeFirm('Cove IT');
    expect(await browser.people()).toEqual([]);
    const logins = await asAdmin(cluster, name, async (admin) => {
      const { rows } = await admin.query(
        `select distinct rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty,
                exists (select from pg_class where relowner = r.oid) as owns
         from pg_stat_activity a join pg_roles r on r.oid = a.usesysid
         where datname = $1 and application_name = 'evenkeel'`,
        [name],
      );
      return rows;
    });
    expect(logins).toEqual([{ mighty: false, owns: false }]);
    // No database of its own: only the key, which belongs outside the database.
    expect(await readdir(join(folder, 'unused'))).toEqual(['secret.key']);
    for (const child of running.splice(0)) await stop(child);
    await asAdmin(cluster, 'postgres', (admin) => admin.query(`drop database ${name} with (force)`));
    await cluster.close();
  });

  it.runIf(isRoot && mayRead(nobody()))('runs for an ordinary user with a home of their own', async () => {
    const home = join(folder, 'home');
    await mkdir(home, { mode: 0o700 });
    const user = nobody();
    await chown(home, user.uid, user.gid);
    const own = { HOME: home, XDG_DATA_HOME: '' };
    const browser = await signIn(await start(own, user));
    await browser.makeFirm('Mine');
    expect(await browser.firm()).toBe('Mine');
    const data = join(home, '.local/share/evenkeel');
    const { pid } = (await readPostmaster(clusterOf(data)))!;
    expect([(await stat(data)).uid, (await stat(`/proc/${pid}`)).uid]).toEqual([user.uid, user.uid]);
  });
});

/** Whether that user can read this clone and run this Node; in a private folder there is nothing for them to start. */
function mayRead(as: { uid: number; gid: number }): boolean {
  try {
    execFileSync(process.execPath, [join(ROOT, 'bin/evenkeel.js'), 'review', '--help'], { ...as, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a start that can not be', () => {
  const refused = (environment: NodeJS.ProcessEnv) => resultOf(runEvenkeel(['start'], environment));

  it('names a port that is none, and one that is taken', async () => {
    expect(await refused({ PORT: 'web', EVENKEEL_DATA: join(folder, 'none') })).toEqual({
      code: 65,
      out: '',
      err: 'PORT is "web": give a number from 1 to 65535.\n',
    });
    expect(await readdir(folder)).not.toContain('none');
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const result = await refused({ PORT: String(port), EVENKEEL_DATA: await makeDataFolder('shared') });
    other.close();
    expect(result).toMatchObject({
      code: 69,
      err: `Port ${port} is taken, perhaps by another Evenkeel: use its address, or start with PORT=4580.\n`,
    });
    expect(await readPostmaster(clusterOf(join(folder, 'shared')))).toBeUndefined();
  });

  it('names a server that does not answer or is no address, and keeps its password to itself', async () => {
    const away = await refused({ DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/firm' });
    expect(away).toMatchObject({ code: 69, err: expect.stringMatching(/^Evenkeel can't reach .*ECONNREFUSED.*\n$/) });
    const wrong = await refused({ DATABASE_URL: 'postgresql://me:secret@127.0.0.1:port/firm' });
    expect(wrong).toMatchObject({ code: 65, err: expect.stringMatching(/^DATABASE_URL .*\n$/) });
    expect(away.err + wrong.err).not.toContain('secret');
  });
});
