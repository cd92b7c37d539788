import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useRewrite } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { momentWord, plural } from '../../web/words.ts';
import { CodeField } from './code-field.tsx';
import { type OwnAccount, readAccount, removeTotp } from './contract.ts';
import { PasswordField } from './password-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpCodes } from './set-up-codes.tsx';

type Account = NonNullable<OwnAccount['account']>;
type State = { step: 'rest' } | { step: 'setting-up' } | { step: 'codes'; codes: string[] };

/** Codes of an app as the second step after the password. */
export function CodesPart({ account }: { account: Account }) {
  const [state, setState] = useState<State>({ step: 'rest' });
  const queries = useQueryClient();
  const rest = () => {
    setState({ step: 'rest' });
    void queries.invalidateQueries({ queryKey: [readAccount.id] });
  };
  return (
    <Section
      title="Codes from an app"
      note="A second step after the password: somebody who learns your password still can't come in."
    >
      {state.step === 'setting-up' ? (
        <SetUpCodes account={account} onDone={(codes) => (codes ? setState({ step: 'codes', codes }) : rest())} />
      ) : null}
      {state.step === 'codes' ? <RecoveryCodes codes={state.codes} onDone={rest} /> : null}
      {state.step === 'rest' ? (
        account.totpSince === null ? (
          <>
            <p>Not set up.</p>
            <Button className="align-start" variant="default" onClick={() => setState({ step: 'setting-up' })}>
              Set up codes
            </Button>
          </>
        ) : (
          <CodesOn account={account} since={account.totpSince} />
        )
      ) : null}
    </Section>
  );
}

function CodesOn({ account, since }: { account: Account; since: number }) {
  const [isAsked, setAsked] = useState(false);
  const left = account.recoveryCodes;
  return (
    <>
      <p>
        On since {momentWord(since)}. {plural(left, 'recovery code')} left
        {left < 3 ? '. Turn codes off and on again to get new ones.' : ' for the day you lose the app.'}
      </p>
      <Button className="align-start" variant="default" onClick={() => setAsked(true)}>
        Turn codes off
      </Button>
      {isAsked ? <TurnOff account={account} onDone={() => setAsked(false)} /> : null}
    </>
  );
}

function TurnOff({ account, onDone }: { account: Account; onDone: () => void }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const remove = useRewrite(removeTotp, readAccount);
  return (
    <AskOver
      title="Turn codes off?"
      act="Turn them off"
      busy={remove.isPending}
      error={remove.error}
      onSubmit={() => remove.mutate({ password, code }, { onSuccess: onDone })}
      onDone={onDone}
    >
      <p>Afterwards your password alone lets you in.</p>
      {account.hasPassword ? (
        <PasswordField label="Password" kind="current-password" value={password} onChange={setPassword} />
      ) : null}
      <CodeField value={code} onChange={setCode} description="From your app, or a recovery code." />
    </AskOver>
  );
}
