import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { sayCriterion } from '../../model/trial-criteria.ts';
import { MARKS, type Mark, type TrialSide, type TrialWish, WISHES } from '../../records/trials/types.ts';
import { ChoiceLine } from '../../web/choice-line.tsx';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { type ShownReview, type TrialAnswer, writeTrialReview } from './contract.ts';
import { MARK_WORDS, OWN_WISH_WORDS, WISH_WORDS } from './words.ts';

type FormProps = { review: ShownReview; trial: TrialAnswer; side: TrialSide; onDone: () => void };

/** What one of the two saw: a mark for each criterion, words, and of the person whether they want it to go on. */
export function ReviewForm({ review, trial, side, onDone }: FormProps) {
  const said = review[side];
  const told = side === 'person' && trial.you === 'decider';
  const [marks, setMarks] = useState<Mark[]>(said?.marks ?? trial.criteria.map(() => 'cannot-tell'));
  const [words, setWords] = useState(said?.words ?? '');
  const [wish, setWish] = useState<TrialWish | null>(said?.wish ?? null);
  const write = useAction(writeTrialReview);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { trialId } = trial;
    write.mutate({ trialId, reviewId: review.reviewId, words, marks, wish, told }, { onSuccess: onDone });
  };
  const wishWords = told ? WISH_WORDS : OWN_WISH_WORDS;
  return (
    <form className="trial-form" onSubmit={submit}>
      {trial.criteria.map((one, at) => (
        <ChoiceLine
          key={sayCriterion(one)}
          legend={sayCriterion(one)}
          values={MARKS}
          words={MARK_WORDS}
          value={marks[at] ?? null}
          onChange={(mark) => setMarks(marks.with(at, mark))}
        />
      ))}
      <Textarea
        label={labelFor(side, told, trial.person.name)}
        required={side === 'decider'}
        rows={4}
        maxLength={4000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {side === 'person' ? (
        <ChoiceLine legend="And from here on" values={WISHES} words={wishWords} value={wish} onChange={setWish} />
      ) : null}
      <div className="page-actions">
        <Button type="submit" loading={write.isPending}>
          Keep it
        </Button>
        <Button variant="default" onClick={onDone}>
          Leave it
        </Button>
      </div>
      {write.error ? <ErrorState error={write.error} /> : null}
    </form>
  );
}

function labelFor(side: TrialSide, told: boolean, name: string): string {
  if (told) return `What ${name} said`;
  return side === 'person' ? 'How it goes, in your words' : 'What you saw, and what would help';
}
