import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useRewrite } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { changePassword, type OwnAccount, readAccount } from './contract.ts';
import { PASSWORD_ADVICE, PasswordField } from './password-field.tsx';

type Account = NonNullable<OwnAccount['account']>;

/** Changing the password, or giving oneself one. */
export function PasswordPart({ account }: { account: Account }) {
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const done = (changed: boolean) => {
    setOpen(false);
    setDone(changed);
  };
  return (
    <Section title="Password">
      {isOpen ? (
        <PasswordForm account={account} onDone={done} />
      ) : (
        <>
          <p role="status">{isDone ? 'Changed. Your other sessions have ended.' : standing(account)}</p>
          <Button className="align-start" variant="default" onClick={() => setOpen(true)}>
            {account.hasPassword ? 'Change it' : 'Set a password'}
          </Button>
        </>
      )}
    </Section>
  );
}

const standing = ({ hasPassword }: Account) =>
  hasPassword ? 'You have a password.' : 'You have none: you sign in another way.';

function PasswordForm({ account, onDone }: { account: Account; onDone: (changed: boolean) => void }) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useRewrite(changePassword, readAccount);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ current, password }, { onSuccess: () => onDone(true) });
  };
  return (
    <form className="stack account-form" onSubmit={submit}>
      <input type="email" autoComplete="username" value={account.email} readOnly hidden />
      {account.hasPassword ? (
        <PasswordField label="Password until now" kind="current-password" value={current} onChange={setCurrent} />
      ) : null}
      <PasswordField
        label="New password"
        kind="new-password"
        description={PASSWORD_ADVICE}
        value={password}
        onChange={setPassword}
      />
      <p className="quiet">Your other sessions end when you change it.</p>
      {change.error ? <ErrorState error={change.error} /> : null}
      <div className="page-actions">
        <Button type="submit" loading={change.isPending}>
          Save
        </Button>
        <Button variant="default" onClick={() => onDone(false)}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
