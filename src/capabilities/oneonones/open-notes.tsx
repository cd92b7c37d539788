import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { markOf, type OpenKeys } from '../../web/notes-key.ts';
import { ErrorState } from '../../web/states.tsx';
import { momentWord } from '../../web/words.ts';
import type { OneOnOne, PrivateNotes } from './contract.ts';
import { type Keep, useKeep } from './keep-note.tsx';
import { NewKeys } from './new-keys.tsx';
import { NoteItem } from './note-item.tsx';

type Props = {
  pair: OneOnOne;
  notes: PrivateNotes;
  keys: OpenKeys;
  onKeys: (keys: OpenKeys) => void;
  onLock: () => void;
};

/** Unlocked: a place to write, and the notes. */
export function OpenNotes({ pair, notes, keys, onKeys, onLock }: Props) {
  const keep = useKeep(pair.pairId, keys.recipient);
  return (
    <>
      <div className="page-actions">
        <Button variant="default" onClick={onLock}>
          Lock
        </Button>
        <span className="quiet">Locks by itself after 15 minutes, and when you leave this page.</span>
      </div>
      <WriteNote pair={pair} theirs={notes.theirs} keep={keep} />
      {notes.notes.length === 0 ? <p className="quiet">No private notes yet.</p> : null}
      <ul className="talks-notes">
        {notes.notes.map((note) => (
          <NoteItem key={note.noteId} note={note} pair={pair} notes={notes} keys={keys} keep={keep} />
        ))}
      </ul>
      <KeyMarks pair={pair} notes={notes} keys={keys} onKeys={onKeys} />
    </>
  );
}

function WriteNote({ pair, theirs, keep }: { pair: OneOnOne; theirs: PrivateNotes['theirs']; keep: Keep }) {
  const [text, setText] = useState('');
  const [both, setBoth] = useState(false);
  const other = pair.with.name;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate({ text, theirs: both && theirs ? theirs.recipient : null }, { onSuccess: () => setText('') });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Textarea
        label="A private note"
        rows={4}
        required
        withAsterisk={false}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <fieldset className="talks-readers">
        <legend>Who can open it</legend>
        <label>
          <input type="radio" name="readers" checked={!both} onChange={() => setBoth(false)} /> Only you
        </label>
        <label>
          <input type="radio" name="readers" checked={both} disabled={theirs === null} onChange={() => setBoth(true)} />{' '}
          You and {other}
        </label>
      </fieldset>
      {theirs === null ? (
        <p className="quiet">
          {other} has no keys yet. Once they choose a passphrase here, you can write notes for both of you.
        </p>
      ) : null}
      {keep.error ? <ErrorState error={keep.error} /> : null}
      <Button type="submit" className="align-start" loading={keep.isPending}>
        Encrypt and keep
      </Button>
    </form>
  );
}

/** Which keys are in use, so that the two can compare them, and what to do with one's own. */
function KeyMarks({ pair, notes, keys, onKeys }: Omit<Props, 'onLock'>) {
  const { mine, theirs } = notes;
  return (
    <details className="unfold">
      <summary>Keys</summary>
      <dl className="talks-marks">
        <dt>Yours</dt>
        <dd>
          <code>{markOf(keys.recipient)}</code>, made {momentWord(mine!.madeAt)}
        </dd>
        <dt>{pair.with.name}’s</dt>
        <dd>
          {theirs ? (
            <>
              <code>{markOf(theirs.recipient)}</code>, made {momentWord(theirs.madeAt)}
            </>
          ) : (
            'none yet'
          )}
        </dd>
      </dl>
      <p className="quiet">
        Read them out to each other once: if both of you see the same, no server has put another key between you. Who
        writes when, to whom and about how long can be seen on the server; the words can’t. A server that sent your
        browser changed pages could read what you type: trust whoever keeps it that far, or don’t write it here.
      </p>
      <details className="unfold">
        <summary>Change my passphrase</summary>
        <NewKeys replaces={keys.recipient} same={keys} onMade={onKeys} />
      </details>
    </details>
  );
}
