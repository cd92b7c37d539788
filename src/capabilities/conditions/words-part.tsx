import { Button, Checkbox, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import type { Feeling } from '../../records/conditions/types.ts';
import { useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { type OwnConditions, readConditions, sayOwnWord, takeBackOwnWord } from './contract.ts';
import { WordList } from './word-list.tsx';
import { FEELING_WORDS } from './words.ts';

/** How it goes, in one's own words and only if one wants to. */
export function WordsPart({ own }: { own: OwnConditions }) {
  const takeBack = useAction(takeBackOwnWord, { invalidates: [readConditions] });
  const lead = own.leads.join(' and ') || 'your lead';
  return (
    <Section
      title="How it goes"
      note="Nobody asks, and nothing is concluded from silence. Say it for yourself, or for your lead too; you can take it back."
    >
      <WordForm lead={lead} />
      {own.words.length > 0 ? (
        <WordList words={own.words} lead={lead} onTakeBack={(wordId) => takeBack.mutate({ wordId })} />
      ) : null}
      {takeBack.error ? <ErrorState error={takeBack.error} /> : null}
    </Section>
  );
}

function WordForm({ lead }: { lead: string }) {
  const name = useId();
  const say = useAction(sayOwnWord, { invalidates: [readConditions] });
  const [feeling, setFeeling] = useState<Feeling | null>(null);
  const [text, setText] = useState('');
  const [withLead, setWithLead] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (feeling === null) return;
    const reset = () => {
      setFeeling(null);
      setText('');
      setWithLead(false);
    };
    say.mutate({ feeling, text, withLead }, { onSuccess: reset });
  };
  return (
    <form className="condition-form" onSubmit={submit}>
      <fieldset className="condition-feelings">
        <legend>At work it goes</legend>
        {(Object.keys(FEELING_WORDS) as Feeling[]).map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={feeling === one} onChange={() => setFeeling(one)} />
            <span>{FEELING_WORDS[one]}</span>
          </label>
        ))}
      </fieldset>
      <Textarea
        label="In your words, if you like"
        autosize
        minRows={2}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Checkbox
        label={`For ${lead} to read too`}
        checked={withLead}
        onChange={(event) => setWithLead(event.currentTarget.checked)}
      />
      <div>
        <Button type="submit" disabled={feeling === null} loading={say.isPending}>
          Keep it
        </Button>
      </div>
      {say.error ? <ErrorState error={say.error} /> : null}
    </form>
  );
}
