import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Level } from '../../base/units.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId } from '../people/types.ts';
import type { Competency, Observation } from './types.ts';

/** Everything that people said of people in this firm, oldest first. */
export async function readObservations(db: Db): Promise<Observation[]> {
  const rows = await db
    .selectFrom('observation')
    .select(['person_id', 'rater', 'kind', 'competency', 'level', 'day'])
    .orderBy('day')
    .orderBy('observation_id')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    rater: row.rater,
    kind: row.kind as Observation['kind'],
    competency: row.competency as Competency,
    level: row.level as Level | null,
    day: row.day as Day,
  }));
}

/** How many answers were given after a day and up to another, about how many people: of what the reader may read. */
export async function countViewsSince(db: Db, since: Day, until: Day): Promise<{ answers: number; people: number }> {
  const { rows } = await sql<{ answers: number; people: number }>`
    select count(*) as answers, count(distinct person_id) as people from observation
    where day > ${since} and day <= ${until} and level is not null`.execute(db);
  return rows[0]!;
}

/** Adds observations in one statement; the same rater's word of the same day on the same competency is replaced. */
export async function saveObservations(
  db: Db,
  observations: Observation[],
  importId: number | null = null,
): Promise<void> {
  if (observations.length === 0) return;
  const column = <K extends keyof Observation>(key: K) => observations.map((observation) => observation[key]);
  await sql`
    insert into observation (person_id, rater, kind, competency, level, day, import_id)
    select distinct on (person_id, rater, kind, competency, day) person_id, rater, kind, competency, level, day, ${importId}::bigint
    from unnest(${column('personId')}::bigint[], ${column('rater')}::text[], ${column('kind')}::text[],
                ${column('competency')}::text[], ${column('level')}::real[], ${column('day')}::date[])
      with ordinality as said (person_id, rater, kind, competency, level, day, place)
    order by person_id, rater, kind, competency, day, place desc
    on conflict (org_id, person_id, rater, kind, competency, day)
      do update set level = excluded.level, import_id = excluded.import_id`.execute(db);
}
