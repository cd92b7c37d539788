import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId } from '../people/types.ts';

/** That a lead's cards of a day were made. */
export type CardPass = {
  leadId: PersonId;
  /** How many there were. */
  cards: number;
  /** The last import that was known then; 0: none. */
  importId: number;
};

/** For whom the cards of a day were made. */
export async function readPasses(db: Db, day: Day): Promise<CardPass[]> {
  const rows = await db
    .selectFrom('card_pass')
    .select(['lead_id', 'cards', 'import_id'])
    .where('day', '=', day)
    .orderBy('lead_id')
    .execute();
  return rows.map((row) => ({ leadId: row.lead_id as PersonId, cards: row.cards, importId: row.import_id }));
}

/** Notes for whom they were made, in the place of an earlier note. */
export async function savePasses(db: Db, day: Day, passes: readonly CardPass[]): Promise<void> {
  await sql`
    insert into card_pass (lead_id, day, cards, import_id)
    select "leadId", ${day}::date, cards, "importId"
    from jsonb_to_recordset(${JSON.stringify(passes)}::jsonb) as given ("leadId" bigint, cards smallint, "importId" bigint)
    on conflict (org_id, lead_id, day) do update set cards = excluded.cards, import_id = excluded.import_id`.execute(
    db,
  );
}

/** The last import that brought something; 0: none did. */
export async function readNewestImport(db: Db): Promise<number> {
  const { rows } = await sql<{ newest: number }>`
    select coalesce(max(import_id), 0) as newest from import_run where state = 'done'`.execute(db);
  return rows[0]!.newest;
}
