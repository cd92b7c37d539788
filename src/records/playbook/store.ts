import type { Db } from '../../platform/db/connect.ts';
import { PLAYBOOK_KEYS, type Playbook, type PlaybookKey, playbookWith } from './definitions.ts';

/** A value that this firm has set itself. */
export type OwnValue = { key: PlaybookKey; value: number; reason: string | null; changedAt: number; changedBy: string };

export async function readOwnValues(db: Db): Promise<OwnValue[]> {
  const rows = await db.selectFrom('playbook_value').selectAll().execute();
  const known = new Set<string>(PLAYBOOK_KEYS);
  return rows
    .filter((row) => known.has(row.key))
    .map((row) => ({
      key: row.key as PlaybookKey,
      value: row.value,
      reason: row.reason,
      changedAt: row.changed_at,
      changedBy: row.changed_by,
    }));
}

/** All values in force in this firm. */
export async function readPlaybook(db: Db): Promise<Playbook> {
  const own = await readOwnValues(db);
  return playbookWith(Object.fromEntries(own.map((row) => [row.key, row.value])));
}

export async function saveOwnValue(db: Db, own: Omit<OwnValue, 'changedAt'>): Promise<void> {
  const row = { key: own.key, value: own.value, reason: own.reason, changed_by: own.changedBy };
  await db
    .insertInto('playbook_value')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'key']).doUpdateSet({ ...row, changed_at: (eb) => eb.fn('now') }),
    )
    .execute();
}

export async function deleteOwnValue(db: Db, key: PlaybookKey): Promise<void> {
  await db.deleteFrom('playbook_value').where('key', '=', key).execute();
}
