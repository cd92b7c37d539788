import './plan.css';
import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Month } from '../../base/month.ts';
import { parseTyped } from '../../base/typed-number.ts';
import type { Look } from '../../model/growth/look.ts';
import type { Scenario } from '../../model/growth/scenario.ts';
import type { PlanRow } from '../../records/growth/types.ts';
import { PlanChart } from './plan-chart.tsx';
import { PlanFile } from './plan-file.tsx';
import { addMonth, growYearly, moveCell, PLAN_FIELDS, type PlanField, rowsOf } from './plan-rows.ts';
import { PlanTable } from './plan-table.tsx';

type PartProps = {
  scenario: Scenario;
  look: Look;
  /** The plan as it was changed on the screen; null: it wasn't. */
  changed: PlanRow[] | null;
  onRows: (rows: PlanRow[]) => void;
};

/** The plan by month: drawn on a chart, typed in a table, or brought as a file. */
export function PlanPart({ scenario, look, changed, onRows }: PartProps) {
  const [field, setField] = useState<PlanField>('endpoints');
  const [isOnwards, setOnwards] = useState(true);
  const rows = changed ?? rowsOf(scenario.plan, look);
  const column = PLAN_FIELDS.find((one) => one.field === field)!;
  const assumed = (at: number) => (field === 'hoursPerEndpoint' ? hoursAt(look, rows, at) : 0);
  const valuesOf = (plan: readonly PlanRow[]) => plan.map((row, at) => row[field] ?? assumed(at));
  const kept = changed && scenario.plan.length === changed.length ? valuesOf(scenario.plan) : null;
  return (
    <div className="stack-wide">
      {scenario.plan.length === 0 && !changed ? (
        <p className="measure quiet">
          No plan is told yet, so the work grows as assumed. These are its months: draw, type or bring your own.
        </p>
      ) : null}
      <div className="stack">
        <div className="tool-row">
          <NativeSelect
            label="Draw"
            data={PLAN_FIELDS.map(({ field: value, title }) => ({ value, label: title }))}
            value={field}
            onChange={(event) => setField(event.currentTarget.value as PlanField)}
          />
          <SegmentedControl
            aria-label="What a point takes along"
            value={isOnwards ? 'onwards' : 'month'}
            onChange={(value) => setOnwards(value === 'onwards')}
            data={[
              { value: 'onwards', label: 'Later months go along' },
              { value: 'month', label: 'This month alone' },
            ]}
          />
        </div>
        <PlanChart
          months={rows.map(({ month }) => month as Month)}
          name={column.title}
          whole={column.whole}
          values={rows.map((row, at) => ({ value: row[field] ?? assumed(at), told: row[field] !== null }))}
          kept={kept}
          onMove={(at, value) => onRows(moveCell(rows, at, field, value, isOnwards))}
        />
      </div>
      <Stretch rows={rows} first={look.months[0]} onRows={onRows} />
      <PlanTable rows={rows} onRows={onRows} />
      <PlanFile scenarioId={scenario.scenarioId} onRows={onRows} />
    </div>
  );
}

/** Hours per endpoint that are assumed for a row; rows before this month have none in the look. */
function hoursAt(look: Look, rows: readonly PlanRow[], at: number): number {
  const place = look.months.indexOf(rows[at]!.month as Month);
  return look.plan.hoursPerEndpoint[place] ?? look.plan.hoursPerEndpoint[0] ?? 0;
}

type StretchProps = { rows: readonly PlanRow[]; first: Month | undefined; onRows: (rows: PlanRow[]) => void };

/** The whole plan at once: growth a year, a month more, a month less. */
function Stretch({ rows, first, onRows }: StretchProps) {
  const [growth, setGrowth] = useState('15');
  const yearly = parseTyped(growth.replace('%', ''));
  const grow = (event: FormEvent) => {
    event.preventDefault();
    if (typeof yearly === 'number') onRows(growYearly(rows, yearly / 100));
  };
  return (
    <form className="tool-row" onSubmit={grow}>
      <label className="plan-grow">
        Endpoints grow by
        <input
          className="cell-input"
          inputMode="decimal"
          value={growth}
          aria-invalid={typeof yearly !== 'number'}
          onChange={(event) => setGrowth(event.currentTarget.value)}
        />
        % a year
      </label>
      <Button type="submit" size="xs" variant="default" disabled={typeof yearly !== 'number' || rows.length === 0}>
        Fill in
      </Button>
      <Button size="xs" variant="default" disabled={!first} onClick={() => first && onRows(addMonth(rows, first))}>
        Add a month
      </Button>
      <Button size="xs" variant="default" disabled={rows.length < 2} onClick={() => onRows(rows.slice(0, -1))}>
        Take the last away
      </Button>
    </form>
  );
}
