import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { CopyButton } from '../../web/copy-button.tsx';
import { WHEREABOUTS } from '../../web/firm.ts';
import { QrCode } from '../../web/qr-code.tsx';
import { ErrorState } from '../../web/states.tsx';
import { CodeField } from './code-field.tsx';
import { beginTotp, finishTotp, type OwnAccount } from './contract.ts';
import { PasswordField } from './password-field.tsx';

type Props = {
  account: NonNullable<OwnAccount['account']>;
  /** With the recovery codes once codes are on; null: left as it was. */
  onDone: (codes: string[] | null) => void;
};

/** The password again, the picture to scan, and a first code that shows it works. */
export function SetUpCodes({ account, onDone }: Props) {
  const [password, setPassword] = useState('');
  const begin = useAction(beginTotp, { invalidates: [] });
  if (begin.data) return <FirstCode {...begin.data} onDone={onDone} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate({ password });
  };
  return (
    <form className="stack account-form" onSubmit={submit}>
      <p>You need an app that makes codes, on your phone or in your password manager.</p>
      {account.hasPassword ? (
        <PasswordField label="Password" kind="current-password" value={password} onChange={setPassword} />
      ) : null}
      {begin.error ? <ErrorState error={begin.error} /> : null}
      <div className="page-actions">
        <Button type="submit" loading={begin.isPending}>
          Next
        </Button>
        <Button variant="default" onClick={() => onDone(null)}>
          Leave it
        </Button>
      </div>
    </form>
  );
}

type FirstProps = { secret: string; uri: string; onDone: Props['onDone'] };

function FirstCode({ secret, uri, onDone }: FirstProps) {
  const [code, setCode] = useState('');
  const finish = useAction(finishTotp, { invalidates: [WHEREABOUTS] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    finish.mutate({ code }, { onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) });
  };
  return (
    <form className="codes-set-up" onSubmit={submit}>
      <QrCode text={uri} label="QR code for your app. The same as text stands beside it." />
      <div className="stack">
        <p>Scan this with your app. Without a camera, type this into it:</p>
        <p className="secret-text">
          <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          <CopyButton text={secret} />
        </p>
        <CodeField value={code} onChange={setCode} label="The code it shows" description="Six digits." />
        {finish.error ? <ErrorState error={finish.error} /> : null}
        <div className="page-actions">
          <Button type="submit" loading={finish.isPending}>
            Turn codes on
          </Button>
          <Button variant="default" onClick={() => onDone(null)}>
            Leave it
          </Button>
        </div>
      </div>
    </form>
  );
}
