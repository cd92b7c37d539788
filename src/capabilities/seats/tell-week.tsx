import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { type LeadWeek, useTellWeek } from '../../web/loads.ts';

const textOf = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
const numberOf = (text: string) => (text.trim() === '' ? null : Number(text.replace(',', '.')));

/** What no data tells of a lead's week: mentees, open conflicts, hours of steering. Empty: nothing is told. */
export function TellWeek({ week, onDone }: { week: LeadWeek; onDone: () => void }) {
  const [mentees, setMentees] = useState(textOf(week.told?.mentees));
  const [conflicts, setConflicts] = useState(textOf(week.told?.conflicts));
  const [steering, setSteering] = useState(textOf(week.told?.steering));
  const tell = useTellWeek();
  const numbers = { mentees: numberOf(mentees), conflicts: numberOf(conflicts), steering: numberOf(steering) };
  const isBad = Object.values(numbers).some((one) => Number.isNaN(one));
  const submit = () => {
    if (!isBad) tell.mutate({ seatId: week.seatId, ...numbers }, { onSuccess: onDone });
  };
  const field = (label: string, description: string, value: string, set: (text: string) => void) => (
    <TextInput
      label={label}
      description={description}
      inputMode="decimal"
      value={value}
      error={Number.isNaN(numberOf(value)) ? 'Enter a number.' : null}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
  return (
    <AskOver
      title={`The week of ${week.holder.name}`}
      act="Keep it"
      busy={tell.isPending}
      error={tell.error}
      onSubmit={submit}
      onDone={onDone}
    >
      <p className="quiet">What no ticket and no calendar tells. Empty: the data and the playbook speak.</p>
      {field('People mentored beyond the usual 1:1', '', mentees, setMentees)}
      {field('Open conflicts to look after', '', conflicts, setConflicts)}
      {field('Hours a week of incidents and steering the queue', '', steering, setSteering)}
    </AskOver>
  );
}
