import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Attribute } from './attributes.ts';

/** Which group somebody belongs to. Nothing outside this capability reads it (docs/methods/fairness.md). */
export type GivenGroup = { personId: PersonId; attribute: Attribute; group: string };

/** What the actor may read: everything for HR, one's own for everyone else. */
export async function readGroups(db: Db, personId?: PersonId): Promise<GivenGroup[]> {
  const rows = await db
    .selectFrom('protected_attribute')
    .select(['person_id', 'attribute', 'value'])
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId!))
    .orderBy('person_id')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    attribute: row.attribute as Attribute,
    group: row.value,
  }));
}

/** Keeps groups, in one statement; the last word counts. */
export async function saveGroups(db: Db, given: readonly GivenGroup[], day: Day): Promise<void> {
  const people = given.map((one) => one.personId);
  const attributes = given.map((one) => one.attribute);
  const groups = given.map((one) => one.group);
  await sql`insert into protected_attribute (person_id, attribute, value, given_on)
            select p, a, v, ${day} from unnest(${people}::bigint[], ${attributes}::text[], ${groups}::text[]) as given (p, a, v)
            on conflict (org_id, person_id, attribute) do update set value = excluded.value, given_on = excluded.given_on`.execute(
    db,
  );
}

/** Removes what is kept: of one attribute, of one person, or all that the actor may change; how much it was. */
export async function removeGroups(
  db: Db,
  of: { attribute?: Attribute | undefined; personId?: PersonId | undefined },
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('protected_attribute')
    .$if(of.attribute !== undefined, (query) => query.where('attribute', '=', of.attribute!))
    .$if(of.personId !== undefined, (query) => query.where('person_id', '=', of.personId!))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
