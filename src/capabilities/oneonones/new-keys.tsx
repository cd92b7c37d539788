import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { call } from '../../web/client.ts';
import { lockAnew, makeKeys, type OpenKeys, suggestPassphrase } from '../../web/notes-key.ts';
import { ErrorState } from '../../web/states.tsx';
import { readPrivateNotes, saveNoteKeys } from './contract.ts';
import { judgePassphrase } from './passphrase.ts';

type Props = {
  /** The public key that they take the place of; null: the first ones. */
  replaces: string | null;
  /** The keys that only get another passphrase; absent: new ones are made. */
  same?: OpenKeys;
  onMade: (keys: OpenKeys) => void;
};

/** Chooses a passphrase, typed twice, and makes keys with it in this browser; only the locked half leaves it. */
export function NewKeys({ replaces, same, onMade }: Props) {
  const [phrase, setPhrase] = useState('');
  const [again, setAgain] = useState('');
  const [understood, setUnderstood] = useState(false);
  const make = useMake(replaces, same, onMade);
  const judged = judgePassphrase(phrase);
  const differs = again !== '' && again !== phrase;
  const ready = judged.holds !== 'no' && again === phrase && (understood || same !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) make.mutate(phrase);
  };
  return (
    <form className="stack talks-keys" onSubmit={submit}>
      {same ? null : <Before first={replaces === null} />}
      <PassphraseField
        label="Passphrase"
        value={phrase}
        onChange={setPhrase}
        description={phrase === '' ? 'At least 12 characters. Not the password you sign in with.' : judged.say}
      />
      <div>
        <Suggest onTake={setPhrase} />
      </div>
      <PassphraseField
        label="The same again"
        value={again}
        onChange={setAgain}
        {...(differs && { error: 'The two are not the same.' })}
      />
      {same ? null : (
        <label className="talks-check">
          <input
            type="checkbox"
            checked={understood}
            onChange={(event) => setUnderstood(event.currentTarget.checked)}
          />
          I know that nobody can reset this passphrase, and that without it my private notes are gone.
        </label>
      )}
      {make.error ? <ErrorState error={make.error} /> : null}
      <Button type="submit" className="align-start" disabled={!ready} loading={make.isPending}>
        {same ? 'Change the passphrase' : 'Make my keys'}
      </Button>
      {make.isPending ? <p role="status">Locking your keys: this takes some seconds.</p> : null}
    </form>
  );
}

function useMake(replaces: string | null, same: OpenKeys | undefined, onMade: (keys: OpenKeys) => void) {
  const queries = useQueryClient();
  return useMutation<OpenKeys, Error, string>({
    mutationFn: async (phrase) => {
      await painted();
      const keys = await (same ? lockAnew(same.identity, phrase) : makeKeys(phrase));
      await call(saveNoteKeys, { recipient: keys.recipient, sealed: keys.sealed, replaces });
      return keys;
    },
    onSuccess: async (keys) => {
      onMade(keys);
      await queries.invalidateQueries({ queryKey: [readPrivateNotes.id] });
    },
  });
}

/** Locking keeps the browser busy for a moment: first it shows that it is. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

const Before = ({ first }: { first: boolean }) => (
  <div className="notice">
    <p className="notice-title">{first ? 'Before your first private note' : 'Before you make new keys'}</p>
    <p>
      {first
        ? 'Choose a passphrase. Your keys are made here, in your browser, and locked with it; we keep only what is locked. '
        : 'Every private note you have now stays closed to you for good. Notes to both of you stay readable to the other, who may write them again for your new keys. '}
      <strong>If you forget it, your private notes are gone for you:</strong> nobody can reset it, not the owner and not
      whoever holds the server.
    </p>
  </div>
);

function Suggest({ onTake }: { onTake: (phrase: string) => void }) {
  const [suggested, setSuggested] = useState<string | null>(null);
  const suggest = () => {
    const phrase = suggestPassphrase();
    setSuggested(phrase);
    onTake(phrase);
  };
  return (
    <>
      <button type="button" className="text-button" onClick={suggest}>
        Suggest one
      </button>
      {suggested ? (
        <p role="status">
          Write this down, or keep it in a password manager: <code className="talks-phrase">{suggested}</code>
        </p>
      ) : null}
    </>
  );
}

type FieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  description?: string;
  error?: string;
};

/** A passphrase that can be shown while it is typed. A browser must not offer the password of signing in for it. */
export function PassphraseField({ label, value, onChange, description, error }: FieldProps) {
  const id = useId();
  return (
    <PasswordInput
      id={id}
      label={label}
      description={description}
      error={error}
      required
      withAsterisk={false}
      maxLength={256}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': `Show: ${label.toLowerCase()}`, tabIndex: 0 }}
    />
  );
}
