import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { type OpenKeys, openNote } from '../../web/notes-key.ts';
import { ErrorState } from '../../web/states.tsx';
import { momentWord } from '../../web/words.ts';
import { type OneOnOne, type PrivateNotes, readPrivateNotes, removePrivateNote, type SealedNote } from './contract.ts';
import type { Keep } from './keep-note.tsx';

type Props = { note: SealedNote; pair: OneOnOne; notes: PrivateNotes; keys: OpenKeys; keep: Keep };

/** A note, opened here; or why it can't be. */
export function NoteItem({ note, pair, notes: { mine, theirs }, keys, keep }: Props) {
  const own = note.authorId !== pair.with.personId;
  const opened = useOpened(note, pair.pairId, keys);
  const isLost = mine !== null && mine.madeAt > note.writtenAt;
  const remove = useAction(removePrivateNote, { invalidates: [readPrivateNotes] });
  const other = pair.with.name;
  // The other made new keys since: of this note only I hold the key.
  const stale = note.both && theirs !== null && theirs.madeAt > note.writtenAt;
  return (
    <li>
      <p className="quiet">
        {own ? 'You' : other}, {momentWord(note.writtenAt)} · {note.both ? `for you and ${other}` : 'only for you'}
      </p>
      {opened.problem ? (
        <p className="talks-closed">{isLost ? sayLost(note.both ? other : null) : opened.problem}</p>
      ) : null}
      {opened.text === null ? null : <p className="talks-words">{opened.text}</p>}
      {stale && opened.text !== null ? (
        <p>
          {other} made new keys since and can no longer open this.{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => keep.mutate({ text: opened.text ?? '', theirs: theirs.recipient })}
          >
            Write it again for both
          </button>
        </p>
      ) : null}
      {own ? (
        <Button
          variant="default"
          size="xs"
          loading={remove.isPending}
          aria-label={`Remove the note of ${momentWord(note.writtenAt)}`}
          onClick={() => remove.mutate({ pairId: pair.pairId, noteId: note.noteId })}
        >
          Remove
        </Button>
      ) : null}
      {remove.error ? <ErrorState error={remove.error} /> : null}
    </li>
  );
}

/** After a lost passphrase; `other`: who can still open it. */
const sayLost = (other: string | null) =>
  other === null
    ? 'Closed to you for good: it was written for keys you no longer have.'
    : `Closed to you: it was written for keys you no longer have. ${other} can still open it, and write it again for both.`;

type Opened = { text: string | null; problem: string | null };

/** Opens a note in the memory of what is on screen, and of nothing else: once it is locked the words are gone. */
function useOpened({ body }: SealedNote, pairId: number, { identity }: OpenKeys): Opened {
  const [opened, setOpened] = useState<Opened>({ text: null, problem: null });
  useEffect(() => {
    let isGone = false;
    openNote(body, pairId, identity).then(
      (text) => !isGone && setOpened({ text, problem: null }),
      (error: Error) => !isGone && setOpened({ text: null, problem: error.message }),
    );
    return () => {
      isGone = true;
    };
  }, [body, pairId, identity]);
  return opened;
}
