import './practice.css';
import { Button, Textarea } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { capitalise } from '../../model/words.ts';
import type { Competency } from '../../records/voice/types.ts';
import { COMPETENCY_NAMES } from '../../records/voice/words.ts';
import { useAction, useOperation } from '../../web/client.ts';
import { GoButton } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import { CaseText } from './case-page.tsx';
import { readAnswer, removeAnswer, type ShownAnswer, scoreAnswer } from './contract.ts';
import { usePlace } from './place.tsx';
import { LEVEL_WORDS } from './words.ts';

/** An answer, for its writer and whom they asked to read it. */
export function AnswerPage() {
  const { answerId } = useParams({ strict: false }) as { answerId: string };
  const read = useOperation(readAnswer, { answerId: Number(answerId) });
  const { base } = usePlace();
  return (
    <Page
      title={read.data?.title ?? 'An answer'}
      sentence={read.data && sayAnswer(read.data)}
      actions={
        <GoButton to={base} quiet>
          All cases
        </GoButton>
      }
    >
      {read.error ? <ErrorState error={read.error} /> : null}
      {read.data ? <Answer key={answerId} answer={read.data} /> : read.error ? null : <Loading lines={8} />}
    </Page>
  );
}

function sayAnswer({ mine, writer, reader, writtenOn, state }: ShownAnswer): string {
  const who = `${mine ? 'You wrote' : `${writer} wrote`} this on ${dayWord(writtenOn)}.`;
  if (state === 'kept') return `${who} Nobody else reads it.`;
  return state === 'sent' ? `${who} It waits for ${reader}.` : `${who} Read by ${reader}.`;
}

function Answer({ answer }: { answer: ShownAnswer }) {
  return (
    <>
      <CaseText one={answer.case} />
      <Section title={answer.mine ? 'Your answer' : 'The answer'}>
        <p className="practice-text practice-answer">{answer.text}</p>
      </Section>
      {answer.mayScore ? <Score answer={answer} /> : answer.anchors ? <Seen answer={answer} /> : null}
      {answer.mine ? <Remove answer={answer} /> : null}
    </>
  );
}

/** What the reader saw, beside what the other levels do. */
function Seen({ answer }: { answer: ShownAnswer }) {
  const { anchors, scores, note, reader } = answer;
  const levelOf = new Map(scores.map((one) => [one.competency, one.level]));
  return (
    <Section
      title={`What ${reader} saw`}
      note="For growing. It is never a reading of a strength, and no advice reads it."
    >
      {note ? <p>{note}</p> : null}
      {anchors?.map(({ competency, levels }) => (
        <div key={competency}>
          <h3 className="practice-what">{capitalise(COMPETENCY_NAMES[competency])}</h3>
          <ol className="practice-anchors">
            {anchorsOf(levels).map(([level, does]) => (
              <li key={level} className={levelOf.get(competency) === level ? 'practice-seen' : undefined}>
                <strong>{LEVEL_WORDS[level]}</strong>
                {levelOf.get(competency) === level ? <span className="practice-here">seen here</span> : null}
                <br />
                {does}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </Section>
  );
}

type Anchor = NonNullable<ShownAnswer['anchors']>[number];

const anchorsOf = (levels: Anchor['levels']): [number, string][] => [
  [1, 'Doesn’t answer what the case asks for.'],
  ...Object.entries(levels).map(([level, does]): [number, string] => [Number(level), does]),
];

/** The reader chooses the sentence that fits best, for each thing that the case asks for. */
function Score({ answer }: { answer: ShownAnswer }) {
  const score = useAction(scoreAnswer);
  const [chosen, setChosen] = useState(() => new Map(answer.scores.map((one) => [one.competency, one.level])));
  const [note, setNote] = useState(answer.note ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const levels = [...chosen].map(([competency, level]) => ({ competency, level }));
    score.mutate({ answerId: answer.answerId, levels, note });
  };
  const anchors = answer.anchors ?? [];
  return (
    <Section
      title="What do you see in it?"
      note={`Choose the sentence that fits best. ${answer.writer} reads it; it is for growing and counts nowhere else.`}
    >
      <form className="stack practice-form" onSubmit={submit}>
        {anchors.map((anchor) => (
          <Choice
            key={anchor.competency}
            anchor={anchor}
            value={chosen.get(anchor.competency)}
            onChange={(competency, level) => setChosen(new Map(chosen).set(competency, level))}
          />
        ))}
        <Textarea
          label="In your words: what worked, one thing to try differently"
          autosize
          minRows={2}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className="page-actions">
          <Button type="submit" loading={score.isPending} disabled={chosen.size < anchors.length}>
            {answer.state === 'scored' ? 'Keep the change' : 'Send it back'}
          </Button>
        </div>
        {score.error ? <ErrorState error={score.error} /> : null}
        <p role="status">{score.data ? `${answer.writer} can read it now.` : ''}</p>
      </form>
    </Section>
  );
}

type ChoiceProps = {
  anchor: Anchor;
  value: number | undefined;
  onChange: (competency: Competency, level: number) => void;
};

function Choice({ anchor: { competency, levels }, value, onChange }: ChoiceProps) {
  return (
    <fieldset className="choice practice-choice">
      <legend>{capitalise(COMPETENCY_NAMES[competency])}</legend>
      {anchorsOf(levels).map(([level, does]) => (
        <label key={level}>
          <input
            type="radio"
            name={competency}
            checked={value === level}
            onChange={() => onChange(competency, level)}
          />
          <span>
            <strong>{LEVEL_WORDS[level]}.</strong> {does}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Remove({ answer }: { answer: ShownAnswer }) {
  const remove = useAction(removeAnswer);
  const navigate = useNavigate();
  const { base } = usePlace();
  return (
    <>
      <button
        type="button"
        className="text-button align-start"
        onClick={() => remove.mutate({ answerId: answer.answerId }, { onSuccess: () => void navigate({ to: base }) })}
      >
        {answer.state === 'scored' ? 'Remove this answer and what was said to it' : 'Remove this answer'}
      </button>
      {remove.error ? <ErrorState error={remove.error} /> : null}
    </>
  );
}
