import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, type DatabaseConfig, openDatabase } from './platform/db/connect.ts';
import { defaultDataFolder } from './platform/db/embedded/folders.ts';
import { openKey } from './platform/secrets/key-file.ts';
import { createSecrets, type Secrets } from './platform/secrets/secrets.ts';

/** Where migrations and the built web lie. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What every command works with: the database, and the key that lies outside it. */
export type Install = { database: Database; secrets: Secrets };

/**
 * The install that the environment names: DATABASE_URL, or the embedded database in EVENKEEL_DATA; the key in
 * EVENKEEL_KEY, or in a file beside the data (EVENKEEL_KEY_FILE), which the first start makes.
 */
export async function openInstall(
  environment: NodeJS.ProcessEnv,
  own: Partial<Pick<DatabaseConfig, 'dataFolder' | 'mayCreateUser' | 'settings' | 'log'>> = {},
): Promise<Install> {
  const config = {
    migrationsFolder: join(ROOT, 'migrations'),
    url: environment.DATABASE_URL || undefined,
    appUrl: environment.DATABASE_APP_URL || undefined,
    dataFolder: defaultDataFolder(environment),
    ...own,
  };
  const database = await openDatabase(config);
  try {
    const file = environment.EVENKEEL_KEY_FILE || join(config.dataFolder, 'secret.key');
    return { database, secrets: createSecrets(await openKey({ given: environment.EVENKEEL_KEY, file })) };
  } catch (error) {
    await database.close();
    throw error;
  }
}
