import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAccount } from '../../web/account.ts';
import { useAction, useOperation } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { acceptInvitation, type Entered, readDoor } from './contract.ts';
import { PasswordField } from './password-field.tsx';
import { ProviderButtons } from './sign-in-ways.tsx';

type Props = { token: string; email: string; onEntered: (entered: Entered) => void };

/** There is an account already: its password, or its provider, adds the firm to it. */
export function JoinForm({ token, email, onEntered }: Props) {
  const [password, setPassword] = useState('');
  const door = useOperation(readDoor, {});
  const accept = useAction(acceptInvitation, { invalidates: [] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate({ token, password }, { onSuccess: (entered) => onEntered(entered) });
  };
  const providers = door.data?.providers ?? [];
  const here = useAccount().data?.account;
  if (here && here.email.toLowerCase() === email.toLowerCase())
    return (
      <div className="stack">
        <p>You are signed in as {here.name}: the firm is added to your account.</p>
        {accept.error ? <ErrorState error={accept.error} /> : null}
        <Button loading={accept.isPending} onClick={() => accept.mutate({ token }, { onSuccess: onEntered })}>
          Join
        </Button>
      </div>
    );
  return (
    <>
      <p>There is an account with this address already. Sign in with it and the firm is added to it.</p>
      {providers.length > 0 ? (
        <div className="sign-in-ways">
          <ProviderButtons providers={providers} verb="Go on with" invitation={token} onward="/" />
          <p className="sign-in-or quiet">or with your password</p>
        </div>
      ) : null}
      <form className="stack" onSubmit={submit}>
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField label="Password" kind="current-password" value={password} onChange={setPassword} />
        {accept.error ? <ErrorState error={accept.error} /> : null}
        <Button type="submit" loading={accept.isPending}>
          Join
        </Button>
      </form>
    </>
  );
}
