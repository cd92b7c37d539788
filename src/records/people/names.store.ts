import type { Db } from '../../platform/db/connect.ts';
import type { PersonId } from './types.ts';

/** What everybody in the firm is called, for whoever signs in as a person. */
export async function readNames(db: Db): Promise<Map<PersonId, string>> {
  const rows = await db.selectFrom('person_called').select(['person_id', 'name']).execute();
  return new Map(rows.map((row) => [row.person_id as PersonId, row.name!]));
}
