import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId } from '../people/types.ts';
import type { Remark, RemarkKind, RemarkOutcome } from './types.ts';

/** What people said about themselves, as far as the actor may see it, newest first; `of` somebody, or of everyone. */
export async function readRemarks(db: Db, of: { personId?: PersonId } = {}): Promise<Remark[]> {
  const rows = await db
    .selectFrom('remark')
    .selectAll()
    .$if(of.personId !== undefined, (query) => query.where('person_id', '=', of.personId!))
    .orderBy('at', 'desc')
    .orderBy('remark_id', 'desc')
    .execute();
  return rows.map((row) => ({
    remarkId: row.remark_id,
    personId: row.person_id as PersonId,
    about: row.about,
    kind: row.kind as RemarkKind,
    text: row.text,
    at: row.at as Instant,
    answer: row.answer,
    outcome: row.outcome as RemarkOutcome | null,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at as Instant | null,
  }));
}

/** Keeps what a person says; answers with its number. */
export async function insertRemark(
  db: Db,
  remark: Pick<Remark, 'personId' | 'about' | 'kind' | 'text' | 'at'>,
): Promise<number> {
  const { personId, at, ...rest } = remark;
  const row = await db
    .insertInto('remark')
    .values({ ...rest, person_id: personId, at: timestamp(at) })
    .returning('remark_id')
    .executeTakeFirstOrThrow();
  return row.remark_id;
}

/** Answers a remark that has no answer yet; false where there is none that the actor may answer. */
export async function saveAnswer(
  db: Db,
  remarkId: number,
  answer: { text: string; outcome: RemarkOutcome; by: string; at: Instant },
): Promise<boolean> {
  const result = await db
    .updateTable('remark')
    .set({ answer: answer.text, outcome: answer.outcome, answered_by: answer.by, answered_at: timestamp(answer.at) })
    .where('remark_id', '=', remarkId)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
