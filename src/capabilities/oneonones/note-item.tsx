import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { type OpenKeys, openNote } from '../../web/notes-key.ts';
import { ErrorState } from '../../web/states.tsx';
import { momentWord } from '../../web/words.ts';
import { type OneOnOne, type PrivateNotes, readPrivateNotes, removePrivateNote, type SealedNote } from './contract.ts';
import type { Keep } from './keep-note.tsx';

type Props = { note: SealedNote; pair: OneOnOne; theirs: PrivateNotes['theirs']; keys: OpenKeys; keep: Keep };

/** A note, opened here; or why it can't be. */
export function NoteItem({ note, pair, theirs, keys, keep }: Props) {
  const own = note.authorId !== pair.with.personId;
  const opened = useOpened(note, pair.pairId, keys);
  const remove = useAction(removePrivateNote, { invalidates: [readPrivateNotes] });
  const other = pair.with.name;
  // The other made new keys since: of this note only I hold the key.
  const stale = note.both && theirs !== null && theirs.madeAt > note.writtenAt;
  return (
    <li>
      <p className="quiet">
        {own ? 'You' : other}, {momentWord(note.writtenAt)} · {note.both ? `for you and ${other}` : 'only for you'}
      </p>
      {opened.problem ? <p className="talks-closed">{opened.problem}</p> : null}
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
