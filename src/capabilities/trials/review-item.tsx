import { Button } from '@mantine/core';
import { useState } from 'react';
import { sayCriterion } from '../../model/trial-criteria.ts';
import { capitalise } from '../../model/words.ts';
import type { Said, TrialSide } from '../../records/trials/types.ts';
import { dayWord } from '../../web/words.ts';
import type { ShownReview, TrialAnswer } from './contract.ts';
import { ReviewForm } from './review-form.tsx';
import { MARK_WORDS, WISH_WORDS } from './words.ts';

type ReviewProps = { review: ShownReview; trial: TrialAnswer };

/** One day of looking at it together: what each said and marked, and the form for whoever's turn it is. */
export function ReviewItem({ review, trial }: ReviewProps) {
  const [isOpen, setOpen] = useState(false);
  const { writes, day } = review;
  const isDue = day <= trial.today;
  const label = labelOf(review, trial);
  return (
    <li>
      <h3>
        {dayWord(day)}
        {isDue ? null : <span className="quiet"> (to come)</span>}
      </h3>
      {review.person || review.decider ? <Marks review={review} trial={trial} /> : null}
      <SaidPart side="person" said={review.person} trial={trial} />
      <SaidPart side="decider" said={review.decider} trial={trial} />
      {isDue && review.person === null && trial.state === 'running' && trial.you !== 'person' ? (
        <p className="quiet">
          {trial.person.name} has not written yet.
          {review.waitsUntil ? ` You wait for their words until ${dayWord(review.waitsUntil)}.` : ''}
        </p>
      ) : null}
      {writes !== null && label !== null && !isOpen ? (
        <div>
          <Button
            size="xs"
            variant={isDue && review[writes] === null ? 'filled' : 'default'}
            onClick={() => setOpen(true)}
          >
            {label}
          </Button>
        </div>
      ) : null}
      {writes !== null && isOpen ? (
        <ReviewForm review={review} trial={trial} side={writes} onDone={() => setOpen(false)} />
      ) : null}
    </li>
  );
}

function labelOf({ writes, person, decider, day }: ShownReview, trial: TrialAnswer): string | null {
  if (writes === null) return null;
  if (writes === 'decider') return decider ? 'Change what I saw' : 'Say what I saw';
  if (trial.you === 'decider') return person || day > trial.today ? null : `Write down what ${trial.person.name} says`;
  return person ? 'Change my words' : 'Say how it goes';
}

/** Criterion by criterion, what each of the two saw. */
function Marks({ review: { person, decider }, trial }: ReviewProps) {
  return (
    <table className="table trial-marks">
      <caption className="only-heard">What each saw of the criteria</caption>
      <thead>
        <tr>
          <th scope="col">Criterion</th>
          <th scope="col">{trial.you === 'person' ? 'You' : trial.person.name}</th>
          <th scope="col">{trial.you === 'decider' ? 'You' : capitalise(trial.decider)}</th>
        </tr>
      </thead>
      <tbody>
        {trial.criteria.map((one, at) => (
          <tr key={sayCriterion(one)}>
            <th scope="row">
              <bdi>{sayCriterion(one)}</bdi>
            </th>
            <td className="nowrap">{person?.marks[at] ? MARK_WORDS[person.marks[at]] : '–'}</td>
            <td className="nowrap">{decider?.marks[at] ? MARK_WORDS[decider.marks[at]] : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SaidPart({ side, said, trial }: { side: TrialSide; said: Said | null; trial: TrialAnswer }) {
  if (said === null) return null;
  const who = side === 'person' ? trial.person.name : trial.decider;
  return (
    <blockquote className="trial-words">
      {said.words ? (
        <p>
          <bdi>{said.words}</bdi>
        </p>
      ) : null}
      <footer className="quiet">
        {capitalise(who)}
        {said.wish ? `, ${WISH_WORDS[said.wish]}` : ''}
        {said.toldInTalk ? ` (told in a talk, written down by ${trial.decider})` : ''}
      </footer>
    </blockquote>
  );
}
