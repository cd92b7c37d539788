import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { changeTrial, type TrialAnswer } from './contract.ts';
import { TermsFields, type TypingTerms } from './terms-fields.tsx';

/** Proposes other terms; then the other is asked. */
export function ChangeTerms({ trial, told, onDone }: { trial: TrialAnswer; told: boolean; onDone: () => void }) {
  const { trialId, criteria, startDay, untilDay, ticketHours, reviews, you, person, decider, today, latestStart } =
    trial;
  const days: string[] = reviews.map(({ day }) => day);
  const [terms, setTerms] = useState<TypingTerms>({
    ...{ criteria, untilDay, reviewDays: days },
    startDay: startDay === null || startDay < today ? today : startDay,
    ticketHours: ticketHours ?? '',
  });
  const [words, setWords] = useState('');
  const change = useAction(changeTrial);
  const other = you === 'person' || told ? decider : person.name;
  return (
    <AskOver
      title="Change what is proposed"
      act="Propose it so"
      busy={change.isPending}
      error={change.error}
      onSubmit={() =>
        change.mutate({ trialId, ...readTyped(terms), words: words.trim() || null, told }, { onSuccess: onDone })
      }
      onDone={onDone}
    >
      <p className="quiet">
        Then it waits for {other}
        {trial.state === 'agreed' ? ', and nothing begins before they agree' : ''}.
      </p>
      <TermsFields
        terms={terms}
        hoursNow={trial.ticketHoursBefore}
        starts={{ from: today, to: latestStart }}
        onChange={setTerms}
      />
      <Textarea
        label={`To ${other}, if you like`}
        rows={2}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </AskOver>
  );
}

/** Terms as they are sent. */
export function readTyped({ criteria, startDay, untilDay, reviewDays, ticketHours }: TypingTerms) {
  const hours = ticketHours === '' ? null : Number(ticketHours);
  return { criteria, startDay, untilDay, reviewDays: reviewDays.filter((day) => day !== ''), ticketHours: hours };
}
