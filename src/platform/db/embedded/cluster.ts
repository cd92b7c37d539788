import { randomBytes, randomUUID } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../../base/errors.ts';
import { systemClock } from '../../../base/time.ts';
import type { Binaries } from './binaries.ts';
import { type Account, runProgram } from './program.ts';

/** Where one PostgreSQL server keeps its files, and the password of its administrator. */
export type Cluster = { data: string; password: string };

/** The administrator of the embedded server; owns the database, never runs a request. */
export const ADMIN = 'evenkeel';

const DRAFT = 'new-';
const DRAFT_KEPT_MS = 600_000;

/**
 * Opens the cluster in `<databaseFolder>/<major>`, or makes it. It is made under another name and renamed when it is
 * whole: a start that was killed leaves no half-made cluster, and of two first starts at once one wins. Unless it must
 * last, nothing waits for the disk.
 */
export async function openCluster(
  databaseFolder: string,
  binaries: Binaries,
  account: Account,
  { mustLast = true }: { mustLast?: boolean } = {},
): Promise<Cluster> {
  const folder = join(databaseFolder, String(binaries.major));
  const names = await readdir(databaseFolder);
  if (!names.includes(String(binaries.major))) {
    refuseOtherMajor(databaseFolder, names, binaries.major);
    await removeOldDrafts(databaseFolder, names);
    await makeCluster(folder, join(databaseFolder, DRAFT + randomUUID()), binaries, account, mustLast);
  }
  return { data: join(folder, 'data'), password: (await readFile(join(folder, 'password'), 'utf8')).trim() };
}

/** Starting empty beside someone's data would look like losing it. */
function refuseOtherMajor(databaseFolder: string, names: readonly string[], major: number): void {
  const other = names.find((name) => /^\d+$/.test(name));
  if (other === undefined) return;
  throw new Refusal(
    'unavailable',
    `The data in ${join(databaseFolder, other)} was written by PostgreSQL ${other} and this Evenkeel comes with ` +
      `PostgreSQL ${major}: start the Evenkeel version that wrote it and export, then import here.`,
  );
}

async function removeOldDrafts(databaseFolder: string, names: readonly string[]): Promise<void> {
  for (const name of names.filter((each) => each.startsWith(DRAFT))) {
    const draft = join(databaseFolder, name);
    const found = await stat(draft).catch(() => undefined);
    if (found && systemClock() - found.mtimeMs > DRAFT_KEPT_MS) await rm(draft, { recursive: true, force: true });
  }
}

async function makeCluster(
  folder: string,
  draft: string,
  binaries: Binaries,
  account: Account,
  mustLast: boolean,
): Promise<void> {
  const passwordFile = join(draft, 'password');
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (account.uid !== undefined) {
    for (const path of [draft, passwordFile]) await chown(path, account.uid, account.gid ?? account.uid);
  }
  const made = await runProgram(
    binaries.initdb,
    [
      ...['--pgdata', join(draft, 'data'), '--username', ADMIN, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      // The builtin locale sorts and folds the same on every machine, so a move to another one breaks no index.
      ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
      '--no-instructions',
      ...(mustLast ? [] : ['--no-sync']),
    ],
    account,
  );
  if (made.code !== 0) {
    await rm(draft, { recursive: true, force: true });
    const reason =
      made.output.split('\n').findLast((line) => line.includes('error:')) ?? made.output.split('\n').at(-1);
    throw new Refusal('unavailable', `PostgreSQL could not set up its data in ${folder}: ${reason}`, {
      output: made.output,
    });
  }
  await rename(draft, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(draft, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'EPERM') throw error;
  });
}
