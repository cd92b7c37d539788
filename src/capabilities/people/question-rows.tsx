import { type KeyboardEvent, useId, useMemo, useRef } from 'react';
import { type Choice, choiceOfKey, choicesOf } from './answering.ts';
import type { QuestionRound } from './contract.ts';
import { groupByTeam } from './order.ts';
import type { AnswerKey, QuestionKey } from './questions.ts';

type RowsProps = {
  questionKey: QuestionKey;
  people: QuestionRound['people'];
  answers: Record<number, string>;
  onSay: (personId: number, answer: AnswerKey) => void;
};

/** One question over everyone, by team and then name: a row of radio buttons each, one block each on a phone. */
export function QuestionRows({ questionKey, people, answers, onSay }: RowsProps) {
  const groups = useMemo(() => groupByTeam(people), [people]);
  const choices = choicesOf(questionKey);
  const rows = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>, personId: number) => {
    const choice = event.ctrlKey || event.metaKey || event.altKey ? undefined : choiceOfKey(questionKey, event.key);
    if (!choice) return;
    event.preventDefault();
    onSay(personId, choice.answer);
    focusNext(rows.current, event.currentTarget);
  };
  return (
    <div ref={rows} className={`question question-of-${choices.length}`}>
      <p className="quiet question-keys wide-only">
        Keys 1 to {choices.length} answer and go to the next person; the arrow keys choose.
      </p>
      <div className="question-heads" aria-hidden="true">
        <span />
        {choices.map((choice, i) => (
          <span key={choice.answer}>
            {choice.label}
            <kbd>{i + 1}</kbd>
          </span>
        ))}
      </div>
      {groups.map((group) => (
        <section key={group.team ?? ''} aria-label={group.team ?? 'Without a team'}>
          <h3 className="question-team">{group.team ?? 'Without a team'}</h3>
          {group.people.map((person) => (
            <Row
              key={person.personId}
              name={person.name}
              choices={choices}
              said={answers[person.personId]}
              onSay={(answer) => onSay(person.personId, answer)}
              onKeyDown={(event) => onKeyDown(event, person.personId)}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

/** Goes to the next person's answer, where there is one. */
function focusNext(rows: HTMLElement | null, row: HTMLFieldSetElement) {
  const all = [...(rows?.querySelectorAll('fieldset') ?? [])];
  const next = all[all.indexOf(row) + 1];
  const radio = next?.querySelector<HTMLInputElement>('input:checked') ?? next?.querySelector('input');
  radio?.focus();
}

type RowProps = {
  name: string;
  choices: readonly Choice[];
  said: string | undefined;
  onSay: (answer: AnswerKey) => void;
  onKeyDown: (event: KeyboardEvent<HTMLFieldSetElement>) => void;
};

function Row({ name, choices, said, onSay, onKeyDown }: RowProps) {
  const group = useId();
  return (
    <fieldset className="question-row" onKeyDown={onKeyDown}>
      <legend className="only-heard">{name}</legend>
      <span className="question-name" aria-hidden="true">
        {name}
      </span>
      {choices.map((choice) => (
        <label key={choice.answer} className="question-choice">
          <input type="radio" name={group} checked={said === choice.answer} onChange={() => onSay(choice.answer)} />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
