import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { GoalState, MentoringGoal } from '../../records/mentoring/types.ts';
import { useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { plural } from '../../web/words.ts';
import { addMentoringGoal, changeMentoringGoal, type MentoringTalk, readMentoringPair } from './contract.ts';

const INVALIDATES = { invalidates: [readMentoringPair] };

/** What the two want to reach; both write and read it, nobody else does. */
export function Goals({ talk }: { talk: MentoringTalk }) {
  const { goals, pairId, state, goalsBefore } = talk;
  const add = useAction(addMentoringGoal, INVALIDATES);
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ pairId, text, fromBefore: false }, { onSuccess: () => setText('') });
  };
  return (
    <Section title="Goals" note={`${talk.with.name} reads these too, nobody else. Two or three are enough.`}>
      {goalsBefore > 0 ? (
        <p>
          {`You have ${plural(goalsBefore, 'open goal')} from before. `}
          <button
            type="button"
            className="text-button"
            onClick={() => add.mutate({ pairId, text: '', fromBefore: true })}
          >
            Take {goalsBefore === 1 ? 'it' : 'them'} along
          </button>
        </p>
      ) : null}
      {goals.length === 0 ? <p className="quiet">None yet.</p> : null}
      <ul className="mentoring-plain">
        {goals.map((goal) => (
          <Goal key={goal.goalId} goal={goal} pairId={pairId} />
        ))}
      </ul>
      {state === 'running' ? (
        <form className="mentoring-row" onSubmit={submit}>
          <TextInput
            label="Add a goal"
            description="Something one could see, such as: lead one difficult talk without me."
            className="mentoring-wide"
            maxLength={300}
            required
            withAsterisk={false}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={add.isPending}>
            Add goal
          </Button>
        </form>
      ) : null}
      {add.error ? <ErrorState error={add.error} /> : null}
    </Section>
  );
}

function Goal({ goal, pairId }: { goal: MentoringGoal; pairId: number }) {
  const change = useAction(changeMentoringGoal, INVALIDATES);
  const set = (state: GoalState) => change.mutate({ pairId, goalId: goal.goalId, state });
  return (
    <li>
      <span>
        {goal.text}
        {goal.state === 'open' ? null : <span className="quiet">{` (${goal.state})`}</span>}
      </span>
      <span className="page-actions">
        {goal.state === 'open' ? (
          <>
            <Button size="xs" variant="default" aria-label={`Reached: ${goal.text}`} onClick={() => set('reached')}>
              Reached
            </Button>
            <Button size="xs" variant="subtle" aria-label={`Drop: ${goal.text}`} onClick={() => set('dropped')}>
              Drop
            </Button>
          </>
        ) : (
          <Button size="xs" variant="subtle" aria-label={`Open again: ${goal.text}`} onClick={() => set('open')}>
            Open again
          </Button>
        )}
      </span>
      {change.error ? <ErrorState error={change.error} /> : null}
    </li>
  );
}
