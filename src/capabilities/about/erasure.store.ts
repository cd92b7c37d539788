import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';

/** Somebody's wish to be erased. */
export type ErasureRequest = { personId: number; name: string; askedAt: Instant };

/** Keeps a person's wish to be erased; asked again, the first day stands. */
export async function saveErasureRequest(db: Db, personId: number, now: Instant): Promise<void> {
  await db
    .insertInto('erasure_request')
    .values({ person_id: personId, asked_at: timestamp(now) })
    .onConflict((one) => one.doNothing())
    .execute();
}

/** Takes the wish back. */
export async function deleteErasureRequest(db: Db, personId: number): Promise<void> {
  await db.deleteFrom('erasure_request').where('person_id', '=', personId).execute();
}

/** Everyone's wishes to be erased that the actor may read, the oldest first. */
export async function readErasureRequests(db: Db): Promise<ErasureRequest[]> {
  const rows = await db
    .selectFrom('erasure_request as r')
    .innerJoin('person_called as p', 'p.person_id', 'r.person_id')
    .select(['r.person_id', 'p.name', 'r.asked_at'])
    .orderBy('r.asked_at')
    .execute();
  return rows.map((row) => ({ personId: row.person_id, name: row.name!, askedAt: row.asked_at as Instant }));
}

/** The name of a person of this firm; undefined when there is none. */
export async function readName(db: Db, personId: number): Promise<string | undefined> {
  const row = await db.selectFrom('person').select('name').where('person_id', '=', personId).executeTakeFirst();
  return row?.name;
}
