import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { CodeField } from './code-field.tsx';
import { type Entered, enterCode } from './contract.ts';

type Props = { challenge: string; onEntered: (entered: Entered) => void; onBack: () => void };

/** The second step: a code of the app, or a recovery code where the phone is gone. */
export function CodeStep({ challenge, onEntered, onBack }: Props) {
  const [code, setCode] = useState('');
  const enter = useAction(enterCode, { invalidates: [] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ challenge, code }, { onSuccess: onEntered });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <CodeField
        value={code}
        onChange={setCode}
        description="Six digits from your app. If you have lost it, type one of your recovery codes."
      />
      {enter.error ? <ErrorState error={enter.error} /> : null}
      <div className="page-actions">
        <Button type="submit" loading={enter.isPending}>
          Sign in
        </Button>
        <Button variant="default" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
