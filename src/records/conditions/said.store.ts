import { sql } from 'kysely';
import { type Day, dayOf, type Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId } from '../people/types.ts';
import type { Feeling, GrowthStep, OwnWord } from './types.ts';

/** Who lets their lead see their weeks, as far as the actor may know: themselves, or all in the program's standing. */
export async function readShared(db: Db): Promise<Set<PersonId>> {
  const rows = await db.selectFrom('condition_share').select('person_id').where('with_lead', '=', true).execute();
  return new Set(rows.map(({ person_id }) => person_id as PersonId));
}

/** Says whether one's own lead sees one's weeks. */
export async function saveShare(db: Db, personId: PersonId, withLead: boolean, at: Instant): Promise<void> {
  await sql`
    insert into condition_share (person_id, with_lead, changed_at) values (${personId}, ${withLead}, ${timestamp(at)})
    on conflict (org_id, person_id) do update set with_lead = excluded.with_lead, changed_at = excluded.changed_at`.execute(
    db,
  );
}

/** What these people said, the newest first, as far as the actor may read it. The program itself may not. */
export async function readOwnWords(db: Db, people: readonly PersonId[]): Promise<OwnWord[]> {
  const rows = await db
    .selectFrom('own_word')
    .select(['word_id', 'person_id', 'said_at', 'feeling', 'text', 'with_lead'])
    .where('person_id', 'in', people.length > 0 ? [...people] : [0])
    .orderBy('said_at', 'desc')
    .orderBy('word_id', 'desc')
    .execute();
  return rows.map((row) => ({
    wordId: row.word_id,
    personId: row.person_id as PersonId,
    day: dayOf(row.said_at as Instant),
    feeling: row.feeling as Feeling,
    text: row.text,
    withLead: row.with_lead,
  }));
}

/** Keeps a word of one's own. */
export async function insertOwnWord(
  db: Db,
  word: Pick<OwnWord, 'personId' | 'feeling' | 'text' | 'withLead'>,
  at: Instant,
): Promise<void> {
  await sql`
    insert into own_word (person_id, said_at, feeling, text, with_lead)
    values (${word.personId}, ${timestamp(at)}, ${word.feeling}, ${word.text}, ${word.withLead})`.execute(db);
}

/** Takes a word of one's own back; false: there is none such. */
export async function deleteOwnWord(db: Db, personId: PersonId, wordId: number): Promise<boolean> {
  const rows = await db
    .deleteFrom('own_word')
    .where('word_id', '=', wordId)
    .where('person_id', '=', personId)
    .returning('word_id')
    .execute();
  return rows.length > 0;
}

/**
 * Growth steps up to a day that the actor may read, the newest first: those noted here, what was done of development plans, and
 * courses that were completed without being part of one.
 */
export async function readSteps(db: Db, until: Day): Promise<GrowthStep[]> {
  const { rows } = await sql<GrowthStep>`
    with taken as (
      select step_id, person_id, day, text, 'noted' as from_where from growth_step
      union all
      select null, p.person_id, s.closed_on, s.text, 'plan' from plan_step s
        join development_plan p on p.org_id = s.org_id and p.plan_id = s.plan_id
        where s.state = 'done' and s.kind in ('training', 'practice')
      union all
      select null, c.person_id, c.done_on, k.title, 'course' from completion c
        join course k on k.org_id = c.org_id and k.course_id = c.course_id
        where not exists (
          select from plan_need n join development_plan p on p.org_id = n.org_id and p.plan_id = n.plan_id
            join plan_step s on s.org_id = n.org_id and s.plan_id = n.plan_id and s.competency = n.competency
          where p.person_id = c.person_id and n.course_id = c.course_id and s.kind = 'training' and s.state = 'done'))
    select step_id as "stepId", person_id as "personId", day, text, from_where as "from" from taken
    where day <= ${until} order by day desc, step_id desc nulls last, text`.execute(db);
  return rows;
}

/** Notes a growth step. */
export async function insertStep(
  db: Db,
  step: Pick<GrowthStep, 'personId' | 'day' | 'text'>,
  saidBy: string,
): Promise<void> {
  const { personId, day, text } = step;
  await db.insertInto('growth_step').values({ person_id: personId, day, text, said_by: saidBy }).execute();
}

/** Removes a growth step of one of these people; undefined: there is none such. */
export async function deleteStep(db: Db, stepId: number, of: readonly PersonId[]): Promise<PersonId | undefined> {
  const row = await db
    .deleteFrom('growth_step')
    .where('step_id', '=', stepId)
    .where('person_id', 'in', of.length > 0 ? [...of] : [0])
    .returning('person_id')
    .executeTakeFirst();
  return row?.person_id as PersonId | undefined;
}
