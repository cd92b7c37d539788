import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import { giveFeedback, listPlans, readPlan, type ShownNeed, type ShownPlan, takeBackFeedback } from './contract.ts';
import { nameOf } from './words.ts';

type FeedbackProps = { need: ShownNeed; shown: ShownPlan };

/** What was said of tries: what worked, one thing to do differently. */
export function FeedbackList({ need, shown }: FeedbackProps) {
  const takeBack = useAction(takeBackFeedback, { invalidates: [readPlan] });
  if (need.feedback.length === 0) return null;
  return (
    <div className="plan-feedback">
      {need.feedback.map(({ feedbackId, author, mine, day, worked, differently }) => (
        <blockquote key={feedbackId}>
          {worked ? <p>{worked}</p> : null}
          {differently ? (
            <p>
              <span className="quiet">To try differently: </span>
              {differently}
            </p>
          ) : null}
          <footer className="quiet">
            {author}, {dayWord(day)}{' '}
            {mine ? (
              <button
                type="button"
                className="text-button"
                onClick={() => takeBack.mutate({ personId: shown.personId, feedbackId })}
              >
                Take back
              </button>
            ) : null}
          </footer>
        </blockquote>
      ))}
      {takeBack.error ? <ErrorState error={takeBack.error} /> : null}
    </div>
  );
}

/** Says what worked in a try, and one thing to do differently. */
export function GiveFeedback({ need, shown, onDone }: FeedbackProps & { onDone: () => void }) {
  const give = useAction(giveFeedback, { invalidates: [readPlan, listPlans] });
  const [worked, setWorked] = useState('');
  const [differently, setDifferently] = useState('');
  // The planned one that waits longest is done by it.
  const step = need.steps.find(({ kind, state, day }) => kind === 'feedback' && state === 'open' && day <= shown.today);
  const { personId } = shown;
  const { competency } = need;
  const submit = () =>
    give.mutate({ personId, competency, worked, differently, stepId: step?.stepId ?? null }, { onSuccess: onDone });
  return (
    <AskOver
      title={`Feedback: ${nameOf(competency).toLowerCase()}`}
      act="Keep it"
      busy={give.isPending}
      error={give.error}
      onSubmit={submit}
      onDone={onDone}
    >
      <p className="quiet">
        {shown.mine ? 'Whoever leads you reads it too.' : `${shown.called} reads it; so does whoever leads them.`}
      </p>
      <Textarea
        label="What worked"
        autosize
        maxLength={1000}
        value={worked}
        onChange={(event) => setWorked(event.currentTarget.value)}
      />
      <Textarea
        label="One thing to try differently"
        autosize
        maxLength={1000}
        value={differently}
        onChange={(event) => setDifferently(event.currentTarget.value)}
      />
    </AskOver>
  );
}
