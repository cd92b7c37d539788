import type { Client } from 'pg';
import { systemClock } from './base/time.ts';
import { type NotePlace, noteHeads } from './platform/audit/notes.ts';
import { appendAudit } from './platform/audit/store.ts';
import { type DatabaseConfig, openDatabase } from './platform/db/connect.ts';
import { readHistory, readMigrations } from './platform/db/migrate.ts';
import { markOf, readMarkAsOwner } from './platform/secrets/key-check.ts';
import { createSecrets } from './platform/secrets/secrets.ts';
import { SERVER_HOLDER } from './platform/sign-in/actions.ts';

/**
 * Writes into every firm's audit log that somebody who holds the server took or brought back its data. Only where the
 * log can be signed (the database is up to date and its key is here): a backup must not fail for its own record.
 */
export async function noteInEveryFirm(
  owner: Client,
  config: DatabaseConfig,
  key: Uint8Array | undefined,
  action: 'backup' | 'restore',
  /** Where to note how far the logs go now; absent: not noted. */
  place?: NotePlace,
): Promise<void> {
  const [past, migrations] = [await readHistory(owner), await readMigrations(config.migrationsFolder)];
  if (!key || past.length !== migrations.length) return;
  const secrets = createSecrets(key);
  if ((await readMarkAsOwner(owner)) !== markOf(secrets)) return;
  const { rows } = await owner.query<{ org_id: string }>('select org_id from public.firm order by org_id');
  if (rows.length === 0) return;
  const database = await openDatabase(config);
  try {
    for (const { org_id } of rows) {
      const by = { orgId: Number(org_id), actor: SERVER_HOLDER, standing: 'operator' as const };
      await database.transact(by, (db) => appendAudit(db, secrets, by, { action }, systemClock()));
    }
    if (place) await noteHeads(database, SERVER_HOLDER, place);
  } finally {
    await database.close();
  }
}
