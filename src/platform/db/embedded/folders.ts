import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../../../base/errors.ts';
import { type Account, runProgram } from './program.ts';

/** A Unix socket's address holds 107 bytes on Linux and 103 on macOS; PostgreSQL adds `/.s.PGSQL.5432`. */
const LONGEST_SOCKET_FOLDER = 103 - '/.s.PGSQL.5432'.length;

/** Where this install keeps its data when nobody says otherwise: EVENKEEL_DATA, else the user's data folder. */
export function defaultDataFolder(environment: NodeJS.ProcessEnv): string {
  if (environment.EVENKEEL_DATA) return environment.EVENKEEL_DATA;
  if (process.getuid?.() === 0) return '/var/lib/evenkeel';
  if (process.platform === 'win32') {
    return join(environment.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'evenkeel');
  }
  return join(environment.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'evenkeel');
}

/**
 * Makes the data folder and, in it, the folder `database` that belongs to PostgreSQL's user alone; returns the latter.
 */
export async function makeDatabaseFolder(dataFolder: string, databaseFolder: string, account: Account): Promise<void> {
  await mkdir(dataFolder, { recursive: true, mode: account.uid === undefined ? 0o700 : 0o711 });
  await makePrivate(databaseFolder, account);
  if (account.uid === undefined) return;
  const reached = await runProgram('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', databaseFolder], account);
  if (reached.code === 0) return;
  throw new Refusal(
    'unavailable',
    `PostgreSQL's user (id ${account.uid}) can't reach ${databaseFolder}, because a folder above it is closed to others: ` +
      'set EVENKEEL_DATA to a folder that every user may enter, such as /var/lib/evenkeel.',
  );
}

/** Makes the folder of the server's socket, for its user only: beside the data, or somewhere shorter if that is too long. */
export async function makeSocketFolder(databaseFolder: string, account: Account): Promise<string> {
  const beside = join(databaseFolder, 'run');
  if (Buffer.byteLength(beside) <= LONGEST_SOCKET_FOLDER) return makePrivate(beside, account);
  const owner = account.uid ?? process.getuid?.() ?? 0;
  const name = `evenkeel-${owner}-${createHash('sha256').update(databaseFolder).digest('hex').slice(0, 12)}`;
  const short = [tmpdir(), '/tmp'].map((parent) => join(parent, name));
  const folder = short.find((path) => Buffer.byteLength(path) <= LONGEST_SOCKET_FOLDER) ?? join('/tmp', name);
  return makePrivate(folder, account);
}

/** A folder of ours that is already there must really be ours: in /tmp anyone could have put one in our way. */
async function makePrivate(folder: string, account: Account): Promise<string> {
  const owner = account.uid ?? process.getuid?.();
  const made = await mkdir(folder, { mode: 0o700 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  if (made && account.uid !== undefined) await chown(folder, account.uid, account.gid ?? account.uid);
  let found = await lstat(folder);
  // Another first start of ours made it a moment ago and has not handed it over yet.
  if (!made && account.uid !== undefined && found.isDirectory() && found.uid === process.getuid?.()) {
    await chown(folder, account.uid, account.gid ?? account.uid);
    found = await lstat(folder);
  }
  if (!found.isDirectory() || (owner !== undefined && found.uid !== owner)) {
    throw new Refusal(
      'unavailable',
      `${folder} belongs to another user (id ${found.uid}, not ${owner}): run Evenkeel as that user, or remove the ` +
        'folder, or set EVENKEEL_DATA to another one.',
    );
  }
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) await chmod(folder, 0o700);
  return folder;
}
