import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { GrowthStep } from '../../records/conditions/types.ts';
import { useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import { addGrowthStep, readConditions, readTeamConditions, removeGrowthStep } from './contract.ts';

type StepsProps = { personId: number; steps: readonly GrowthStep[]; today: string; name: string | null };

/** One's own growth steps as a part of the page. */
export function StepsPart(props: StepsProps) {
  return (
    <Section
      title="Growth steps"
      note="A course, a new task, something you taught, a trial. You and your lead note them, and both read them."
    >
      <Steps {...props} />
    </Section>
  );
}

const FROM: Record<GrowthStep['from'], string> = { noted: '', plan: ', from the plan', course: ', a course' };

/** Growth steps with a line to note another. */
export function Steps({ personId, steps, today, name }: StepsProps) {
  const invalidates = [readConditions, readTeamConditions];
  const add = useAction(addGrowthStep, { invalidates });
  const remove = useAction(removeGrowthStep, { invalidates });
  const [text, setText] = useState('');
  const [day, setDay] = useState(today);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ personId, day, text }, { onSuccess: () => setText('') });
  };
  return (
    <>
      {steps.length > 0 ? (
        <ul className="condition-said">
          {steps.map((step) => (
            <li key={step.stepId ?? `${step.from} ${step.day} ${step.text}`}>
              <span>{step.text}</span> <span className="quiet">{dayWord(step.day) + FROM[step.from]}</span>{' '}
              {step.stepId === null ? null : (
                <button type="button" className="text-button" onClick={() => remove.mutate({ stepId: step.stepId! })}>
                  Remove<span className="only-heard"> {step.text}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">None is noted yet.</p>
      )}
      <form className="condition-step" onSubmit={submit}>
        <TextInput
          label={name === null ? 'What you learned or took on' : `What ${name} learned or took on`}
          value={text}
          maxLength={200}
          required
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput
          label="On"
          type="date"
          max={today}
          value={day}
          required
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={add.isPending}>
          Note it
        </Button>
      </form>
      {add.error ? <ErrorState error={add.error} /> : null}
      {remove.error ? <ErrorState error={remove.error} /> : null}
    </>
  );
}
