import { Refusal } from '../../base/errors.ts';
import type { FirmContext } from '../../platform/context.ts';
import { saveTrialWords } from '../../records/trials/review.store.ts';
import type { Mark, TrialWish } from '../../records/trials/types.ts';
import { answerWith, openTrial } from './answer.actions.ts';
import type { TrialAnswer } from './contract.ts';
import { refuseMarks, refuseUnless, refuseWords, speaksFor } from './rules.ts';

type Typed = {
  trialId: number;
  reviewId: number;
  words: string;
  marks: Mark[];
  wish: TrialWish | null;
  told: boolean;
};

/** Keeps what one of the two says at a review; the person first. */
export async function writeReview(ctx: FirmContext, input: Typed): Promise<TrialAnswer> {
  const { trial, reviews, structure, reader, playbook } = await openTrial(ctx, input.trialId);
  const { reviewId, words, marks, wish, told } = input;
  const side = speaksFor(reader, told);
  refuseUnless('running', trial);
  const review = reviews.find((one) => one.reviewId === reviewId);
  if (!review) throw new Refusal('not-found', 'This trial has no such review.', { field: 'reviewId' });
  refuseWords(side, review, { today: structure.day, waitDays: playbook['trial.words-wait'] });
  refuseMarks(trial, { marks, words, wish, side });
  const toldInTalk = told && side === 'person';
  const { seatId, personId } = trial;
  await saveTrialWords(
    ctx.db,
    { seatId, personId, reviewId, side, by: ctx.actor },
    { words, marks, wish, toldInTalk, at: ctx.now() },
  );
  return answerWith(ctx, input.trialId);
}
