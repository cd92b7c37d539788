import { sql } from 'kysely';
import type { Day, Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId, SeatId } from '../people/types.ts';
import type { Mark, Said, TrialReview, TrialSide, TrialWish } from './types.ts';

/** Whose days and words they are: each row says it, so that each table says by itself who may read it. */
export type OfTrial = { trialId: number; seatId: SeatId; personId: PersonId };

/** The days on which both look at trials, in their order, with what each said, by trial. */
export async function readTrialReviews(db: Db, trialIds: readonly number[]): Promise<Map<number, TrialReview[]>> {
  const these = sql<number>`any(${[...trialIds]}::bigint[])`;
  const days = await db
    .selectFrom('trial_review')
    .select(['trial_id', 'review_id', 'day'])
    .where('trial_id', '=', these)
    .orderBy('day')
    .execute();
  const words = await db
    .selectFrom('trial_word as w')
    .innerJoin('trial_review as r', 'r.review_id', 'w.review_id')
    .select(['w.review_id', 'w.side', 'w.words', 'w.marks', 'w.wish', 'w.told_in_talk', 'w.said_at'])
    .where('r.trial_id', '=', these)
    .execute();
  const said = (reviewId: number, side: TrialSide): Said | null => {
    const row = words.find((one) => one.review_id === reviewId && one.side === side);
    return row
      ? {
          words: row.words,
          marks: row.marks as Mark[],
          wish: row.wish as TrialWish | null,
          toldInTalk: row.told_in_talk,
          at: row.said_at as Instant,
        }
      : null;
  };
  const reviews = days.map((row) => ({
    trialId: row.trial_id,
    reviewId: row.review_id,
    day: row.day as Day,
    person: said(row.review_id, 'person'),
    decider: said(row.review_id, 'decider'),
  }));
  return Map.groupBy(reviews, ({ trialId }) => trialId);
}

/** Adds days on which both look at a trial; a day that is there already stays as it is. */
export async function addTrialReviews(db: Db, of: OfTrial, days: readonly Day[]): Promise<void> {
  if (days.length === 0) return;
  const { trialId, seatId, personId } = of;
  await db
    .insertInto('trial_review')
    .values(days.map((day) => ({ trial_id: trialId, seat_id: seatId, person_id: personId, day })))
    .onConflict((conflict) => conflict.columns(['org_id', 'trial_id', 'day']).doNothing())
    .execute();
}

/** Keeps what one of the two says at a review; what they said there before gives way. */
export async function saveTrialWords(
  db: Db,
  of: Omit<OfTrial, 'trialId'> & { reviewId: number; side: TrialSide; by: string },
  { words, marks, wish, toldInTalk, at }: Said,
): Promise<void> {
  const set = {
    ...{ words, marks: JSON.stringify(marks), wish, told_in_talk: toldInTalk },
    ...{ said_by: of.by, said_at: timestamp(at) },
  };
  await db
    .insertInto('trial_word')
    .values({ review_id: of.reviewId, side: of.side, seat_id: of.seatId, person_id: of.personId, ...set })
    .onConflict((conflict) => conflict.columns(['org_id', 'review_id', 'side']).doUpdateSet(set))
    .execute();
}

/** Takes out days on which nobody said anything, from one on; null: all of them. */
export async function dropSilentReviews(db: Db, trialId: number, after: Day | null): Promise<void> {
  await db
    .deleteFrom('trial_review as r')
    .where('trial_id', '=', trialId)
    .$if(after !== null, (query) => query.where('day', '>', after!))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('trial_word as w').select('w.side').whereRef('w.review_id', '=', 'r.review_id'))),
    )
    .execute();
}
