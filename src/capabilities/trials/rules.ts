import { Refusal } from '../../base/errors.ts';
import { addDays, type Day } from '../../base/time.ts';
import { firstDayOf, readLastDay, refuseTrial } from '../../model/trial-plan.ts';
import type { Person, PersonId, Structure } from '../../records/people/types.ts';
import type { Mark, Trial, TrialOutcome, TrialReview, TrialSide, TrialWish } from '../../records/trials/types.ts';

/** Who reads or acts, as far as a trial is concerned. */
export type Reader = {
  isPerson: boolean;
  decides: boolean;
  /** The person can't sign in. */
  isWithoutAccount: boolean;
};

/** Which of the two somebody is; null: neither. Whoever is on trial is never its decider. */
export function sideOf({ isPerson, decides }: Reader): TrialSide | null {
  if (isPerson) return 'person';
  return decides ? 'decider' : null;
}

/** For whom somebody speaks; `told`: whoever decides writes down what a person without an account said in a talk. */
export function speaksFor(reader: Reader, told: boolean): TrialSide {
  const side = sideOf(reader);
  if (side === null)
    throw new Refusal('not-allowed', 'A trial is between whoever tries it and whoever decides on the seat.');
  if (!told || side === 'person') return side;
  if (reader.isWithoutAccount) return 'person';
  throw new Refusal('not-allowed', 'They have an account here: they say it themselves, on their own page.', {
    field: 'told',
  });
}

/** Refuses whatever is not in the state that it needs. */
export function refuseUnless(state: Trial['state'], trial: Pick<Trial, 'state'>): void {
  if (trial.state === state) return;
  const is = { proposed: 'has not begun yet', agreed: 'has not begun yet', running: 'runs already', ended: 'is over' };
  throw new Refusal('conflict', `This trial ${is[trial.state]}: reload the page to see how it stands.`, {
    field: 'trialId',
  });
}

/** Refuses an answer to what one proposed oneself, or to nothing. */
export function refuseOutOfTurn(trial: Pick<Trial, 'waitsFor'>, side: TrialSide): void {
  if (trial.waitsFor === side) return;
  throw new Refusal(
    'conflict',
    trial.waitsFor === null
      ? 'Nothing is proposed that waits for an answer: reload the page.'
      : 'This waits for the other’s word: nobody agrees to what they proposed themselves.',
    { field: 'trialId' },
  );
}

/** Until which day whoever decides waits for the person's words; null: they are there, or it is long enough. */
export function waitsUntil({ day, person }: TrialReview, today: Day, waitDays: number): Day | null {
  const until = addDays(day, Math.round(waitDays));
  return person !== null || today >= until ? null : until;
}

/** For whom a reader may write at a review; null: for nobody. The person's words are fixed once the decider has answered. */
export function writesAt(
  review: TrialReview,
  trial: Pick<Trial, 'state'>,
  reader: Reader,
  now: { today: Day; waitDays: number },
): TrialSide | null {
  const side = sideOf(reader);
  if (trial.state !== 'running' || side === null) return null;
  if (side === 'person') return review.decider === null ? 'person' : null;
  if (waitsUntil(review, now.today, now.waitDays) === null) return 'decider';
  return reader.isWithoutAccount ? 'person' : null;
}

/** Refuses words out of turn. */
export function refuseWords(side: TrialSide, review: TrialReview, now: { today: Day; waitDays: number }): void {
  if (side === 'person') {
    if (review.decider === null) return;
    throw new Refusal('conflict', 'This was answered already, so it stays as it is: say it at the next review.', {
      field: 'reviewId',
    });
  }
  const until = waitsUntil(review, now.today, now.waitDays);
  if (until === null) return;
  throw new Refusal('conflict', `Their words come first: wait for them, or until ${until}.`, { field: 'reviewId' });
}

/** Refuses marks that don't fit the criteria, and a wish that isn't the person's. */
export function refuseMarks(
  trial: Pick<Trial, 'criteria'>,
  said: { marks: readonly Mark[]; words: string; wish: TrialWish | null; side: TrialSide },
): void {
  if (said.marks.length !== trial.criteria.length)
    throw new Refusal(
      'bad-input',
      `Say something to each of the ${trial.criteria.length} criteria, if only “can’t tell”.`,
      {
        field: 'marks',
      },
    );
  if (said.side === 'decider' && said.words === '')
    throw new Refusal('bad-input', 'Say in a sentence what you saw: marks alone help nobody.', { field: 'words' });
  if (said.side === 'decider' && said.wish !== null)
    throw new Refusal('bad-input', 'Whether it goes on is the person’s to wish.', { field: 'wish' });
}

/** What the person last said about going on; null: nothing yet. */
export function lastWish(reviews: readonly TrialReview[]): TrialWish | null {
  const said = reviews.flatMap(({ person }) => (person?.wish ? [person] : []));
  return said.sort((one, other) => one.at - other.at).at(-1)?.wish ?? null;
}

/** Why somebody can't have the seat for good; null: they can. */
export function againstStaying(name: string, reviews: readonly TrialReview[]): string | null {
  return lastWish(reviews) === 'go-back'
    ? `${name} said last that they want to go back: talk again, and let them say so here, before it becomes for good.`
    : null;
}

/** Refuses an end that the side may not choose, or that doesn't fit how the trial stands. */
export function refuseEnd(
  trial: Pick<Trial, 'state'>,
  end: { side: TrialSide; outcome: TrialOutcome; words: string | null; against: string | null },
): void {
  const refuse = (code: 'bad-input' | 'conflict' | 'not-allowed', message: string): never => {
    throw new Refusal(code, message, { field: 'outcome' });
  };
  if (trial.state === 'ended') refuse('conflict', 'This trial is over already: reload the page.');
  const isWaiting = trial.state === 'proposed' || trial.state === 'agreed';
  if (isWaiting !== (end.outcome === 'not-begun'))
    refuse(
      'conflict',
      isWaiting
        ? 'It has not begun: it can only be taken back, or said no to.'
        : 'It has begun: the person stays or goes back.',
    );
  if (end.outcome === 'took-seat' && end.side === 'person')
    refuse('not-allowed', 'Who holds the seat for good is said by whoever decides on it.');
  if (end.outcome === 'took-seat' && end.against !== null) refuse('conflict', end.against);
  if (end.side === 'decider' && end.words === null)
    throw new Refusal('bad-input', 'Say why in a sentence: the person reads it, and it stays beside the trial.', {
      field: 'words',
    });
}

/** Refuses to begin what can't begin any more. */
export function refuseBegin({
  trial,
  structure,
}: {
  trial: Pick<Trial, 'seatId' | 'personId' | 'fromDay' | 'untilDay'>;
  structure: Structure;
}): void {
  const fromDay = firstDayOf({ startDay: trial.fromDay }, structure.day);
  refuseTrial(structure, trial.seatId, personHere(structure, trial.personId), fromDay);
  readLastDay(trial.untilDay, fromDay);
}

/** The person as they are in the firm now. */
export function personHere({ people }: Structure, personId: PersonId): Person {
  const person = people.find((one) => one.personId === personId);
  if (person) return person;
  throw new Refusal('conflict', 'They are not on the list of people any more: take the trial back.', {
    field: 'personId',
  });
}
