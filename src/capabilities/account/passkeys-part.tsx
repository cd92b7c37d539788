import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useRewrite } from '../../web/client.ts';
import { passkeysKnown } from '../../web/passkey.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { momentWord } from '../../web/words.ts';
import { type OwnAccount, readAccount, removePasskey } from './contract.ts';
import { useNewPasskey } from './new-passkey.tsx';
import { PasswordField } from './password-field.tsx';

type Account = NonNullable<OwnAccount['account']>;
type Passkey = Account['passkeys'][number];

/** Fingerprint, face or PIN of a device, or a key, instead of the password. */
export function PasskeysPart({ account, isPossible }: { account: Account; isPossible: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const [leaving, setLeaving] = useState<Passkey | null>(null);
  const canMake = isPossible && passkeysKnown();
  return (
    <Section
      title="Passkeys"
      note="Sign in with the fingerprint, face or PIN of a device, or with a security key, instead of the password."
    >
      {account.passkeys.length === 0 ? <p>You have none.</p> : null}
      <ul className="account-rows">
        {account.passkeys.map((passkey) => (
          <li key={passkey.credentialId} className="account-row">
            <span>
              <strong>{passkey.name}</strong>
              <span className="quiet">
                made {momentWord(passkey.createdAt)},{' '}
                {passkey.usedAt ? `used ${momentWord(passkey.usedAt)}` : 'not used yet'}
              </span>
            </span>
            <Button
              variant="default"
              size="xs"
              aria-label={`Remove the passkey ${passkey.name}`}
              onClick={() => setLeaving(passkey)}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      {leaving ? <RemovePasskey account={account} passkey={leaving} onDone={() => setLeaving(null)} /> : null}
      {canMake ? null : (
        <p className="quiet">
          {isPossible
            ? "This browser doesn't know passkeys."
            : 'At this address there are none: passkeys need an address with a name, over HTTPS or as localhost.'}
        </p>
      )}
      {canMake && !isOpen ? (
        <Button className="align-start" variant="default" onClick={() => setOpen(true)}>
          Add a passkey
        </Button>
      ) : null}
      {canMake && isOpen ? <NewPasskey account={account} onDone={() => setOpen(false)} /> : null}
    </Section>
  );
}

type RemoveProps = { account: Account; passkey: Passkey; onDone: () => void };

function RemovePasskey({ account, passkey, onDone }: RemoveProps) {
  const [password, setPassword] = useState('');
  const remove = useRewrite(removePasskey, readAccount);
  return (
    <AskOver
      title={`Remove the passkey ${passkey.name}?`}
      act="Remove it"
      busy={remove.isPending}
      error={remove.error}
      onSubmit={() => remove.mutate({ credentialId: passkey.credentialId, password }, { onSuccess: onDone })}
      onDone={onDone}
    >
      <p>It no longer lets you in here. Delete it on the device too, so that it isn't offered.</p>
      {account.hasPassword ? (
        <PasswordField label="Password" kind="current-password" value={password} onChange={setPassword} />
      ) : null}
    </AskOver>
  );
}

function NewPasskey({ account, onDone }: { account: Account; onDone: () => void }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const make = useNewPasskey();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ password, name }, { onSuccess: onDone });
  };
  return (
    <form className="stack account-form" onSubmit={submit}>
      <TextInput
        label="What you call it"
        description="So that you recognise it later, such as Work laptop."
        required
        withAsterisk={false}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {account.hasPassword ? (
        <PasswordField label="Password" kind="current-password" value={password} onChange={setPassword} />
      ) : null}
      {make.error ? <ErrorState error={make.error} /> : null}
      <div className="page-actions">
        <Button type="submit" loading={make.isPending}>
          Make it now
        </Button>
        <Button variant="default" onClick={onDone}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
