import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { dayOf } from '../../base/time.ts';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import { type JournalEntry, sayToDecision } from './contract.ts';

/** The words of whom a decision was about: theirs to say, change and take back, on any day. */
export function OwnWords({ entry }: { entry: JournalEntry }) {
  const { ownWords, maySayOwn, person } = entry;
  if (!maySayOwn && ownWords === null) return null;
  if (maySayOwn) return <OwnForm entry={entry} />;
  return (
    <blockquote className="journal-words">
      <p>
        <bdi>{ownWords!.words}</bdi>
      </p>
      <footer className="quiet">
        {person?.name ?? 'Whom it was about'}, {dayWord(dayOf(ownWords!.at))}
      </footer>
    </blockquote>
  );
}

function OwnForm({ entry: { decisionId, ownWords } }: { entry: JournalEntry }) {
  const [words, setWords] = useState(ownWords?.words ?? '');
  const say = useAction(sayToDecision);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    say.mutate({ decisionId, words: words.trim() || null });
  };
  return (
    <form className="journal-form" onSubmit={submit}>
      <Textarea
        label="Your own words on it, if you like"
        description="Whoever decides reads them beside theirs. You can change them or take them back."
        rows={3}
        maxLength={4000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className="page-actions">
        <Button type="submit" variant="default" loading={say.isPending}>
          {words.trim() === '' && ownWords ? 'Take them back' : 'Keep them'}
        </Button>
      </div>
      {say.error ? <ErrorState error={say.error} /> : null}
    </form>
  );
}
