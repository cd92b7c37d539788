import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { changeStep, listPlans, readPlan, type ShownPlan, type ShownStep } from './contract.ts';
import { STEP_WORDS } from './words.ts';

type ChangeProps = { step: ShownStep; what: 'move' | 'drop'; shown: ShownPlan; onDone: () => void };

/** Moves a step to another day, or drops it; why is said for a plan that was agreed. */
export function ChangeStep({ step, what, shown, onDone }: ChangeProps) {
  const change = useAction(changeStep, { invalidates: [readPlan, listPlans] });
  const [day, setDay] = useState<string>([step.day, shown.today].sort().at(-1)!);
  const [reason, setReason] = useState('');
  const asksWhy = what === 'drop' || shown.plan?.state === 'agreed';
  const submit = () =>
    change.mutate(
      {
        ...{ personId: shown.personId, stepId: step.stepId, change: what },
        ...(what === 'move' && { day }),
        ...(asksWhy && { reason }),
      },
      { onSuccess: onDone },
    );
  const name = STEP_WORDS[step.kind].toLowerCase();
  return (
    <AskOver
      title={what === 'move' ? `Move this ${name}` : `Drop this ${name}?`}
      act={what === 'move' ? 'Move it' : 'Drop it'}
      busy={change.isPending}
      error={change.error}
      onSubmit={submit}
      onDone={onDone}
    >
      <p>{step.text}</p>
      {what === 'move' ? (
        <TextInput
          type="date"
          label="To"
          required
          min={shown.today}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      ) : null}
      {asksWhy ? (
        <TextInput
          label="Why"
          required
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
    </AskOver>
  );
}
