import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call, useAction } from '../../web/client.ts';
import { keepOnward } from '../../web/onward.ts';
import { answerByPasskey, passkeysKnown } from '../../web/passkey.ts';
import { ErrorState } from '../../web/states.tsx';
import {
  askPasskey,
  type Entered,
  enterPasskey,
  enterPassword,
  leaveForProvider,
  type ProviderButton,
} from './contract.ts';
import { PasswordField } from './password-field.tsx';

type ProvidersProps = {
  providers: readonly ProviderButton[];
  /** What the buttons say before the provider's name. */
  verb: string;
  /** Redeemed on the way. */
  invitation?: string;
  /** Where to go afterwards. */
  onward: string;
};

/** One button a provider of single sign-on; the browser leaves and comes back signed in. */
export function ProviderButtons({ providers, verb, invitation, onward }: ProvidersProps) {
  const go = useAction(leaveForProvider, { invalidates: [] });
  const leaveFor = (providerId: number) =>
    go.mutate(
      { providerId, invitation, link: false, password: '' },
      {
        onSuccess: ({ address }) => {
          keepOnward(onward);
          location.assign(address);
        },
      },
    );
  return (
    <>
      {providers.map(({ providerId, label }) => (
        <Button
          key={providerId}
          variant="default"
          fullWidth
          loading={go.isPending && go.variables.providerId === providerId}
          onClick={() => leaveFor(providerId)}
        >
          {verb} {label}
        </Button>
      ))}
      {go.error ? <ErrorState error={go.error} /> : null}
    </>
  );
}

type Way = { onEntered: (entered: Entered) => void };

/** Signing in with what this device or a key holds. */
export function PasskeyButton({ onEntered }: Way) {
  const enter = useMutation<Entered, Error>({
    mutationFn: async () => {
      const { challenge, options } = await call(askPasskey, {});
      return call(enterPasskey, { challenge, answer: await answerByPasskey(options) });
    },
    onSuccess: onEntered,
  });
  if (!passkeysKnown()) return null;
  return (
    <>
      <Button variant="default" fullWidth loading={enter.isPending} onClick={() => enter.mutate()}>
        Sign in with a passkey
      </Button>
      {enter.error ? <ErrorState error={enter.error} /> : null}
    </>
  );
}

/** Signing in with address and password. */
export function PasswordForm({ onEntered }: Way) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useAction(enterPassword, { invalidates: [] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ email, password }, { onSuccess: onEntered });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextInput
        label="Email address"
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        maxLength={320}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordField label="Password" kind="current-password" value={password} onChange={setPassword} />
      {enter.error ? <ErrorState error={enter.error} /> : null}
      <Button type="submit" fullWidth loading={enter.isPending}>
        Sign in
      </Button>
    </form>
  );
}
