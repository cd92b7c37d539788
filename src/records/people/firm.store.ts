import { sql } from 'kysely';
import { Refusal } from '../../base/errors.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { Firm } from './types.ts';

/** A number for a firm that does not exist yet. */
export async function nextFirmNumber(db: Db): Promise<number> {
  const { rows } = await sql<{ id: number }>`select nextval(pg_get_serial_sequence('firm', 'org_id')) as id`.execute(
    db,
  );
  return rows[0]!.id;
}

/** Makes the firm of this transaction: its number is the one that the transaction already carries. */
export async function insertFirm(db: Db, firm: Omit<Firm, 'orgId'>): Promise<void> {
  await sql`insert into firm (org_id, name, sample, story_day) overriding system value
            values (app_org(), ${firm.name}, ${firm.sample}, ${firm.storyDay})`.execute(db);
}

/** Whether everyone who works in this transaction's firm has to sign in with a second factor. */
export async function readSecondFactorRequired(db: Db): Promise<boolean> {
  const row = await db.selectFrom('firm').select('second_factor_required').executeTakeFirst();
  return row?.second_factor_required ?? false;
}

export async function saveSecondFactorRequired(db: Db, required: boolean): Promise<void> {
  await db.updateTable('firm').set({ second_factor_required: required }).execute();
}

/**
 * Removes the firm of this transaction with everything in it. Goes by the catalogue, so that a table added later can't
 * be forgotten; the large tables declare no foreign keys, so nothing would cascade to them.
 */
export async function deleteFirm(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'firm'
      and has_table_privilege(c.oid, 'delete')`.execute(db);
  // Nobody may remove lines of an audit log; a sample's goes through the one function that may.
  await sql`select forget_sample_audit()`.execute(db);
  for (const { name } of rows) await sql`delete from ${sql.table(name)} where org_id = app_org()`.execute(db);
  const { numDeletedRows } = await db.deleteFrom('firm').executeTakeFirst();
  // Row-level security keeps the firm of a log silently; what was removed above comes back with the refusal.
  if (numDeletedRows > 0n) return;
  const { rows: left } = await sql<{ logged: boolean }>`select exists (select from firm) as logged`.execute(db);
  if (left[0]?.logged)
    throw new Refusal('not-allowed', 'A firm whose audit log has lines is not removed: the log has to stay.');
}
