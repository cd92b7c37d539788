import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { Go } from '../../web/link.tsx';
import { raterOf } from './answering.ts';

type Somebody = { personId: number; name: string };

type WhoseViewProps = {
  /** The rater who isn't the signed-in person; null: it is their own view. */
  who: { name: string } | null;
  people: readonly Somebody[];
  /** Asks at once for a second person's name. */
  isOpen: boolean;
};

/** Says whose view is being given, and lets a second person take over. */
export function WhoseView({ who, people, isOpen }: WhoseViewProps) {
  const [isAsking, setAsking] = useState(isOpen);
  if (isAsking) return <RaterForm people={people} onDone={() => setAsking(false)} autoFocus />;
  return (
    <p className="whose">
      {who ? (
        <>
          This is the view of <strong>{who.name}</strong>. <Go to="/questions">Back to your own</Go>
        </>
      ) : (
        <>
          This is your own view.{' '}
          <button type="button" className="text-button" onClick={() => setAsking(true)}>
            Answer as somebody else
          </button>
        </>
      )}
    </p>
  );
}

type RaterFormProps = { people: readonly Somebody[]; onDone?: () => void; autoFocus?: boolean };

/** "Whose view is this?": starts the questions afresh for a second person. */
export function RaterForm({ people, onDone, autoFocus }: RaterFormProps) {
  const [name, setName] = useState('');
  const navigate = useNavigate();
  const names = useId();
  const start = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    void navigate({ to: '/questions', search: { rater: raterOf(name, people) } });
    onDone?.();
  };
  return (
    <form className="rater-form" onSubmit={start}>
      <TextInput
        label="Whose view is this?"
        description="Somebody who has worked with these people; their answers are kept beside yours."
        list={names}
        value={name}
        maxLength={200}
        data-autofocus={autoFocus ? true : undefined}
        ref={autoFocus ? (input) => input?.focus() : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <datalist id={names}>
        {people.map((person) => (
          <option key={person.personId} value={person.name} />
        ))}
      </datalist>
      <div className="rater-buttons">
        <Button type="submit" disabled={name.trim() === ''}>
          Begin with their view
        </Button>
        {onDone ? (
          <Button variant="subtle" onClick={onDone}>
            Not now
          </Button>
        ) : null}
      </div>
    </form>
  );
}
