import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { type Month, sayMonth } from '../../base/month.ts';
import { PLAN_TITLES } from '../../records/growth/plan-titles.ts';
import type { PlanRow } from '../../records/growth/types.ts';
import { useAction } from '../../web/client.ts';
import { downloadText, sendFile } from '../../web/send-file.ts';
import { ErrorState } from '../../web/states.tsx';
import { DataTable } from '../../web/table.tsx';
import { plural } from '../../web/words.ts';
import { exportGrowthPlan, importGrowthPlan, type PlanRead } from './contract.ts';
import { PLAN_FIELDS } from './plan-rows.ts';

type FileProps = { scenarioId: number; onRows: (rows: PlanRow[]) => void };

/** A plan from a table: what was understood is shown first, then it is looked ahead with; keeping it is another step. */
export function PlanFile({ scenarioId, onRows }: FileProps) {
  const [read, setRead] = useState<PlanRead | null>(null);
  const [name, setName] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const given = useAction(exportGrowthPlan, { invalidates: [] });
  const choose = async (file: File | null) => {
    if (!file) return;
    setName(file.name);
    setError(null);
    setRead(null);
    try {
      setRead(await sendFile(importGrowthPlan, { input: { scenarioId, keep: false }, file }));
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)));
    }
  };
  const use = (plan: PlanRow[]) => {
    onRows(plan);
    setRead(null);
  };
  return (
    <div className="stack">
      <div className="page-actions">
        <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={(file) => void choose(file)}>
          {(button) => (
            <Button variant="default" size="xs" {...button}>
              Bring a table (CSV)
            </Button>
          )}
        </FileButton>
        <Button
          variant="default"
          size="xs"
          loading={given.isPending}
          onClick={() =>
            given.mutate({ scenarioId }, { onSuccess: ({ fileName, text }) => downloadText(fileName, text) })
          }
        >
          Download as CSV
        </Button>
      </div>
      {error ? <ErrorState error={error} /> : null}
      {given.error ? <ErrorState error={given.error} /> : null}
      {read ? <Understood read={read} name={name} onUse={use} onLeave={() => setRead(null)} /> : null}
    </div>
  );
}

type UnderstoodProps = { read: PlanRead; name: string; onUse: (plan: PlanRow[]) => void; onLeave: () => void };

function Understood({ read, name, onUse, onLeave }: UnderstoodProps) {
  const { plan, columns, leftOut, notes } = read;
  const shown = PLAN_FIELDS.filter(({ field }) => columns.some((one) => one.field === field));
  return (
    <div className="stack plan-understood">
      <p>
        <strong>{name}</strong>: {plural(plan.length, 'month')}
        {plan.length > 0 ? `, ${sayMonth(plan[0]!.month as Month)} to ${sayMonth(plan.at(-1)!.month as Month)}` : ''}.
        Understood:{' '}
        {columns.map(({ field, column }) => `“${column}” as ${PLAN_TITLES[field].toLowerCase()}`).join(', ')}.
        {leftOut.length > 0 ? ` Left out: ${leftOut.join(', ')}.` : ''}
      </p>
      {notes.length > 0 ? (
        <ul className="list">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      <DataTable
        caption={`The plan as understood from ${name}`}
        quietCaption
        columns={[
          {
            key: 'month',
            title: 'Month',
            heads: true,
            value: ({ month }: PlanRow) => month,
            cell: ({ month }) => sayMonth(month as Month),
          },
          ...shown.map(({ field, title }) => ({
            key: field,
            title,
            numeric: true,
            value: (row: PlanRow) => row[field],
          })),
        ]}
        rows={plan}
        rowKey={({ month }) => month}
        max={6}
      />
      <div className="page-actions">
        <Button size="xs" onClick={() => onUse(plan)}>
          Look ahead with it
        </Button>
        <Button size="xs" variant="default" onClick={onLeave}>
          Leave it
        </Button>
      </div>
    </div>
  );
}
