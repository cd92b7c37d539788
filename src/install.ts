import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, type DatabaseConfig, openDatabase } from './platform/db/connect.ts';
import { defaultDataFolder } from './platform/db/embedded/folders.ts';

/** Where migrations and the built web lie. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Who acts on a start without accounts: the person who can read this terminal. */
export const SINGLE_USER = 'owner';

/** The database of this install, as the environment says: DATABASE_URL, or the embedded one in EVENKEEL_DATA. */
export function openInstall(
  environment: NodeJS.ProcessEnv,
  own: Partial<Pick<DatabaseConfig, 'dataFolder' | 'mayCreateUser' | 'settings' | 'log'>> = {},
): Promise<Database> {
  return openDatabase({
    migrationsFolder: join(ROOT, 'migrations'),
    url: environment.DATABASE_URL || undefined,
    appUrl: environment.DATABASE_APP_URL || undefined,
    dataFolder: defaultDataFolder(environment),
    ...own,
  });
}
