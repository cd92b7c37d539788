import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import { agreeToTrial, lengthenTrial, type TrialAnswer } from './contract.ts';
import { EndForm } from './end-form.tsx';
import { ChangeTerms } from './terms-form.tsx';
import { sayTurn } from './words.ts';

/** Whose word is awaited, and the buttons for it. */
export function TurnPart({ trial }: { trial: TrialAnswer }) {
  if (trial.state === 'agreed') return <Agreed trial={trial} />;
  const turn = sayTurn(trial, dayWord);
  if (turn === null || trial.you === null) return null;
  const isMine = trial.waitsFor === trial.you;
  // Whoever decides answers for somebody without an account, as told in a talk.
  const answers = isMine || (trial.waitsFor === 'person' && trial.mayTell);
  return (
    <div className="notice">
      <p className="notice-title">{turn}</p>
      {trial.proposalWords && trial.state === 'proposed' ? (
        <p>
          <bdi>“{trial.proposalWords}”</bdi>
        </p>
      ) : null}
      {trial.longer ? (
        <p>
          <bdi>“{trial.longer.because}”</bdi>
        </p>
      ) : null}
      {answers ? <Answers trial={trial} told={!isMine} /> : null}
      {!answers && trial.state === 'proposed' ? <Withdraw trial={trial} /> : null}
      {!answers && trial.state === 'running' ? <NoLonger trial={trial} label="Take it back" told={false} /> : null}
    </div>
  );
}

function Answers({ trial, told }: { trial: TrialAnswer; told: boolean }) {
  const agree = useAction(agreeToTrial);
  const [talked, setTalked] = useState(!told);
  const [asked, setAsked] = useState<'change' | 'no' | null>(null);
  const done = () => setAsked(null);
  const { trialId } = trial;
  return (
    <>
      {told ? (
        <Checkbox
          checked={talked}
          onChange={(event) => setTalked(event.currentTarget.checked)}
          label={`We talked about it, and I write down what ${trial.person.name} said`}
          description={`${trial.person.name} has no account here. The record says that it was told in a talk.`}
        />
      ) : null}
      <div className="page-actions">
        <Button disabled={!talked} loading={agree.isPending} onClick={() => agree.mutate({ trialId, told })}>
          {told ? `${trial.person.name} agrees` : 'I agree'}
        </Button>
        {trial.state === 'proposed' ? (
          <>
            <Button variant="default" disabled={!talked} onClick={() => setAsked('change')}>
              Change it
            </Button>
            <Button variant="default" disabled={!talked} onClick={() => setAsked('no')}>
              {told ? 'They say no' : trial.you === 'person' ? 'No' : 'Take it back'}
            </Button>
          </>
        ) : (
          <NoLonger trial={trial} label={told ? 'They say no' : 'No'} told={told} />
        )}
      </div>
      {agree.error ? <ErrorState error={agree.error} /> : null}
      {asked === 'change' ? <ChangeTerms trial={trial} told={told} onDone={done} /> : null}
      {asked === 'no' ? <EndForm trial={trial} outcome="not-begun" told={told} onDone={done} /> : null}
    </>
  );
}

/** Both agreed, and its day is still to come: what is in the way, if anything, and the way out of it. */
function Agreed({ trial }: { trial: TrialAnswer }) {
  const { inTheWay, fromDay, today, you } = trial;
  if (you === null) return null;
  const says =
    inTheWay === null
      ? `It begins on ${dayWord(fromDay!)}.`
      : `${fromDay! <= today ? 'It was to begin' : 'It can’t begin'} on ${dayWord(fromDay!)}, as things are:`;
  return (
    <div className="notice">
      <p className="notice-title">{says}</p>
      {inTheWay === null ? null : <p>{inTheWay}</p>}
      <Withdraw trial={trial} />
    </div>
  );
}

function Withdraw({ trial }: { trial: TrialAnswer }) {
  const [asked, setAsked] = useState<'change' | 'end' | null>(null);
  return (
    <div className="page-actions">
      <Button variant="default" size="xs" onClick={() => setAsked('change')}>
        Change it
      </Button>
      <Button variant="default" size="xs" onClick={() => setAsked('end')}>
        Take it back
      </Button>
      {asked === 'change' ? <ChangeTerms trial={trial} told={false} onDone={() => setAsked(null)} /> : null}
      {asked === 'end' ? (
        <EndForm trial={trial} outcome="not-begun" told={false} onDone={() => setAsked(null)} />
      ) : null}
    </div>
  );
}

function NoLonger({ trial: { trialId }, label, told }: { trial: TrialAnswer; label: string; told: boolean }) {
  const say = useAction(lengthenTrial);
  return (
    <>
      <Button
        variant="default"
        loading={say.isPending}
        onClick={() => say.mutate({ trialId, untilDay: null, because: null, told })}
      >
        {label}
      </Button>
      {say.error ? <ErrorState error={say.error} /> : null}
    </>
  );
}
