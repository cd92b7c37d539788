import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAction } from '../../web/client.ts';
import { seatsToChoose } from './choices.ts';
import { changeSeat, type SeatRow } from './contract.ts';
import { Ask } from './form.tsx';

type ChangeProps = { row: SeatRow; seats: readonly SeatRow[]; onDone: () => void };

/** Changes what a seat is: its title, team, line, plan, and a distance set by hand with its reason. */
export function ChangeSeat({ row, seats, onDone }: ChangeProps) {
  const { seat } = row;
  const change = useAction(changeSeat);
  const [title, setTitle] = useState(seat.title);
  const [team, setTeam] = useState(row.teamName ?? '');
  const [reportsTo, setReportsTo] = useState<string | null>(seat.reportsTo === null ? null : String(seat.reportsTo));
  const [plannedFor, setPlannedFor] = useState<string>(seat.plannedFor ?? '');
  const [steps, setSteps] = useState<number | string>(seat.distanceOverride ?? '');
  const [reason, setReason] = useState(seat.overrideReason ?? '');
  const byHand = steps !== '';
  const submit = () =>
    change.mutate(
      {
        seatId: seat.seatId,
        title,
        team: team.trim() || null,
        reportsTo: reportsTo === null ? null : Number(reportsTo),
        plannedFor: plannedFor || null,
        distanceOverride: byHand ? Number(steps) : null,
        overrideReason: byHand ? reason.trim() || null : null,
      },
      { onSuccess: onDone },
    );
  return (
    <Ask
      title="Change this seat"
      act="Save"
      busy={change.isPending}
      error={change.error}
      onSubmit={submit}
      onDone={onDone}
    >
      <TextInput
        label="Title"
        required
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label="Team it leads"
        description="Empty for a seat that leads leads."
        maxLength={200}
        value={team}
        onChange={(event) => setTeam(event.currentTarget.value)}
      />
      <Select
        label="Reports to"
        placeholder="nobody: it stands at the top"
        data={seatsToChoose(seats, seat.seatId)}
        searchable
        clearable
        value={reportsTo}
        onChange={setReportsTo}
      />
      {seat.holderId === null ? (
        <TextInput
          type="date"
          label="Planned for"
          value={plannedFor}
          onChange={(event) => setPlannedFor(event.currentTarget.value)}
        />
      ) : null}
      <NumberInput
        label="Steps from the product, set by hand"
        description="Leave empty: it is counted from who reports to whom. For exceptions such as a dispatcher."
        min={0}
        max={9}
        allowDecimal={false}
        value={steps}
        onChange={setSteps}
      />
      {byHand ? (
        <TextInput
          label="Why by hand"
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
    </Ask>
  );
}
