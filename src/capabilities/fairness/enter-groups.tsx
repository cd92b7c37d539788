import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { plural } from '../../web/words.ts';
import { ATTRIBUTE_WORDS, ATTRIBUTES, type Attribute } from './attributes.ts';
import { type Fairness, removeAttributes, saveAttributes } from './contract.ts';

/** Where HR enters and removes groups, with what they are for and who can read them. */
export function EnterGroups({ fairness }: { fairness: Fairness }) {
  return (
    <Section
      title="Enter groups"
      note="For this page alone, and only as far as people agreed. HR can read them here, and everyone their own under Me. Owners, leads, whoever holds the server and the program that computes our advice can't; the log says how many were entered, not of whom."
    >
      <div className="two-columns">
        <PasteForm />
        <RowForm fairness={fairness} />
      </div>
      <Removing fairness={fairness} />
    </Section>
  );
}

const EXAMPLE = 'person,attribute,group\nana@example.com,gender,woman\nTom Reed,age,40 to 49';

function PasteForm() {
  const [text, setText] = useState('');
  const save = useAction(saveAttributes);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ text }, { onSuccess: () => setText('') });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <h3>Paste a table</h3>
      <Textarea
        label="Person (name or address), attribute, group"
        description={`A line each; attributes: ${ATTRIBUTES.join(', ')}.`}
        placeholder={EXAMPLE}
        rows={6}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="page-actions">
        <Button type="submit" disabled={text.trim() === ''} loading={save.isPending}>
          Keep them
        </Button>
        <p role="status" className="quiet">
          {save.data ? `${plural(save.data.saved, 'line')} kept.` : ''}
        </p>
      </div>
      {save.error ? <ErrorState error={save.error} /> : null}
    </form>
  );
}

function RowForm({ fairness: { people, attributes } }: { fairness: Fairness }) {
  const [person, setPerson] = useState('');
  const [attribute, setAttribute] = useState<Attribute>('gender');
  const [group, setGroup] = useState('');
  const save = useAction(saveAttributes);
  const list = useId();
  const known = attributes.find((one) => one.attribute === attribute)?.known ?? [];
  const offered = [...new Set([...ATTRIBUTE_WORDS[attribute].offered, ...known])];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ rows: [{ personId: Number(person), attribute, group }] }, { onSuccess: () => setGroup('') });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <h3>One person</h3>
      <NativeSelect
        label="Person"
        data={[
          { value: '', label: 'Choose' },
          ...people.map(({ personId, name }) => ({ value: String(personId), label: name })),
        ]}
        value={person}
        onChange={(event) => setPerson(event.currentTarget.value)}
      />
      <NativeSelect
        label="Attribute"
        data={ATTRIBUTES.map((value) => ({ value, label: ATTRIBUTE_WORDS[value].title }))}
        value={attribute}
        onChange={(event) => setAttribute(event.currentTarget.value as Attribute)}
      />
      <TextInput
        label="Group"
        list={list}
        autoComplete="off"
        maxLength={60}
        value={group}
        onChange={(event) => setGroup(event.currentTarget.value)}
      />
      <datalist id={list}>
        {offered.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <div className="page-actions">
        <Button type="submit" variant="default" disabled={!person || group.trim() === ''} loading={save.isPending}>
          Keep it
        </Button>
        <p role="status" className="quiet">
          {save.data ? 'Kept.' : ''}
        </p>
      </div>
      {save.error ? <ErrorState error={save.error} /> : null}
    </form>
  );
}

function Removing({ fairness: { attributes } }: { fairness: Fairness }) {
  const [asking, setAsking] = useState<Attribute | 'all' | null>(null);
  const remove = useAction(removeAttributes);
  const given = attributes.filter((one) => one.given > 0);
  if (given.length === 0) return null;
  const go = () =>
    remove.mutate(asking === 'all' || asking === null ? {} : { attribute: asking }, {
      onSuccess: () => setAsking(null),
    });
  return (
    <div className="page-actions">
      {given.map(({ attribute }) => (
        <Button key={attribute} variant="default" size="xs" onClick={() => setAsking(attribute)}>
          {`Remove ${ATTRIBUTE_WORDS[attribute].title.toLowerCase()}`}
        </Button>
      ))}
      {given.length > 1 ? (
        <Button variant="default" size="xs" onClick={() => setAsking('all')}>
          Remove all of it
        </Button>
      ) : null}
      {asking ? (
        <AskOver
          title={
            asking === 'all'
              ? 'Remove every group?'
              : `Remove ${ATTRIBUTE_WORDS[asking].title.toLowerCase()} of everyone?`
          }
          act="Remove"
          busy={remove.isPending}
          error={remove.error}
          onSubmit={go}
          onDone={() => setAsking(null)}
        >
          <p>What people gave themselves goes too. It can't be brought back.</p>
        </AskOver>
      ) : null}
    </div>
  );
}
