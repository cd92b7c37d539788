import { sql } from 'kysely';
import type { Day, Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId } from '../people/types.ts';
import type { Completion, CompletionSource, WaitingCompletion } from './types.ts';

/** How many people completed each course. In the program's standing: nobody is in it. */
export async function countCompletions(db: Db): Promise<Map<number, number>> {
  const { rows } = await sql<{ course: number; people: number }>`
    select course_id as course, count(distinct person_id) as people from completion group by course_id`.execute(db);
  return new Map(rows.map(({ course, people }) => [course, people]));
}

/** What somebody completed, the newest first. */
export async function readCompletions(db: Db, personId: PersonId): Promise<{ title: string; doneOn: Day }[]> {
  const rows = await db
    .selectFrom('completion as c')
    .innerJoin('course as k', (join) =>
      join.onRef('k.org_id', '=', 'c.org_id').onRef('k.course_id', '=', 'c.course_id'),
    )
    .select(['k.title', 'c.done_on'])
    .where('c.person_id', '=', personId)
    .orderBy('c.done_on', 'desc')
    .orderBy('k.title')
    .execute();
  return rows.map((row) => ({ title: row.title, doneOn: row.done_on as Day }));
}

/** Adds completions in one statement; answers with those that were new. In the program's standing. */
export async function saveCompletions(db: Db, completions: readonly Completion[]): Promise<Completion[]> {
  if (completions.length === 0) return [];
  const { rows } = await sql<Completion>`
    insert into completion (person_id, course_id, done_on, source)
    select distinct on ("personId", "courseId", "doneOn") "personId", "courseId", "doneOn", source
    from jsonb_to_recordset(${JSON.stringify(completions)}::jsonb)
      as g ("personId" bigint, "courseId" bigint, "doneOn" date, source text)
    on conflict (org_id, person_id, course_id, done_on) do nothing
    returning person_id as "personId", course_id as "courseId", done_on as "doneOn", source`.execute(db);
  return rows;
}

/** Completions of people or courses that aren't known here, the newest first. */
export async function readWaitingCompletions(db: Db): Promise<WaitingCompletion[]> {
  const rows = await db
    .selectFrom('waiting_completion')
    .selectAll()
    .orderBy('received_at', 'desc')
    .orderBy('waiting_id', 'desc')
    .execute();
  return rows.map((row) => ({
    waitingId: row.waiting_id,
    who: row.who,
    what: row.what,
    title: row.title,
    doneOn: row.done_on as Day,
    source: row.source as CompletionSource,
    statementId: row.statement_id,
  }));
}

/** Keeps what can't be matched yet; the same one once. */
export async function saveWaiting(
  db: Db,
  waiting: readonly Omit<WaitingCompletion, 'waitingId'>[],
  at: Instant,
): Promise<void> {
  if (waiting.length === 0) return;
  await sql`
    insert into waiting_completion (who, what, title, done_on, source, statement_id, received_at)
    select who, what, title, "doneOn", source, "statementId", ${timestamp(at)}
    from jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb)
      as g (who text, what text, title text, "doneOn" date, source text, "statementId" uuid)
    on conflict do nothing`.execute(db);
}

/** Removes what was matched or dropped; answers with how many there were. */
export async function deleteWaiting(db: Db, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await db
    .deleteFrom('waiting_completion')
    .where('waiting_id', 'in', [...ids])
    .returning('waiting_id')
    .execute();
  return rows.length;
}

/** What some people completed, of those kept. In the program's standing. */
export async function readKnownCompletions(db: Db, people: readonly PersonId[]): Promise<Completion[]> {
  const rows = await db
    .selectFrom('completion')
    .select(['person_id', 'course_id', 'done_on', 'source'])
    .where('person_id', 'in', people.length > 0 ? [...people] : [0])
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    courseId: row.course_id,
    doneOn: row.done_on as Day,
    source: row.source as CompletionSource,
  }));
}
