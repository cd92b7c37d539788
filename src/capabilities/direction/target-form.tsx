import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { MEASURE_WORDS } from '../../model/direction/words.ts';
import { MEASURES, type Measure } from '../../records/teams/types.ts';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { type ShownDirection, type ShownTarget, setTarget } from './contract.ts';

const VALUE_LABELS: Record<Measure, string> = {
  'service-level': 'Of 100 tickets, how many in time',
  satisfaction: 'Of 100 answers, how many satisfied',
  backlog: 'Open tickets, at most',
};

type FormProps = { team: ShownDirection; target: ShownTarget | null; onDone: () => void };

/** Sets a target, or changes one: the one before stays in the history. */
export function TargetForm({ team, target, onDone }: FormProps) {
  const free = MEASURES.filter((one) => !team.targets.some(({ measure }) => measure === one));
  const [measure, setMeasure] = useState<Measure>(target?.measure ?? free[0]!);
  const isBacklog = measure === 'backlog';
  const [value, setValue] = useState<number | string>(target ? (isBacklog ? target.value : shown(target.value)) : '');
  const [hours, setHours] = useState<number | string>(target?.withinHours ?? 8);
  const [words, setWords] = useState(target?.words ?? '');
  const save = useAction(setTarget);
  const submit = () =>
    save.mutate(
      {
        teamId: team.teamId,
        measure,
        value: isBacklog ? Number(value) : Number(value) / 100,
        withinHours: measure === 'service-level' ? Number(hours) : null,
        words: words.trim() || null,
      },
      { onSuccess: onDone },
    );
  return (
    <AskOver
      title={target ? `Change this target of ${team.name}` : `A target of ${team.name}`}
      act="Keep the target"
      busy={save.isPending}
      error={save.error}
      onSubmit={submit}
      onDone={onDone}
    >
      {target ? null : (
        <NativeSelect
          label="What it is about"
          data={free.map((one) => ({ value: one, label: MEASURE_WORDS[one] }))}
          value={measure}
          onChange={(event) => setMeasure(event.currentTarget.value as Measure)}
        />
      )}
      <NumberInput
        label={VALUE_LABELS[measure]}
        required
        min={0}
        max={isBacklog ? 100_000 : 100}
        allowDecimal={!isBacklog}
        value={value}
        onChange={setValue}
      />
      {measure === 'service-level' ? (
        <NumberInput
          label="Within how many working hours"
          required
          min={1}
          max={400}
          allowDecimal={false}
          value={hours}
          onChange={setHours}
        />
      ) : null}
      <TextInput
        label="What it is for"
        description="In the team’s own words; may stay empty."
        maxLength={120}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </AskOver>
  );
}

/** 0.825 → 82.5. */
const shown = (share: number): number => Math.round(share * 1000) / 10;
