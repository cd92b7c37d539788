import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../base/time.ts';
import { quarterEnds } from '../../model/direction/words.ts';
import { sayDay } from '../../model/words.ts';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { type Named, type ShownAim, type ShownDirection, setAim } from './contract.ts';

type AimProps = {
  team: ShownDirection;
  quarter: Day;
  aim: ShownAim | null;
  people: readonly Named[];
  onDone: () => void;
};

/** One sentence, and who sees to it. */
export function AimForm({ team, quarter, aim, people, onDone }: AimProps) {
  const [text, setText] = useState(aim?.text ?? '');
  const [ownerId, setOwnerId] = useState(String((aim ? aim.owner : team.lead)?.personId ?? ''));
  const save = useAction(setAim);
  const input = { teamId: team.teamId, quarter, text, ownerId: ownerId === '' ? null : Number(ownerId) };
  return (
    <AskOver
      title={`The aim of ${team.name}, ${sayDay(quarter)} to ${sayDay(quarterEnds(quarter))}`}
      act="Keep the aim"
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate(input, { onSuccess: onDone })}
      onDone={onDone}
    >
      <TextInput
        label="What do you want to be better at by then?"
        description="One sentence that everybody in the team can say."
        required
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NativeSelect
        label="Who sees to it"
        data={[
          { value: '', label: 'nobody yet' },
          ...people.map(({ personId, name }) => ({ value: String(personId), label: name })),
        ]}
        value={ownerId}
        onChange={(event) => setOwnerId(event.currentTarget.value)}
      />
    </AskOver>
  );
}
