import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { Refusal } from '../../../base/errors.ts';
import { type Account, runProgram } from './program.ts';

/** Tried in this order; the first that exists runs PostgreSQL when Evenkeel is run as root. */
const NAMES = ['evenkeel', 'postgres', 'nobody'] as const;

/**
 * As which user PostgreSQL runs. It refuses to run as root and initdb refuses an id without a name, so root hands over
 * to the owner of existing data, else to a system user `evenkeel` (made when allowed), else `postgres`, else `nobody`.
 */
export async function chooseAccount(databaseFolder: string, mayCreateUser: boolean): Promise<Account> {
  if (process.getuid?.() !== 0) {
    assertNamed();
    return {};
  }
  const owner = await stat(databaseFolder).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of NAMES) {
    const account = (await lookUp(name)) ?? (name === 'evenkeel' && mayCreateUser ? await create(name) : undefined);
    if (account) return account;
  }
  throw new Refusal(
    'unavailable',
    'PostgreSQL must not run as root and this machine has no user "evenkeel", "postgres" or "nobody" to run it: ' +
      'create one, run Evenkeel as an ordinary user, or set DATABASE_URL.',
  );
}

function assertNamed(): void {
  if (process.platform === 'win32') return;
  try {
    userInfo();
  } catch (cause) {
    throw new Refusal(
      'unavailable',
      `The user id ${process.getuid?.()} has no name on this machine and PostgreSQL refuses to run without one: ` +
        'run Evenkeel as a named user or set DATABASE_URL.',
      {},
      cause,
    );
  }
}

async function lookUp(name: string): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([runProgram('id', ['-u', name]), runProgram('id', ['-g', name])]);
  if (uid.code !== 0 || gid.code !== 0) return undefined;
  const account = { uid: Number(uid.output), gid: Number(gid.output) };
  return account.uid > 0 ? account : undefined;
}

async function create(name: string): Promise<Account | undefined> {
  const { code } = await runProgram('useradd', [
    '--system',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    '--comment',
    'Evenkeel database',
    name,
  ]);
  return code === 0 ? lookUp(name) : undefined;
}
