import { Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { addRemark, readAboutMe } from './contract.ts';

/** Which field or number somebody is about to say something about. */
export type Saying = { about: string; title: string };

const KINDS = [
  { value: 'comment', title: 'A comment', text: 'It stands beside it.' },
  { value: 'dispute', title: 'This is wrong', text: 'It stands beside it, wherever it shows, until somebody answers.' },
] as const;

/** A comment or a dispute on one field or number, written over the page. */
export function SaySomething({ saying, onDone }: { saying: Saying; onDone: () => void }) {
  const [kind, setKind] = useState<'comment' | 'dispute'>('comment');
  const [text, setText] = useState('');
  const name = useId();
  const add = useAction(addRemark, { invalidates: [readAboutMe] });
  return (
    <AskOver
      title={`Say something: ${saying.title}`}
      act="Say it"
      busy={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate({ about: saying.about, kind, text }, { onSuccess: onDone })}
      onDone={onDone}
    >
      <fieldset className="about-kinds">
        <legend className="only-heard">What it is</legend>
        {KINDS.map((one) => (
          <label key={one.value}>
            <input type="radio" name={name} checked={kind === one.value} onChange={() => setKind(one.value)} />
            <span>
              <strong>{one.title}</strong> <span className="quiet">{one.text}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Textarea
        label="In your words"
        description="You, your lead, HR and whoever decides on a seat you are considered for can read it."
        required
        rows={4}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </AskOver>
  );
}

/** Opens it; on one's own page only. */
export function SayButton({ saying, onSay }: { saying: Saying; onSay: ((saying: Saying) => void) | null }) {
  if (onSay === null) return null;
  return (
    <button
      type="button"
      className="text-button about-say"
      aria-label={`Say something about this: ${saying.title}`}
      onClick={() => onSay(saying)}
    >
      Say something
    </button>
  );
}
