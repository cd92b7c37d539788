import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type OpenKeys, openKeys } from '../../web/notes-key.ts';
import { ErrorState } from '../../web/states.tsx';
import { plural } from '../../web/words.ts';
import type { NoteKeys } from './contract.ts';
import { NewKeys, PassphraseField, painted } from './new-keys.tsx';

type Props = { mine: NoteKeys; count: number; onOpen: (keys: OpenKeys) => void };

/** Opens one's keys with the passphrase; or, where it is lost, makes new ones. */
export function Unlock({ mine, count, onOpen }: Props) {
  const [phrase, setPhrase] = useState('');
  const open = useMutation<OpenKeys, Error, string>({
    mutationFn: async (given) => {
      await painted();
      return openKeys(mine, given);
    },
    onSuccess: onOpen,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate(phrase);
  };
  return (
    <>
      <form className="stack talks-keys" onSubmit={submit}>
        <p>Locked. {count === 0 ? 'There are no notes yet.' : `${plural(count, 'note')} here.`}</p>
        <PassphraseField label="Your passphrase" value={phrase} onChange={setPhrase} />
        {open.error ? <ErrorState error={open.error} /> : null}
        <Button type="submit" className="align-start" loading={open.isPending}>
          Unlock
        </Button>
        {open.isPending ? <p role="status">Unlocking: this takes some seconds.</p> : null}
      </form>
      <details className="unfold">
        <summary>I have lost my passphrase</summary>
        <NewKeys replaces={mine.recipient} onMade={onOpen} />
      </details>
    </>
  );
}
