import { type ClipboardEvent, type KeyboardEvent, memo, useCallback, useEffect, useRef, useState } from 'react';
import { type Month, sayMonth } from '../../base/month.ts';
import { parseTyped } from '../../base/typed-number.ts';
import type { PlanRow } from '../../records/growth/types.ts';
import { PLAN_FIELDS, type PlanField, pasteCells, setCell } from './plan-rows.ts';

type TableProps = { rows: readonly PlanRow[]; onRows: (rows: PlanRow[]) => void };
type Change = (at: number, field: PlanField, typed: { value: number | null } | { pasted: string }) => void;

/** The plan to type: Enter and the arrows go up and down, Tab sideways; cells of a spreadsheet can be pasted. */
export function PlanTable({ rows, onRows }: TableProps) {
  const latest = useRef({ rows, onRows });
  latest.current = { rows, onRows };
  // The same for every drawing, so that of a hundred months only those are drawn again that changed.
  const change = useCallback<Change>((at, field, typed) => {
    const now = latest.current;
    now.onRows(
      'pasted' in typed ? pasteCells(now.rows, at, field, typed.pasted) : setCell(now.rows, at, field, typed.value),
    );
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section className="plan-scroll" tabIndex={0} aria-label="The plan by month">
      <table className="plan-table">
        <caption className="only-heard">The plan by month: type, or paste from a spreadsheet</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            {PLAN_FIELDS.map(({ field, title }) => (
              <th key={field} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Line key={row.month} row={row} at={at} change={change} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type LineProps = { row: PlanRow; at: number; change: Change };

const Line = memo(({ row, at, change }: LineProps) => (
  <tr>
    <th scope="row">{sayMonth(row.month as Month)}</th>
    {PLAN_FIELDS.map((column) => (
      <td key={column.field}>
        <Cell
          row={row}
          at={at}
          {...column}
          onValue={(value) => change(at, column.field, { value })}
          onPaste={(pasted) => change(at, column.field, { pasted })}
        />
      </td>
    ))}
  </tr>
));

type CellProps = {
  row: PlanRow;
  at: number;
  field: PlanField;
  title: string;
  empty: string;
  onValue: (value: number | null) => void;
  onPaste: (text: string) => void;
};

function Cell({ row, at, field, title, empty, onValue, onPaste }: CellProps) {
  const own = row[field];
  const [text, setText] = useState(textOf(own));
  const [isBad, setBad] = useState(false);
  useEffect(() => {
    setText(textOf(own));
    setBad(false);
  }, [own]);
  const take = () => {
    const value = parseTyped(text);
    setBad(value === undefined);
    if (value !== undefined && value !== own) onValue(value);
    if (value !== undefined) setText(textOf(value));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
    if (event.key === 'Escape') setText(textOf(own));
    if (step === 0) return;
    event.preventDefault();
    take();
    focusCell(event.currentTarget, at + step, field);
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(pasted.trim())) return;
    event.preventDefault();
    onPaste(pasted);
  };
  return (
    <input
      className="cell-input"
      inputMode="decimal"
      data-cell={`${at}/${field}`}
      aria-label={`${title}, ${sayMonth(row.month as Month)}`}
      aria-invalid={isBad}
      placeholder={empty}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={onKeyDown}
      onPaste={paste}
    />
  );
}

const textOf = (value: number | null) =>
  value === null ? '' : value.toLocaleString('en', { maximumFractionDigits: 3 });

function focusCell(from: HTMLInputElement, at: number, field: PlanField): void {
  const next = from.closest('table')?.querySelector<HTMLInputElement>(`[data-cell="${at}/${field}"]`);
  next?.focus();
  next?.select();
}
