import { existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs';
import { freemem, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';
/** What the servers and firms of a run need at most, some times over. */
const ROOM_BYTES = 4e9;

/**
 * Where tests keep what nobody will miss: in memory, where the system has a folder there with room. A database is a thousand
 * files, and making them is what most disks are slow at. Chosen once for a run (vitest.config.ts), so that all agree.
 */
export const quickFolder = (): string => process.env.EVENKEEL_TEST_FOLDER || tmpdir();

/** The folder in memory, which is made; elsewhere the one for temporary files. */
export function chooseQuickFolder(): string {
  if (!hasRoomInMemory()) return tmpdir();
  const folder = join(IN_MEMORY, `evenkeel-test-${userInfo().username}`);
  // As root, another user runs the servers in it.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  return folder;
}

/** Whether everything in the folder is in memory and goes with it. */
export const isInMemory = (folder: string): boolean => folder.startsWith(`${IN_MEMORY}/`);

function hasRoomInMemory(): boolean {
  if (process.platform !== 'linux' || !existsSync('/proc/mounts')) return false;
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '));
  const [, , type, options = ''] = mounts.find(([, at]) => at === IN_MEMORY) ?? [];
  // A copy of PostgreSQL may have to run from it.
  if (type !== 'tmpfs' || options.split(',').some((one) => one === 'noexec' || one === 'ro')) return false;
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return Math.min(bavail * bsize, freemem()) > ROOM_BYTES;
}
