import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** A program that says what it got and ends as it is told. */
const MAIN = `
const args: string[] = process.argv.slice(2);
if (args[0] === 'wait') {
  const timer = setInterval(() => undefined, 1000);
  process.on('SIGTERM', () => { clearInterval(timer); process.exitCode = 7; });
} else process.exitCode = Number(args[0] ?? 0);
// Said last: whoever hears it may send a signal at once.
console.log(JSON.stringify({ args, node: process.versions.node.split('.')[0], cwd: process.cwd() }));
`;

let clone: string;
/** A small clone with one package to install, from a folder, so that nothing is fetched. */
beforeEach(async () => {
  clone = join(tmpdir(), `evenkeel-clone-${randomUUID()}`);
  await mkdir(join(clone, 'src'), { recursive: true });
  await mkdir(join(clone, 'part'));
  await cp(join(ROOT, 'bin'), join(clone, 'bin'), { recursive: true });
  await writeFile(join(clone, 'src/main.ts'), MAIN);
  await writeFile(join(clone, 'part/package.json'), '{"name":"part","version":"1.0.0"}');
  const root = { name: 'clone', version: '1.0.0', devDependencies: { part: 'file:part' } };
  await writeFile(join(clone, 'package.json'), JSON.stringify({ ...root, type: 'module', private: true }));
  const packages = {
    '': root,
    'node_modules/part': { resolved: 'part', link: true },
    part: { version: '1.0.0', dev: true },
  };
  await writeFile(
    join(clone, 'package-lock.json'),
    JSON.stringify({ name: 'clone', lockfileVersion: 3, requires: true, packages }),
  );
});
afterEach(() => rm(clone, { recursive: true }));

type Result = { code: number | null; out: string; err: string };

function collect(child: ChildProcess): Promise<Result> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (part: Buffer) => {
    out += part;
  });
  child.stderr?.on('data', (part: Buffer) => {
    err += part;
  });
  return once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
}

/** As from a shell: without the variables that an npm script around this test has set. */
const start = (args: string[], node = process.execPath, cwd = tmpdir()) => {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  return spawn(node, args, { cwd, env });
};
const bin = () => join(clone, 'bin/evenkeel.js');

test('a fresh clone installs itself, runs from any folder and through a link, and is quick the second time', async () => {
  const link = join(clone, 'link');
  await symlink(bin(), link);
  const first = await collect(start([link, '3', 'two words']));
  expect(first).toMatchObject({ code: 3, err: expect.stringContaining('Installing') });
  expect(JSON.parse(first.out)).toMatchObject({ args: ['3', 'two words'], node: '24', cwd: tmpdir() });
  const installed = await stat(join(clone, 'node_modules/.package-lock.json'));
  const second = await collect(start([bin()]));
  expect(second).toMatchObject({ code: 0, err: '' });
  expect((await stat(join(clone, 'node_modules/.package-lock.json'))).mtimeMs).toBe(installed.mtimeMs);
});

test('two first starts at once install once', async () => {
  const results = await Promise.all([collect(start([bin()])), collect(start([bin()]))]);
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  expect(results.filter(({ err }) => err.includes('Installing'))).toHaveLength(1);
});

test('packages asked for later are installed, and a failure is one sentence', async () => {
  await collect(start([bin()]));
  const file = join(clone, 'package.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"part":"file:part"', '"other":"file:other.tgz"'));
  const failed = await collect(start([bin()]));
  expect(failed.code).toBe(1);
  expect(failed.err).toMatch(
    /The packages could not be installed \(npm ci --include=dev: .*\): check the network, then start again\.\n$/,
  );
  expect(failed.err).not.toContain('    at ');
});

/** Another, older Node on this machine, as most machines have it. */
const olderNode = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'node'))
  .find((node) => {
    try {
      const major = Number(/^v(\d+)/.exec(execFileSync(node, ['--version'], { stdio: 'pipe' }).toString())?.[1]);
      return major >= 20 && major < 24;
    } catch {
      return false;
    }
  });

test.runIf(olderNode)('on an older Node the pinned one runs the program and gets arguments and signals', async () => {
  await collect(start([bin()]));
  await mkdir(join(clone, 'node_modules/node/bin'), { recursive: true });
  await symlink(process.execPath, join(clone, 'node_modules/node/bin/node'));
  const child = start([bin(), 'wait', 'x'], olderNode);
  const result = collect(child);
  const [line] = await once(child.stdout, 'data');
  expect(JSON.parse(String(line))).toMatchObject({ args: ['wait', 'x'], node: '24' });
  child.kill('SIGTERM');
  expect(await result).toMatchObject({ code: 7, err: '' });
});

test.runIf(olderNode)('on an older Node without the pinned one it says what is needed', async () => {
  await collect(start([bin()]));
  expect(await collect(start([bin()], olderNode))).toMatchObject({
    code: 1,
    err: expect.stringContaining('needs Node 24'),
  });
});
