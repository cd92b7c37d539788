import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, type DatabaseConfig, openDatabase } from './platform/db/connect.ts';
import { defaultDataFolder } from './platform/db/embedded/folders.ts';
import { checkKey, missingKey, readMark } from './platform/secrets/key-check.ts';
import { findKey, type KeyPlace, openKey, sayWhere } from './platform/secrets/key-file.ts';
import { createSecrets, type Secrets } from './platform/secrets/secrets.ts';

/** Where migrations and the built web lie. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What every command works with: the database, and the key that lies outside it. */
export type Install = { database: Database; secrets: Secrets };
/** What of the configuration a caller may set otherwise. */
export type OwnConfig = Partial<
  Pick<DatabaseConfig, 'dataFolder' | 'mayCreateUser' | 'settings' | 'log' | 'statementSeconds'>
>;

/** Where the environment says that the database lies. */
export const configOf = (environment: NodeJS.ProcessEnv, own: OwnConfig = {}): DatabaseConfig => ({
  migrationsFolder: join(ROOT, 'migrations'),
  url: environment.DATABASE_URL || undefined,
  appUrl: environment.DATABASE_APP_URL || undefined,
  insecure: environment.EVENKEEL_INSECURE === 'yes',
  dataFolder: defaultDataFolder(environment),
  ...own,
});

/** Where the environment says that the key lies. */
export const keyPlaceOf = (environment: NodeJS.ProcessEnv, dataFolder: string): KeyPlace => ({
  given: environment.EVENKEEL_KEY || undefined,
  file: environment.EVENKEEL_KEY_FILE || join(dataFolder, 'secret.key'),
});

/**
 * The install that the environment names: DATABASE_URL, or the embedded database in EVENKEEL_DATA; the key in
 * EVENKEEL_KEY, or in a file beside the data (EVENKEEL_KEY_FILE), which the first start makes. A database that belongs to
 * another key is refused.
 */
export async function openInstall(environment: NodeJS.ProcessEnv, own: OwnConfig = {}): Promise<Install> {
  const config = configOf(environment, own);
  const place = keyPlaceOf(environment, config.dataFolder);
  const database = await openDatabase(config);
  try {
    // In this order: whoever writes a mark has written the key before.
    if ((await readMark(database)) && !(await findKey(place))) throw missingKey(place.file);
    const secrets = createSecrets(await openKey(place));
    await checkKey(database, secrets, sayWhere(place));
    return { database, secrets };
  } catch (error) {
    await database.close();
    throw error;
  }
}
