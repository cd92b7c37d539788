import type { PersonKey, RolesFirm } from './roles-firm.ts';

type One = (text: string, values: unknown[]) => Promise<number>;
const CRITERIA = [{ kind: 'behaviour', competency: 'coaching', text: 'Asks before advising' }];

/** A trial each of Tom and Una in a seat that Sam decides on: with a decision, a review, words, and a look back. They are over. */
export async function addTrials(
  one: One,
  people: Record<PersonKey, number>,
  seatId: number,
): Promise<RolesFirm['trials']> {
  const of = async (personId: number) => {
    const decisionId = await one(
      'select decision_id from decision where org_id = $1 and seat_id = $2 and person_id = $3',
      [seatId, personId],
    );
    const trialId = await one(
      `insert into trial (org_id, seat_id, person_id, decision_id, state, proposed_by, proposed_at, criteria, promise,
         until_day, ended_on, outcome, end_side)
       values ($1, $2, $3, $4, 'ended', 'test', '2026-01-01', $5, 'Back at any time', '2026-05-01', '2026-01-08', 'not-begun', 'person')
       returning trial_id`,
      [seatId, personId, decisionId, JSON.stringify(CRITERIA)],
    );
    const reviewId = await one(
      `insert into trial_review (org_id, trial_id, seat_id, person_id, day) values ($1, $2, $3, $4, '2026-03-01')
       returning review_id`,
      [trialId, seatId, personId],
    );
    await one(
      `insert into trial_word (org_id, review_id, side, seat_id, person_id, words, marks, said_by, said_at)
       values ($1, $2, 'person', $3, $4, 'It goes', '["seen"]', 'test', '2026-03-01') returning review_id`,
      [reviewId, seatId, personId],
    );
    await one(
      `insert into decision_review (org_id, decision_id, seat_id, person_id, again, stayed, team, reviewed_by, reviewed_at)
       values ($1, $2, $3, $4, 'yes', 'there', 'same', 'test', '2026-07-01') returning decision_id`,
      [decisionId, seatId, personId],
    );
    await one(
      `insert into decision_word (org_id, decision_id, seat_id, person_id, words, said_at)
       values ($1, $2, $3, $4, 'Fine', '2026-07-02') returning decision_id`,
      [decisionId, seatId, personId],
    );
    return { trialId, reviewId, decisionId };
  };
  return { tom: await of(people.tom), una: await of(people.una) };
}
