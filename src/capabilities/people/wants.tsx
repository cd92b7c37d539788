import { Button } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import type { Aspiration, Person } from '../../records/people/types.ts';
import { useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import { changePerson } from './contract.ts';

const WISHES: readonly { value: Aspiration; title: string; text: string }[] = [
  { value: 'wants-to-lead', title: 'Wants to lead', text: 'The lead path: people, practice, a mentor, a way back.' },
  {
    value: 'technical-path',
    title: 'Technical path',
    text: 'The technical path: depth, mastery, being the one to ask. Equal in standing.',
  },
  { value: 'not-now', title: 'Not now', text: 'Costs nothing, anywhere, and can change any day.' },
  { value: 'not-asked', title: 'Not asked yet', text: 'Lowers nobody. The next step is to ask.' },
];

/** What the person wants, asked first: it comes before every number on the page. */
export function Wants({ person, mayChange }: { person: Person; mayChange: boolean }) {
  if (!mayChange) return <WhatTheyWant person={person} />;
  return <WantsForm person={person} />;
}

/** Read by whoever may not write it down. */
function WhatTheyWant({ person }: { person: Person }) {
  const said = WISHES.find(({ value }) => value === person.aspiration);
  return (
    <Section title={`What ${firstName(person.name)} wants`}>
      <p>
        <strong>{said?.title}</strong> <span className="quiet">{said?.text}</span>
      </p>
      <p className="quiet">{saidWhen(person)}</p>
    </Section>
  );
}

function WantsForm({ person }: { person: Person }) {
  const name = useId();
  const [wish, setWish] = useState<Aspiration>(person.aspiration);
  const change = useAction(changePerson);
  const choices = useRef<HTMLFieldSetElement>(null);
  const stay = () => choices.current?.querySelector<HTMLInputElement>(':checked')?.focus();
  const isChanged = wish !== person.aspiration;
  return (
    <Section
      title={`What ${firstName(person.name)} wants`}
      note="Ask first. The lead path and the technical path are equal in rank; a no costs nothing."
    >
      <fieldset ref={choices} className="wants">
        <legend className="only-heard">What {person.name} wants</legend>
        {WISHES.map(({ value, title, text }) => (
          <label key={value} className="wants-choice">
            <input type="radio" name={name} checked={wish === value} onChange={() => setWish(value)} />
            <span>
              <strong>{title}</strong>
              <span className="quiet">{text}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="wants-save" role="status">
        {isChanged ? (
          <>
            <Button
              size="sm"
              loading={change.isPending}
              onClick={() => change.mutate({ personId: person.personId, aspiration: wish }, { onSuccess: stay })}
            >
              Save as said today
            </Button>
            <Button size="sm" variant="subtle" onClick={() => setWish(person.aspiration)}>
              Leave it
            </Button>
          </>
        ) : (
          <p className="quiet">{saidWhen(person)}</p>
        )}
      </div>
      {change.error ? <ErrorState error={change.error} /> : null}
    </Section>
  );
}

const firstName = (name: string) => name.split(/\s+/)[0] ?? name;

function saidWhen(person: Person): string {
  if (person.aspiration === 'not-asked') return 'Not asked yet.';
  return person.aspirationDay ? `Said on ${dayWord(person.aspirationDay)}.` : 'The day was not recorded.';
}
