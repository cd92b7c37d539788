import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId } from '../people/types.ts';
import type {
  CheckAnswer,
  CheckMoment,
  GoalState,
  MentoringCheck,
  MentoringGoal,
  MentoringSession,
  SessionState,
} from './types.ts';

/** Sessions of a pair, by time. */
export async function readMentoringSessions(db: Db, pairId: number): Promise<MentoringSession[]> {
  const rows = await db
    .selectFrom('mentoring_session')
    .select(['session_id', 'at', 'minutes', 'zone', 'state', 'sequence'])
    .where('pair_id', '=', pairId)
    .orderBy('at')
    .orderBy('session_id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    sessionId: row.session_id,
    at: row.at as Instant,
    minutes: row.minutes,
    zone: row.zone,
    state: row.state as SessionState,
    sequence: row.sequence,
  }));
}

/** A session that is to be kept. */
export type NewSession = { at: Instant; minutes: number; zone: string; state?: SessionState };

/** Plans sessions of a pair. */
export async function insertMentoringSessions(db: Db, pairId: number, sessions: readonly NewSession[]): Promise<void> {
  if (sessions.length === 0) return;
  await db
    .insertInto('mentoring_session')
    .values(
      sessions.map(({ at, minutes, zone, state = 'planned' }) => ({
        pair_id: pairId,
        at: timestamp(at),
        minutes,
        zone,
        state,
      })),
    )
    .execute();
}

/** Moves a planned session; false: there is none. */
export async function moveMentoringSession(db: Db, pairId: number, sessionId: number, at: Instant): Promise<boolean> {
  const { rows } = await sql`
    update mentoring_session set at = ${timestamp(at)}, sequence = sequence + 1
    where pair_id = ${pairId} and session_id = ${sessionId} and state = 'planned' returning session_id`.execute(db);
  return rows.length > 0;
}

/** Says what came of a planned session; `removed` takes it off. false: there is no such planned one. */
export async function closeMentoringSession(
  db: Db,
  pairId: number,
  sessionId: number,
  state: 'held' | 'skipped' | 'removed',
): Promise<boolean> {
  const { rows } =
    state === 'removed'
      ? await sql`delete from mentoring_session
          where pair_id = ${pairId} and session_id = ${sessionId} and state = 'planned' returning session_id`.execute(
          db,
        )
      : await sql`update mentoring_session set state = ${state}
          where pair_id = ${pairId} and session_id = ${sessionId} and state = 'planned' returning session_id`.execute(
          db,
        );
  return rows.length > 0;
}

/** Goals of a pair, in the order in which they were written. */
export async function readMentoringGoals(db: Db, pairId: number): Promise<MentoringGoal[]> {
  const rows = await db
    .selectFrom('mentoring_goal')
    .select(['goal_id', 'text', 'state', 'author_id', 'created_at'])
    .where('pair_id', '=', pairId)
    .orderBy('goal_id')
    .execute();
  return rows.map((row) => ({
    goalId: row.goal_id,
    text: row.text,
    state: row.state as GoalState,
    authorId: row.author_id as PersonId | null,
    createdAt: row.created_at as Instant,
  }));
}

/** Writes a goal down. */
export async function insertMentoringGoal(
  db: Db,
  pairId: number,
  goal: { authorId: PersonId; text: string; at: Instant },
): Promise<void> {
  await db
    .insertInto('mentoring_goal')
    .values({ pair_id: pairId, author_id: goal.authorId, text: goal.text, created_at: timestamp(goal.at) })
    .execute();
}

/** Closes a goal or opens it again; false: there is none. */
export async function saveGoalState(
  db: Db,
  pairId: number,
  goalId: number,
  state: GoalState,
  at: Instant,
): Promise<boolean> {
  const result = await db
    .updateTable('mentoring_goal')
    .set({ state, closed_at: state === 'open' ? null : timestamp(at) })
    .where('pair_id', '=', pairId)
    .where('goal_id', '=', goalId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** How many goals a mentee has open in pairs that are over. */
export async function countGoalsBefore(db: Db, menteeId: PersonId): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from mentoring_goal g join mentoring_pair p using (org_id, pair_id)
    where p.mentee_id = ${menteeId} and p.state = 'ended' and g.state = 'open'`.execute(db);
  return rows[0]!.n;
}

/** Takes a mentee's open goals from pairs that are over along into another; answers with how many. */
export async function takeGoalsAlong(db: Db, menteeId: PersonId, pairId: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    update mentoring_goal g set pair_id = ${pairId} from mentoring_pair p
    where p.org_id = g.org_id and p.pair_id = g.pair_id and p.mentee_id = ${menteeId} and p.state = 'ended'
      and g.state = 'open' returning g.goal_id as id`.execute(db);
  return rows.length;
}

/** What the two of a pair said half-way and at the end. */
export async function readMentoringChecks(db: Db, pairId: number): Promise<MentoringCheck[]> {
  const rows = await db
    .selectFrom('mentoring_check')
    .select(['person_id', 'moment', 'answer', 'text'])
    .where('pair_id', '=', pairId)
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    moment: row.moment as CheckMoment,
    answer: row.answer as CheckAnswer,
    text: row.text,
  }));
}

/** Keeps what one of the two says; said again, the last word stands. */
export async function saveMentoringCheck(db: Db, pairId: number, check: MentoringCheck, at: Instant): Promise<void> {
  const said = { answer: check.answer, text: check.text, said_at: timestamp(at) };
  await db
    .insertInto('mentoring_check')
    .values({ pair_id: pairId, person_id: check.personId, moment: check.moment, ...said })
    .onConflict((one) => one.columns(['org_id', 'pair_id', 'person_id', 'moment']).doUpdateSet(said))
    .execute();
}
