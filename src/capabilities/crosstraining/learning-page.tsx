import './crosstraining.css';
import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction, useOperation } from '../../web/client.ts';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { Board } from './board.tsx';
import { type OwnLearning, readOwnLearning, setSkillLevel } from './contract.ts';
import { ChangeHours } from './hours-table.tsx';

/** What one is signed off for, learns and shows; and one's hours for it. */
export function LearningPage() {
  const read = useOperation(readOwnLearning, {});
  return (
    <Page
      title="My learning"
      sentence="What you are signed off for, what you are learning, and what you show others. You say yourself when you begin; somebody else signs off."
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <Own own={read.data} /> : read.error ? null : <Loading lines={6} />}
    </Page>
  );
}

function Own({ own }: { own: OwnLearning }) {
  const [changing, setChanging] = useState(false);
  const { you, items, hours, isSet, copes } = own;
  if (you === null)
    return <Empty title="You are none of the people here" text="Learning is shown to the person whose it is." />;
  const me = { personId: you, name: 'you', hours, isSet };
  return (
    <>
      <Section title="On the board" note="Everybody in the firm can see who is signed off for what.">
        {items.length > 0 ? (
          <Board items={items} page={{ mayKeep: false, you, people: [] }} />
        ) : (
          <p className="quiet">Nothing yet.</p>
        )}
      </Section>
      {copes.length > 0 ? (
        <Section
          title="What your tickets suggest"
          note="You may well cope with these. It counts for nothing until somebody signs it off: ask your lead to look."
        >
          <p>{copes.map(({ name }) => name).join(', ')}</p>
        </Section>
      ) : null}
      <Section
        title="Begin something"
        note={`You have ${hours} hours a week for learning and showing${isSet ? '' : ', as usual here'}.`}
      >
        <Begin own={own} you={you} />
        <button type="button" className="text-button align-start" onClick={() => setChanging(true)}>
          Change my hours
        </button>
        {changing ? <ChangeHours row={me} onDone={() => setChanging(false)} /> : null}
      </Section>
    </>
  );
}

function Begin({ own: { open, copes }, you }: { own: OwnLearning; you: number }) {
  const [subject, setSubject] = useState('');
  const set = useAction(setSkillLevel, { invalidates: [readOwnLearning] });
  const choices = [...copes, ...open];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate({ subject, personId: you, state: 'learning' }, { onSuccess: () => setSubject('') });
  };
  if (choices.length === 0) return <p className="quiet">There is nothing here that you don’t know or learn already.</p>;
  return (
    <form className="skill-row" onSubmit={submit}>
      <NativeSelect
        label="I begin to learn"
        data={[{ value: '', label: 'choose' }, ...choices.map((one) => ({ value: one.subject, label: one.name }))]}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={subject === ''} loading={set.isPending}>
        Begin
      </Button>
      {set.error ? <ErrorState error={set.error} /> : null}
    </form>
  );
}
