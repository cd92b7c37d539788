import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useOperation, useRewrite } from '../../web/client.ts';
import { CopyButton } from '../../web/copy-button.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { momentWord } from '../../web/words.ts';
import { addProvider, changeProviderSecret, listProviders, type Provider, removeProvider } from './contract.ts';
import { PasswordField } from './password-field.tsx';

/** Single sign-on by Microsoft Entra or any other provider of OpenID Connect. */
export function ProvidersPage() {
  const read = useOperation(listProviders, {});
  return (
    <Page
      title="Single sign-on"
      sentence="Let people sign in with the account they have at work already. It costs nothing, here or there."
    >
      {read.isPending ? <Loading lines={6} /> : null}
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? (
        <>
          <ProviderList providers={read.data.providers} />
          <AddPart redirectAddress={read.data.redirectAddress} />
        </>
      ) : null}
    </Page>
  );
}

function ProviderList({ providers }: { providers: Provider[] }) {
  const [leaving, setLeaving] = useState<Provider | null>(null);
  const [renewing, setRenewing] = useState<Provider | null>(null);
  if (providers.length === 0)
    return (
      <Empty
        title="No provider yet"
        text="People sign in with a password and codes, or with passkeys. Both keep working beside single sign-on."
      />
    );
  return (
    <Section title="Providers">
      <ul className="account-rows">
        {providers.map((provider) => (
          <li key={provider.providerId} className="account-row">
            <span>
              <strong>{provider.label}</strong>
              <span className="quiet">
                {provider.issuer}, client {provider.clientId}, since {momentWord(provider.createdAt)}
              </span>
            </span>
            <Button
              variant="default"
              size="xs"
              aria-label={`Enter a new secret of ${provider.label}`}
              onClick={() => setRenewing(provider)}
            >
              New secret
            </Button>
            <Button
              variant="default"
              size="xs"
              aria-label={`Remove ${provider.label}`}
              onClick={() => setLeaving(provider)}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      {renewing ? <NewSecret provider={renewing} onDone={() => setRenewing(null)} /> : null}
      {leaving ? <RemoveProvider provider={leaving} onDone={() => setLeaving(null)} /> : null}
    </Section>
  );
}

function RemoveProvider({ provider, onDone }: { provider: Provider; onDone: () => void }) {
  const remove = useRewrite(removeProvider, listProviders);
  return (
    <AskOver
      title={`Remove ${provider.label}?`}
      act="Remove it"
      busy={remove.isPending}
      error={remove.error}
      onSubmit={() => remove.mutate({ providerId: provider.providerId }, { onSuccess: onDone })}
      onDone={onDone}
    >
      <p>Nobody can sign in with it any more. Whoever has no password or passkey needs a new invitation.</p>
    </AskOver>
  );
}

function NewSecret({ provider, onDone }: { provider: Provider; onDone: () => void }) {
  const [clientSecret, setSecret] = useState('');
  const change = useRewrite(changeProviderSecret, listProviders);
  return (
    <AskOver
      title={`New client secret of ${provider.label}`}
      act="Keep it"
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ providerId: provider.providerId, clientSecret }, { onSuccess: onDone })}
      onDone={onDone}
    >
      <p>Secrets at a provider expire. Make a new one there and put it here; nobody has to do anything else.</p>
      <PasswordField label="Client secret" kind="off" value={clientSecret} onChange={setSecret} />
    </AskOver>
  );
}

const EMPTY = { label: '', issuer: '', clientId: '', clientSecret: '' };

function AddPart({ redirectAddress }: { redirectAddress: string }) {
  const [fields, setFields] = useState(EMPTY);
  const add = useRewrite(addProvider, listProviders);
  const set = (changed: Partial<typeof EMPTY>) => setFields({ ...fields, ...changed });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(fields, { onSuccess: () => setFields(EMPTY) });
  };
  return (
    <Section
      title="Add a provider"
      note="docs/single-sign-on.md in Evenkeel's folder shows each step, with Microsoft Entra as the example."
    >
      <ol className="steps-to-do">
        <li>
          At the provider, register Evenkeel as a web application with this redirect address:
          <span className="secret-text">
            <code>{redirectAddress}</code>
            <CopyButton text={redirectAddress} />
          </span>
        </li>
        <li>Put here what the provider gives you. Evenkeel asks the provider who it is before it keeps anything.</li>
      </ol>
      <form className="stack account-form" onSubmit={submit}>
        <Field
          label="What the button says"
          example="Microsoft"
          max={60}
          value={fields.label}
          onChange={(label) => set({ label })}
        />
        <Field
          label="Address of the provider (issuer)"
          description="For Microsoft Entra: https://login.microsoftonline.com/, then your tenant's ID, then /v2.0"
          max={500}
          value={fields.issuer}
          onChange={(issuer) => set({ issuer })}
        />
        <Field label="Client ID" max={200} value={fields.clientId} onChange={(clientId) => set({ clientId })} />
        <PasswordField
          label="Client secret"
          kind="off"
          value={fields.clientSecret}
          onChange={(clientSecret) => set({ clientSecret })}
        />
        {add.error ? <ErrorState error={add.error} /> : null}
        <Button className="align-start" type="submit" loading={add.isPending}>
          Add
        </Button>
      </form>
    </Section>
  );
}

type FieldProps = {
  label: string;
  description?: string;
  example?: string;
  max: number;
  value: string;
  onChange: (value: string) => void;
};

function Field({ label, description, example, max, value, onChange }: FieldProps) {
  return (
    <TextInput
      label={label}
      description={description}
      placeholder={example}
      required
      withAsterisk={false}
      autoComplete="off"
      spellCheck={false}
      maxLength={max}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
