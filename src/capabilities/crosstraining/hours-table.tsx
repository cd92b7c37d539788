import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { type Column, DataTable } from '../../web/table.tsx';
import { readCoverPlan, readOwnLearning, readSkills, type SkillsPage, setSkillHours } from './contract.ts';

type Row = SkillsPage['people'][number];

/** Hours a week of everybody, to change where one may. */
export function HoursTable({ people }: { people: Row[] }) {
  const [changing, setChanging] = useState<Row | null>(null);
  const columns: Column<Row>[] = [
    { key: 'name', title: 'Name', heads: true, value: ({ name }) => name },
    {
      key: 'hours',
      title: 'Hours a week',
      numeric: true,
      value: ({ hours }) => hours,
      cell: ({ hours, isSet }) => (isSet ? hours : <span className="quiet">{`${hours}, as usual`}</span>),
    },
    {
      key: 'act',
      title: 'Change',
      acts: true,
      value: () => null,
      cell: (row) =>
        row.mayChange ? (
          <Button
            size="xs"
            variant="subtle"
            aria-label={`Change the hours of ${row.name}`}
            onClick={() => setChanging(row)}
          >
            Change
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <DataTable
        caption="Hours a week for learning and showing"
        quietCaption
        columns={columns}
        rows={people}
        rowKey={({ personId }) => personId}
        filterable
        max={10}
      />
      {changing ? <ChangeHours row={changing} onDone={() => setChanging(null)} /> : null}
    </>
  );
}

/** Changes one person's hours. */
export function ChangeHours({
  row,
  onDone,
}: {
  row: Pick<Row, 'personId' | 'name' | 'hours' | 'isSet'>;
  onDone: () => void;
}) {
  const [hours, setHours] = useState<number | string>(row.hours);
  const save = useAction(setSkillHours, { invalidates: [readSkills, readCoverPlan, readOwnLearning] });
  const keep = (value: number | null) => save.mutate({ personId: row.personId, hours: value }, { onSuccess: onDone });
  return (
    <AskOver
      title={`Hours for learning: ${row.name}`}
      act="Keep them"
      busy={save.isPending}
      error={save.error}
      onSubmit={() => keep(Number(hours))}
      onDone={onDone}
    >
      <NumberInput
        label="Hours a week"
        value={hours}
        onChange={setHours}
        min={0}
        max={20}
        step={0.5}
        decimalScale={2}
      />
      {row.isSet ? (
        <button type="button" className="text-button align-start" onClick={() => keep(null)}>
          As the playbook says again
        </button>
      ) : null}
    </AskOver>
  );
}
