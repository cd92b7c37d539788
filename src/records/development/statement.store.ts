import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';

/** What a statement became: a completion, one that waits to be matched, nothing of ours, or void. */
export type Became = 'counted' | 'waiting' | 'other' | 'void';

/** A statement that came: its number, and a fingerprint of what it says. */
export type KeptStatement = { statementId: string; fingerprint: string | null; became: Became };

/** Takes the firm's turn to take statements in, until the transaction ends: the same one twice at once counts once. */
export async function takeStatementTurn(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('evenkeel statements ' || app_org(), 0))`.execute(db);
}

/** Those of some statements that came before. In the program's standing, as everything here. */
export async function readStatements(db: Db, ids: readonly string[]): Promise<Map<string, KeptStatement>> {
  const { rows } = await sql<KeptStatement>`
    select statement_id::text as "statementId", fingerprint, became from learning_statement
    where statement_id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.statementId, row]));
}

/** Notes that statements came, and which completion each became. */
export async function saveStatements(
  db: Db,
  statements: readonly (KeptStatement & { personId: number | null; courseId: number | null; doneOn: string | null })[],
  at: Instant,
): Promise<void> {
  if (statements.length === 0) return;
  await sql`
    insert into learning_statement (statement_id, fingerprint, became, completion_id, received_at)
    select g."statementId", g.fingerprint, g.became, c.completion_id, ${timestamp(at)}
    from jsonb_to_recordset(${JSON.stringify(statements)}::jsonb)
      as g ("statementId" uuid, fingerprint text, became text, "personId" bigint, "courseId" bigint, "doneOn" date)
      left join completion c on c.person_id = g."personId" and c.course_id = g."courseId" and c.done_on = g."doneOn"
    on conflict (org_id, statement_id) do update set
      fingerprint = coalesce(learning_statement.fingerprint, excluded.fingerprint)`.execute(db);
}

/**
 * Makes statements void, also those that are still to come: what only they told is taken back, and nothing waits for them
 * any more. Answers with the people whose completions went.
 */
export async function voidStatements(db: Db, ids: readonly string[], at: Instant): Promise<number[]> {
  if (ids.length === 0) return [];
  await sql`delete from waiting_completion where statement_id = any(${ids}::uuid[])`.execute(db);
  const { rows } = await sql<{ person: number }>`
    with told as (
      select completion_id from learning_statement where statement_id = any(${ids}::uuid[]) and completion_id is not null)
    delete from completion c using told t
    where c.completion_id = t.completion_id and c.source = 'learning-system' and not exists (
      select from learning_statement o where o.completion_id = c.completion_id and o.became = 'counted'
        and o.statement_id <> all(${ids}::uuid[]))
    returning c.person_id as person`.execute(db);
  await sql`
    insert into learning_statement (statement_id, became, received_at)
    select id, 'void', ${timestamp(at)} from unnest(${ids}::uuid[]) as given (id)
    on conflict (org_id, statement_id) do update set became = 'void', completion_id = null`.execute(db);
  return [...new Set(rows.map(({ person }) => person))];
}

/** Statements that waited and were matched now count, each as the completion it became. */
export async function countWaitedStatements(
  db: Db,
  matched: readonly { statementId: string; personId: number; courseId: number; doneOn: string }[],
): Promise<void> {
  await sql`
    update learning_statement s set became = 'counted', completion_id = c.completion_id
    from jsonb_to_recordset(${JSON.stringify(matched)}::jsonb)
      as g ("statementId" uuid, "personId" bigint, "courseId" bigint, "doneOn" date)
      join completion c on c.person_id = g."personId" and c.course_id = g."courseId" and c.done_on = g."doneOn"
    where s.statement_id = g."statementId" and s.became = 'waiting'`.execute(db);
}
