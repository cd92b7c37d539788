import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId } from '../people/types.ts';
import type { Competency } from '../voice/types.ts';
import type { PracticeAnswer } from './types.ts';

/** Answers that the actor may read: their own, and those they were asked to read; the newest first. */
export async function readAnswers(
  db: Db,
  of: { answerId?: number; personId?: PersonId } = {},
): Promise<PracticeAnswer[]> {
  const rows = await db
    .selectFrom('practice_answer')
    .selectAll()
    .$if(of.answerId !== undefined, (query) => query.where('answer_id', '=', of.answerId!))
    .$if(of.personId !== undefined, (query) => query.where('person_id', '=', of.personId!))
    .orderBy('answer_id', 'desc')
    .execute();
  const ids = rows.map(({ answer_id }) => answer_id);
  const scores = await db
    .selectFrom('practice_score')
    .select(['answer_id', 'competency', 'level'])
    .where('answer_id', 'in', ids.length > 0 ? ids : [0])
    .orderBy('competency')
    .execute();
  const byAnswer = Map.groupBy(scores, ({ answer_id }) => answer_id);
  return rows.map((row) => ({
    answerId: row.answer_id,
    personId: row.person_id as PersonId,
    caseId: row.case_id,
    text: row.text,
    writtenOn: row.written_on as Day,
    scorerId: row.scorer_id as PersonId | null,
    sentOn: row.sent_on as Day | null,
    scoredOn: row.scored_on as Day | null,
    note: row.note,
    scores: (byAnswer.get(row.answer_id) ?? []).map(({ competency, level }) => ({
      competency: competency as Competency,
      level,
    })),
  }));
}

/** Keeps a new answer of one's own. */
export async function insertAnswer(
  db: Db,
  answer: Pick<PracticeAnswer, 'personId' | 'caseId' | 'text' | 'writtenOn' | 'scorerId' | 'sentOn'>,
): Promise<number> {
  const row = await db
    .insertInto('practice_answer')
    .values({
      person_id: answer.personId,
      case_id: answer.caseId,
      text: answer.text,
      written_on: answer.writtenOn,
      scorer_id: answer.scorerId,
      sent_on: answer.sentOn,
    })
    .returning('answer_id')
    .executeTakeFirstOrThrow();
  return row.answer_id;
}

/** Rewrites an answer of one's own that nobody has read yet; false: there is none such. */
export async function updateAnswer(
  db: Db,
  answerId: number,
  answer: Pick<PracticeAnswer, 'personId' | 'text' | 'writtenOn' | 'scorerId' | 'sentOn'>,
): Promise<boolean> {
  const row = await db
    .updateTable('practice_answer')
    .set({ text: answer.text, written_on: answer.writtenOn, scorer_id: answer.scorerId, sent_on: answer.sentOn })
    .where('answer_id', '=', answerId)
    .where('person_id', '=', answer.personId)
    .where('sent_on', 'is', null)
    .returning('answer_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Removes an answer of one's own, with what was said to it; false: there is none such. */
export async function deleteAnswer(db: Db, answerId: number, personId: PersonId): Promise<boolean> {
  const row = await db
    .deleteFrom('practice_answer')
    .where('answer_id', '=', answerId)
    .where('person_id', '=', personId)
    .returning('answer_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps what the reader saw in an answer, in place of what they said before. In the program's standing. */
export async function saveScores(
  db: Db,
  answer: Pick<PracticeAnswer, 'answerId' | 'personId'>,
  said: { scorerId: PersonId | null; day: Day; note: string | null; scores: PracticeAnswer['scores'] },
): Promise<void> {
  const { answerId, personId } = answer;
  await db.deleteFrom('practice_score').where('answer_id', '=', answerId).execute();
  await db
    .insertInto('practice_score')
    .values(
      said.scores.map(({ competency, level }) => ({
        answer_id: answerId,
        competency,
        person_id: personId,
        level,
        scorer_id: said.scorerId,
      })),
    )
    .execute();
  await db
    .updateTable('practice_answer')
    .set({ scored_on: said.day, note: said.note })
    .where('answer_id', '=', answerId)
    .execute();
}
