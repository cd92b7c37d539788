import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { notePlaceOf } from './audit.ts';
import { type Written, writeBackupFile } from './backup-file.ts';
import { Refusal } from './base/errors.ts';
import { dayOf, systemClock } from './base/time.ts';
import { configOf, keyPlaceOf } from './install.ts';
import { noteInEveryFirm } from './note-in-firms.ts';
import { type DatabaseConfig, withOwner } from './platform/db/connect.ts';
import { findKey, sayWhere } from './platform/secrets/key-file.ts';
import { interruptible } from './terminal.ts';

/** What `evenkeel backup` was given, as command-line.ts declares it. */
export type BackupOptions = { withKey?: boolean; force?: boolean };

/** `evenkeel backup`: everything in one file, one moment of it, also while the program runs. */
export async function backup(
  environment: NodeJS.ProcessEnv,
  file: string | undefined,
  options: BackupOptions,
): Promise<void> {
  const config = configOf(environment);
  await refuseNothing(config);
  const path = resolve(file ?? `evenkeel-backup-${dayOf(systemClock())}.evk`);
  await refuseTaken(path, options);
  const place = keyPlaceOf(environment, config.dataFolder);
  const key = await findKey(place);
  if (options.withKey && !key) {
    throw new Refusal('not-found', `There is no key to put into the backup: ${sayWhere(place)} is not there.`);
  }
  const written = await interruptible((signal) =>
    withOwner(config, async (client) => {
      await noteInEveryFirm(client, config, key, 'backup', notePlaceOf(environment));
      return writeBackupFile(client, path, { key: options.withKey ? key : undefined, signal });
    }),
  );
  console.log(`${path}: ${say(written)}.`);
  console.log(
    options.withKey
      ? 'The key is in it: whoever has this file can open every stored secret, so move it by a safe way and remove it afterwards.'
      : `The key is not in it. It lies in ${sayWhere(place)}: keep a copy of it in another place than this file.`,
  );
}

const say = ({ rows, bytes }: Written) =>
  `${rows.toLocaleString('en')} rows, ${Math.ceil(bytes / 1000).toLocaleString('en')} kB`;

/** Only to say that nothing is there no database has to be made. */
async function refuseNothing({ url, dataFolder }: DatabaseConfig): Promise<void> {
  if (url || (await stat(join(dataFolder, 'database')).catch(() => undefined))) return;
  throw new Refusal(
    'not-found',
    `There is nothing to back up in ${dataFolder}: set EVENKEEL_DATA or DATABASE_URL as you start Evenkeel.`,
  );
}

async function refuseTaken(path: string, { force }: BackupOptions): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory())
    throw new Refusal('bad-input', `${path} is a folder: give the name of a file in it.`, { file: path });
  if (!there || force) return;
  throw new Refusal('conflict', `${path} is there already: give another name, or --force to write over it.`, {
    file: path,
  });
}
