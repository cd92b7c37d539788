import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { Refusal } from './base/errors.ts';
import { isoOf, systemClock } from './base/time.ts';
import { ROOT } from './install.ts';
import { type BackupHeader, complaintsOf } from './platform/db/backup-format.ts';
import { dumpDatabase } from './platform/db/dump.ts';
import type { BackupSource } from './platform/db/restore.ts';
import { createProgressBar } from './terminal.ts';

/** What was written: rows and bytes. */
export type Written = { rows: number; bytes: number };

/** Faster than the default by half for files a tenth larger: the database is the slower end then. */
const LEVEL = 4;
/** Fewer, larger writes. */
const CHUNK_BYTES = 262_144;

/**
 * Writes a backup of the database under a name of its own and renames it when it is whole and on the disk: whatever has
 * the right name is complete. Only its owner may read it.
 */
export async function writeBackupFile(
  client: Client,
  path: string,
  { key, signal, title = 'Backup' }: { key?: Uint8Array | undefined; signal: AbortSignal; title?: string },
): Promise<Written> {
  const draft = `${path}.${randomUUID().slice(0, 8)}.part`;
  const bar = createProgressBar(process.stderr, title);
  let rows = 0;
  const onRows = (count: number) => {
    rows = count;
    bar.report(count, null);
  };
  try {
    const about = await aboutNow(key);
    await pipeline(
      Readable.from(dumpDatabase(client, about, onRows), { objectMode: false }),
      createGzip({ level: LEVEL, chunkSize: CHUNK_BYTES }),
      createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }),
      { signal },
    );
    const { size: bytes } = await stat(draft);
    await rename(draft, path);
    await syncFolder(dirname(path));
    return { rows, bytes };
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw explainWriting(path, error);
  } finally {
    bar.done('');
  }
}

async function aboutNow(key: Uint8Array | undefined): Promise<Pick<BackupHeader, 'evenkeel' | 'created' | 'key'>> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const created = isoOf(systemClock());
  return { evenkeel: version, created, ...(key && { key: Buffer.from(key).toString('hex') }) };
}

/** So that the name lasts as the content does; not every system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** A backup as it lies on the disk. */
export function backupSource(path: string): BackupSource {
  const complain = complaintsOf(path);
  return { open: () => unzip(path, complain), complain };
}

async function* unzip(path: string, complain: BackupSource['complain']): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  const done = pipeline(createReadStream(path, { highWaterMark: CHUNK_BYTES }), gunzip).catch(() => undefined);
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new Refusal('not-found', `${path}: there is no such file: check the path.`, { file: path }, error);
    if (code === 'EISDIR')
      throw new Refusal('bad-input', `${path} is a folder: give a backup file.`, { file: path }, error);
    if (code === 'EACCES' || code === 'EPERM')
      throw new Refusal('not-allowed', `${path} can't be opened: you may not read it.`, { file: path }, error);
    if (code === 'Z_BUF_ERROR') throw complain.short(error);
    if (code?.startsWith('Z_'))
      throw message === 'incorrect header check' ? complain.foreign(error) : complain.damaged(error);
    throw error;
  } finally {
    gunzip.destroy();
    await done;
  }
}

/** What a disk answers, in a sentence. */
function explainWriting(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const say = (refusal: 'unavailable' | 'not-allowed' | 'not-found', sentence: string) =>
    new Refusal(refusal, sentence, { file: path }, error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return say(
      'unavailable',
      `There is no room for ${path}: nothing was written, so make room or give another folder.`,
    );
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return say('not-allowed', `${path} can't be written, because its folder doesn't let you: give another one.`);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return say(
      'not-found',
      `${path} can't be written, because there is no folder ${dirname(path)}: make it, or give another one.`,
    );
  return error;
}
