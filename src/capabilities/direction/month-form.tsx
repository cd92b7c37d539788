import { NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { addMonths, type Day } from '../../base/time.ts';
import { sayMonth } from '../../model/words.ts';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { type ShownDirection, type ShownTarget, typeMeasure } from './contract.ts';

type FormProps = { team: ShownDirection; target: ShownTarget; day: Day; onDone: () => void };

/** How the team stood in a month: used where tickets don't tell. */
export function MonthForm({ team, target, day, onDone }: FormProps) {
  const { measure } = target;
  const isBacklog = measure === 'backlog';
  const first = `${day.slice(0, 8)}01` as Day;
  const months = [1, 0, 2, 3, 4, 5].map((back) => addMonths(first, -back)).sort((a, b) => (a < b ? 1 : -1));
  const [month, setMonth] = useState<Day>(addMonths(first, -1));
  const [value, setValue] = useState<number | string>('');
  const [of, setOf] = useState<number | string>('');
  const save = useAction(typeMeasure);
  const submit = () =>
    save.mutate(
      {
        teamId: team.teamId,
        ...{ measure, month },
        value: isBacklog ? Number(value) : Number(value) / 100,
        of: isBacklog || of === '' ? null : Number(of),
      },
      { onSuccess: onDone },
    );
  return (
    <AskOver
      title={`How ${team.name} stood in a month`}
      act="Keep it"
      busy={save.isPending}
      error={save.error}
      onSubmit={submit}
      onDone={onDone}
    >
      <p className="quiet">Tickets count where they tell it; what is typed fills the gap.</p>
      <NativeSelect
        label="Month"
        data={months.map((one) => ({ value: one, label: sayMonth(one) }))}
        value={month}
        onChange={(event) => setMonth(event.currentTarget.value as Day)}
      />
      <NumberInput
        label={isBacklog ? 'Open tickets at its end' : 'Of 100'}
        required
        min={0}
        max={isBacklog ? 100_000 : 100}
        value={value}
        onChange={setValue}
      />
      {isBacklog ? null : (
        <NumberInput
          label="Of how many in all"
          description="Without it nobody can tell chance from change."
          min={1}
          max={1_000_000}
          allowDecimal={false}
          value={of}
          onChange={setOf}
        />
      )}
    </AskOver>
  );
}
