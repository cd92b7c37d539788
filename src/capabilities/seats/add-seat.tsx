import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { seatsToChoose } from './choices.ts';
import { addSeat, type SeatRow } from './contract.ts';

/** Adds a seat that nobody holds yet: open now, or planned for a day. */
export function AddSeat({ seats, onDone }: { seats: readonly SeatRow[]; onDone: () => void }) {
  const add = useAction(addSeat);
  const [title, setTitle] = useState('');
  const [team, setTeam] = useState('');
  const [reportsTo, setReportsTo] = useState<string | null>(null);
  const [plannedFor, setPlannedFor] = useState('');
  const submit = () =>
    add.mutate(
      {
        title,
        team: team.trim() || null,
        reportsTo: reportsTo === null ? null : Number(reportsTo),
        plannedFor: plannedFor || null,
      },
      { onSuccess: onDone },
    );
  return (
    <AskOver
      title="Add a seat"
      act="Add the seat"
      busy={add.isPending}
      error={add.error}
      onSubmit={submit}
      onDone={onDone}
    >
      <TextInput
        label="Title"
        placeholder="Lead, Pod B"
        required
        maxLength={200}
        data-autofocus
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label="Team it leads"
        description="Leave empty for a seat that leads leads. A new name makes a new team."
        maxLength={200}
        value={team}
        onChange={(event) => setTeam(event.currentTarget.value)}
      />
      <Select
        label="Reports to"
        placeholder="nobody: it stands at the top"
        data={seatsToChoose(seats)}
        searchable
        clearable
        value={reportsTo}
        onChange={setReportsTo}
      />
      <TextInput
        type="date"
        label="Planned for"
        description="Leave empty when it is open now."
        value={plannedFor}
        onChange={(event) => setPlannedFor(event.currentTarget.value)}
      />
    </AskOver>
  );
}
