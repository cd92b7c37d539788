import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { TrialOutcome } from '../../records/trials/types.ts';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { endTrial, type TrialAnswer } from './contract.ts';

type EndProps = { trial: TrialAnswer; outcome: TrialOutcome; told: boolean; onDone: () => void };

/** Ends a trial, after saying what follows. Why: asked of whoever decides, free for the person. */
export function EndForm({ trial, outcome, told, onDone }: EndProps) {
  const { trialId, person, you, seat } = trial;
  const [words, setWords] = useState('');
  const end = useAction(endTrial);
  const isFree = you === 'person' || told;
  const say = SAY[outcome](you === 'person' ? null : person.name, trial);
  return (
    <AskOver
      title={say.title}
      act={say.act}
      busy={end.isPending}
      error={end.error}
      onSubmit={() => end.mutate({ trialId, outcome, words: words.trim() || null, told }, { onSuccess: onDone })}
      onDone={onDone}
    >
      <p>{say.follows}</p>
      <Textarea
        label={isFree ? 'A word on it, if you like' : 'Why'}
        description={
          isFree ? 'Nobody has to say why.' : `${person.name} reads it; it stays beside the trial as ${seat.title}.`
        }
        required={!isFree}
        rows={3}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </AskOver>
  );
}

type Saying = { title: string; act: string; follows: string };

/** `name`: of the person, to whoever decides; null: to the person. */
const SAY: Record<TrialOutcome, (name: string | null, trial: TrialAnswer) => Saying> = {
  'took-seat': (name, { seat, ticketHours }) => ({
    title: `${name} stays`,
    act: 'Record it',
    follows: `From today on ${name} holds ${seat.title} for good${ticketHours === null ? '' : `, with the ${ticketHours} hours on tickets that you agreed on`}. It stands in the journal beside our advice of today.`,
  }),
  returned: (name, { backTo }) => ({
    title: name === null ? 'Go back' : `${name} goes back`,
    act: name === null ? 'Go back today' : 'Record it',
    follows: `${name === null ? 'You go' : `${name} goes`} back today${backTo === null ? '' : ` to ${backTo}`}, with the same pay and the same standing, and the seat is open again.`,
  }),
  'not-begun': (name) => ({
    title: name === null ? 'Say no' : 'It doesn’t begin',
    act: name === null ? 'Say no' : 'Record it',
    follows: name === null ? 'A no costs nothing, anywhere.' : 'Nothing changes, and it is held against nobody.',
  }),
};
