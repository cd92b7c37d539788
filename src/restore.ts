import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Client } from 'pg';
import { backupSource, writeBackupFile } from './backup-file.ts';
import { Refusal } from './base/errors.ts';
import { isoOf, systemClock } from './base/time.ts';
import { configOf, keyPlaceOf } from './install.ts';
import { noteInEveryFirm } from './note-in-firms.ts';
import { withOwner } from './platform/db/connect.ts';
import { readMigrations } from './platform/db/migrate.ts';
import { checkOrigin, isEmptyDatabase, isInUse, restoreDatabase, verifyBackup } from './platform/db/restore.ts';
import { createAppRole } from './platform/db/roles.ts';
import { markOf, readMarkAsOwner } from './platform/secrets/key-check.ts';
import { findKey, type KeyPlace, sayWhere, writeKey } from './platform/secrets/key-file.ts';
import { createSecrets, parseKey } from './platform/secrets/secrets.ts';
import { leaveOutDue } from './records/delivery/restored.store.ts';
import { createProgressBar, interruptible } from './terminal.ts';

/** What `evenkeel restore` was given, as command-line.ts declares it. */
export type RestoreOptions = { replace?: boolean };

/** `evenkeel restore`: what a backup holds, all of it or nothing. The file is read whole before anything is touched. */
export async function restore(environment: NodeJS.ProcessEnv, file: string, options: RestoreOptions): Promise<void> {
  const path = resolve(file);
  const config = configOf(environment);
  const place = keyPlaceOf(environment, config.dataFolder);
  const migrations = await readMigrations(config.migrationsFolder);
  const source = backupSource(path);
  const { header, sha256 } = await verifyBackup(source);
  checkOrigin(header, migrations, source.complain);
  const present = await findKey(place);
  await interruptible((signal) =>
    withOwner(config, async (client, { alone }) => {
      if (!alone || (await isInUse(client))) throw inUse();
      await createAppRole(client);
      if (!(await isEmptyDatabase(client))) await clearTheWay(client, path, options, signal);
      const brought = header.key === undefined ? undefined : parseKey(header.key);
      const bar = createProgressBar(process.stderr, `Restoring ${basename(path)}`);
      const keys = await withKey(place, present, brought, async () => {
        const onRows = (rows: number) => {
          signal.throwIfAborted();
          bar.report(rows, null);
        };
        const rows = await restoreDatabase(client, { ...source, sha256 }, migrations, { onRows });
        await leaveOutDue(client);
        bar.done('');
        console.log(
          `Restored ${rows.toLocaleString('en')} rows from ${path}, written ${header.created} by Evenkeel ${header.evenkeel}.`,
        );
      });
      for (const line of keys.lines) console.log(line);
      await noteInEveryFirm(client, config, keys.key, 'restore');
      await sayKey(client, place, keys.key);
    }),
  );
  console.log('Whoever was signed in when it was written still is, for as long as that sign-in lasts.');
}

const inUse = () =>
  new Refusal('conflict', 'Evenkeel is running on this database: stop it, then restore again. Nothing was changed.');

/** Refuses to touch what is there, or keeps it in a file first. */
async function clearTheWay(
  client: Client,
  path: string,
  { replace }: RestoreOptions,
  signal: AbortSignal,
): Promise<void> {
  if (!replace) {
    throw new Refusal(
      'conflict',
      'There is data here already, and a restore would replace it: restore into an install with nothing in it (another ' +
        'EVENKEEL_DATA or DATABASE_URL), or give --replace, which first writes a backup of what is here.',
    );
  }
  const time = isoOf(systemClock()).slice(0, 19).replaceAll(':', '');
  const kept = join(dirname(path), `evenkeel-before-restore-${time}.evk`);
  await writeBackupFile(client, kept, { signal, title: 'Keeping what is here' });
  console.log(`What was here is kept in ${kept}.`);
}

type Keys = { key: Uint8Array | undefined; lines: string[] };

/**
 * Puts the key that a backup brought where the program looks for it, and does the work; if that fails, everything is as it
 * was. Another key that lies there is kept beside it.
 */
async function withKey(
  place: KeyPlace,
  present: Uint8Array | undefined,
  brought: Uint8Array | undefined,
  work: () => Promise<void>,
): Promise<Keys> {
  const same = brought && present && Buffer.from(brought).equals(present);
  if (!brought || same || place.given) {
    await work();
    return { key: present, lines: [] };
  }
  const aside = `${place.file}.before-restore`;
  if (present) await rename(place.file, aside);
  try {
    await writeKey(place.file, brought);
    await work();
  } catch (error) {
    await rm(place.file, { force: true });
    if (present) await rename(aside, place.file);
    throw error;
  }
  const lines = [`The key that came with it lies in ${place.file} now.`];
  if (present) lines.push(`The key that was there is kept in ${aside}.`);
  return { key: brought, lines };
}

/** Says what doesn't work without the right key, and how to get there. */
async function sayKey(client: Client, place: KeyPlace, key: Uint8Array | undefined): Promise<void> {
  const mark = await readMarkAsOwner(client);
  if (mark === undefined || (key && mark === markOf(createSecrets(key)))) return;
  console.log(
    key
      ? `The key in ${sayWhere(place)} is not the one that this data was kept with.`
      : `The key that this data was kept with is not here: ${place.file} is where it belongs.`,
  );
  console.log(
    'Without it Evenkeel does not start, because it could not check codes of apps, use the secrets of single sign-on, ' +
      'recognise people who were erased, or tell whether the audit log was changed.',
  );
  console.log(
    `Put the key of the machine where the backup was made there (its secret.key)${place.given ? ', or into EVENKEEL_KEY' : ''}. If it is lost for good, run \`evenkeel new-key\`.`,
  );
}
