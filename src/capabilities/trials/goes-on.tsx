import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TrialOutcome } from '../../records/trials/types.ts';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { lengthenTrial, type TrialAnswer } from './contract.ts';
import { EndForm } from './end-form.tsx';

/** How a trial goes on: the person stays, goes back, or takes more time. Either may end it, on any day. */
export function HowItGoesOn({ trial }: { trial: TrialAnswer }) {
  const [asked, setAsked] = useState<TrialOutcome | 'longer' | null>(null);
  const { you, againstStaying, person, state } = trial;
  if (state !== 'running' || you === null) return null;
  const done = () => setAsked(null);
  return (
    <Section title="How it goes on" note="Either of you can end it on any day.">
      <div className="page-actions">
        {you === 'decider' ? (
          <Button disabled={againstStaying !== null} onClick={() => setAsked('took-seat')}>
            {person.name} stays
          </Button>
        ) : null}
        <Button variant="default" onClick={() => setAsked('returned')}>
          {you === 'person' ? 'Go back' : `${person.name} goes back`}
        </Button>
        {trial.longer === null ? (
          <Button variant="default" onClick={() => setAsked('longer')}>
            Ask for more time
          </Button>
        ) : null}
      </div>
      {you === 'decider' && againstStaying !== null ? <p className="quiet">{againstStaying}</p> : null}
      {asked === 'longer' ? <LongerForm trial={trial} onDone={done} /> : null}
      {asked !== null && asked !== 'longer' ? (
        <EndForm trial={trial} outcome={asked} told={false} onDone={done} />
      ) : null}
    </Section>
  );
}

function LongerForm({ trial: { trialId, you, person, decider }, onDone }: { trial: TrialAnswer; onDone: () => void }) {
  const [until, setUntil] = useState('');
  const [because, setBecause] = useState('');
  const ask = useAction(lengthenTrial);
  return (
    <AskOver
      title="Ask for more time"
      act="Ask"
      busy={ask.isPending}
      error={ask.error}
      onSubmit={() => ask.mutate({ trialId, untilDay: until, because, told: false }, { onSuccess: onDone })}
      onDone={onDone}
    >
      <p className="quiet">It becomes longer once {you === 'person' ? decider : person.name} agrees.</p>
      <TextInput
        type="date"
        label="Until"
        required
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Textarea
        label="Why"
        required
        rows={3}
        maxLength={2000}
        value={because}
        onChange={(event) => setBecause(event.currentTarget.value)}
      />
    </AskOver>
  );
}
