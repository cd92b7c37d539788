import { Button } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction, useOperation } from '../../web/client.ts';
import { keepOnward } from '../../web/onward.ts';
import { Section } from '../../web/section.tsx';
import { momentWord } from '../../web/words.ts';
import { leaveForProvider, type OwnAccount, type ProviderButton, readDoor } from './contract.ts';
import { PasswordField } from './password-field.tsx';

type Account = NonNullable<OwnAccount['account']>;

/** Providers that know this account, and those that could. */
export function LinkedPart({ account }: { account: Account }) {
  const door = useOperation(readDoor, {});
  const [linking, setLinking] = useState<ProviderButton | null>(null);
  const { identities } = account;
  const linked = new Set(identities.map(({ label }) => label));
  const others = (door.data?.providers ?? []).filter(({ label }) => !linked.has(label));
  if (identities.length === 0 && others.length === 0) return null;
  return (
    <Section title="Single sign-on" note="Sign in with the account you have at work already.">
      <ul className="account-rows">
        {identities.map(({ issuer, label, linkedAt }) => (
          <li key={issuer} className="account-row">
            <span>
              <strong>{label ?? issuer}</strong>
              <span className="quiet">since {momentWord(linkedAt)}</span>
            </span>
          </li>
        ))}
      </ul>
      {others.map((provider) => (
        <Button
          key={provider.providerId}
          className="align-start"
          variant="default"
          onClick={() => setLinking(provider)}
        >
          Link {provider.label}
        </Button>
      ))}
      {linking ? <LinkOver account={account} provider={linking} onDone={() => setLinking(null)} /> : null}
    </Section>
  );
}

type LinkProps = { account: Account; provider: ProviderButton; onDone: () => void };

/** The password again, since whoever is linked can come in; then off to the provider and back here. */
function LinkOver({ account, provider, onDone }: LinkProps) {
  const [password, setPassword] = useState('');
  const go = useAction(leaveForProvider, { invalidates: [] });
  const submit = () =>
    go.mutate(
      { providerId: provider.providerId, link: true, password },
      {
        onSuccess: ({ address }) => {
          keepOnward('/account');
          location.assign(address);
        },
      },
    );
  return (
    <AskOver
      title={`Link ${provider.label}?`}
      act={`Go to ${provider.label}`}
      busy={go.isPending}
      error={go.error}
      onSubmit={submit}
      onDone={onDone}
    >
      <p>You sign in there and come back. From then on that account lets you in here.</p>
      {account.hasPassword ? (
        <PasswordField label="Password" kind="current-password" value={password} onChange={setPassword} />
      ) : null}
    </AskOver>
  );
}
