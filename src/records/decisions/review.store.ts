import { sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { Again, DecisionReview, OwnLookBack, Stayed, TeamSince } from './types.ts';

/** What became of the decisions that the actor may read, as whoever decides saw it, by decision. */
export async function readDecisionReviews(db: Db): Promise<Map<number, DecisionReview>> {
  const rows = await db.selectFrom('decision_review').selectAll().execute();
  return new Map(
    rows.map((row) => [
      row.decision_id,
      {
        again: row.again as Again,
        stayed: row.stayed as Stayed,
        team: row.team as TeamSince,
        words: row.words,
        reviewedBy: row.reviewed_by,
        reviewedAt: row.reviewed_at as Instant,
      },
    ]),
  );
}

/** What those whom decisions were about say to them, as far as the actor may read it, by decision. */
export async function readOwnLookBacks(db: Db): Promise<Map<number, OwnLookBack>> {
  const rows = await db.selectFrom('decision_word').select(['decision_id', 'words', 'said_at']).execute();
  return new Map(rows.map((row) => [row.decision_id, { words: row.words, at: row.said_at as Instant }]));
}

/** Keeps what became of a decision that the actor may read; what was said before gives way. */
export async function saveLookBack(db: Db, decisionId: number, review: DecisionReview): Promise<void> {
  const { again, stayed, team, words, reviewedBy, reviewedAt } = review;
  await sql`
    insert into decision_review (decision_id, seat_id, person_id, again, stayed, team, words, reviewed_by, reviewed_at)
    select decision_id, seat_id, person_id, ${again}, ${stayed}, ${team}, ${words}, ${reviewedBy}, ${timestamp(reviewedAt)}
    from decision where decision_id = ${decisionId}
    on conflict (org_id, decision_id) do update set again = excluded.again, stayed = excluded.stayed, team = excluded.team,
      words = excluded.words, reviewed_by = excluded.reviewed_by, reviewed_at = excluded.reviewed_at`.execute(db);
}

/** Keeps the words of whom a decision was about; null takes them back. */
export async function saveOwnLookBack(db: Db, decisionId: number, words: string | null, now: Instant): Promise<void> {
  if (words === null) {
    await db.deleteFrom('decision_word').where('decision_id', '=', decisionId).execute();
    return;
  }
  await sql`
    insert into decision_word (decision_id, seat_id, person_id, words, said_at)
    select decision_id, seat_id, person_id, ${words}, ${timestamp(now)}
    from decision where decision_id = ${decisionId} and person_id is not null
    on conflict (org_id, decision_id) do update set words = excluded.words, said_at = excluded.said_at`.execute(db);
}
