import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Install, openInstall } from './install.ts';

/** Nobody will miss the data after a crash, so nothing waits for the disk. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '4GB' };

/** Works with a database of its own in a temporary folder, of which nothing is left afterwards; `signal` ends it early. */
export async function withThrowAway<T>(signal: AbortSignal, work: (install: Install) => Promise<T>): Promise<T> {
  // Short, because the server's socket lies in it and its path must be.
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-'));
  try {
    // For root another user runs the server, who must be able to come through.
    await chmod(folder, 0o711);
    const install = await openInstall({}, { dataFolder: folder, mayCreateUser: false, settings: SETTINGS });
    const { database } = install;
    const stop = () => database.close({ atOnce: true });
    signal.addEventListener('abort', stop);
    try {
      signal.throwIfAborted();
      return await work(install);
    } finally {
      signal.removeEventListener('abort', stop);
      await database.close({ atOnce: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
