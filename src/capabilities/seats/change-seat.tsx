import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { type Choice, seatsToChoose } from './choices.ts';
import { changeSeat, type SeatRow } from './contract.ts';

type ChangeProps = {
  row: SeatRow;
  seats: readonly SeatRow[];
  people: Choice[];
  /** Who decides about it by hand; undefined: that isn't the reader's to say. */
  deciderId: number | null | undefined;
  onDone: () => void;
};

/** Changes what a seat is: its title, team, line, plan, and a distance set by hand with its reason. */
export function ChangeSeat({ row, seats, people, deciderId, onDone }: ChangeProps) {
  const { seat } = row;
  const change = useAction(changeSeat);
  const [title, setTitle] = useState(seat.title);
  const [team, setTeam] = useState(row.teamName ?? '');
  const [reportsTo, setReportsTo] = useState<string | null>(seat.reportsTo === null ? null : String(seat.reportsTo));
  const [plannedFor, setPlannedFor] = useState<string>(seat.plannedFor ?? '');
  const [steps, setSteps] = useState<number | string>(seat.distanceOverride ?? '');
  const [reason, setReason] = useState(seat.overrideReason ?? '');
  const [decider, setDecider] = useState<string | null>(deciderId == null ? null : String(deciderId));
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
        ...(deciderId !== undefined && { deciderId: decider === null ? null : Number(decider) }),
      },
      { onSuccess: onDone },
    );
  return (
    <AskOver
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
      {deciderId === undefined ? null : (
        <Select
          label="Who decides who leads here"
          description="Sees the candidates' numbers, once they are told."
          placeholder="whoever holds the seat above, else the owner"
          data={people}
          searchable
          clearable
          value={decider}
          onChange={setDecider}
        />
      )}
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
    </AskOver>
  );
}
