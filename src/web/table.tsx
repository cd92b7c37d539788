import { TextInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { type Cell, filterRows, type Sorting, sortRows, toTsv } from './table-rows.ts';
import { plural } from './words.ts';

export type Column<Row> = {
  key: string;
  title: string;
  /** What is sorted, filtered and copied; shown as it is unless `cell` draws it. */
  value: (row: Row) => Cell;
  cell?: (row: Row) => ReactNode;
  /** Aligned right, tabular figures. */
  numeric?: boolean;
  /** This column names the row. */
  heads?: boolean;
  /** Buttons, not facts: nothing to sort by, and its title is only heard. */
  acts?: boolean;
};

type TableProps<Row> = {
  /** What the table shows: read out, and shown above it unless `quietCaption`. */
  caption: string;
  quietCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  filterable?: boolean;
  copyable?: boolean;
  /** Rows shown at first; the rest on "show all". */
  max?: number;
  sorted?: Sorting;
};

/** A table that people can sort, filter and copy; it scrolls inside itself where the page is narrow. */
export function DataTable<Row>(props: TableProps<Row>) {
  const { caption, quietCaption, columns, rows, rowKey, filterable, copyable, max = 50 } = props;
  const [by, setBy] = useState<Sorting | null>(props.sorted ?? null);
  const [filter, setFilter] = useState('');
  const [all, setAll] = useState(false);
  const facts = useMemo(() => columns.filter(({ acts }) => !acts), [columns]);
  const found = useMemo(() => sortRows(filterRows(rows, facts, filter), facts, by), [rows, facts, filter, by]);
  const shown = all ? found : found.slice(0, max);
  return (
    <div className="table-block">
      {filterable || copyable ? (
        <div className="table-tools">
          {filterable ? <Filter value={filter} onChange={setFilter} caption={caption} found={found.length} /> : null}
          {copyable ? <Copy text={() => toTsv(found, facts)} /> : null}
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={caption}>
        <table className="table" style={{ minWidth: `${columns.length * 7}rem` }}>
          <caption className={quietCaption ? 'only-heard' : undefined}>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Head key={column.key} column={column} by={by} onSort={setBy} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column) => (
                  <BodyCell key={column.key} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {found.length === 0 ? <p className="quiet">{filter ? 'Nothing matches.' : 'Nothing here yet.'}</p> : null}
      </section>
      {found.length > shown.length ? (
        <button type="button" className="text-button align-start" onClick={() => setAll(true)}>
          Show all {found.length}
        </button>
      ) : null}
    </div>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell ? column.cell(row) : (column.value(row) ?? <span className="quiet">–</span>);
  const className = column.numeric ? 'numeric' : undefined;
  if (!column.heads) return <td className={className ?? (isDay(content) ? 'nowrap' : undefined)}>{content}</td>;
  return (
    <th scope="row" className={className}>
      {content}
    </th>
  );
}

const isDay = (content: ReactNode) => typeof content === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(content);

type HeadProps<Row> = { column: Column<Row>; by: Sorting | null; onSort: (by: Sorting) => void };

function Head<Row>({ column, by, onSort }: HeadProps<Row>) {
  const mine = by?.key === column.key ? by : null;
  if (column.acts)
    return (
      <th scope="col">
        <span className="only-heard">{column.title}</span>
      </th>
    );
  const order = mine ? (mine.down ? 'descending' : 'ascending') : undefined;
  const next = { key: column.key, down: mine ? !mine.down : column.numeric === true };
  return (
    <th scope="col" aria-sort={order} className={column.numeric ? 'numeric' : undefined}>
      <button type="button" className="table-sort" onClick={() => onSort(next)}>
        {column.title}
        <span aria-hidden="true" className="table-arrow">
          {mine ? (mine.down ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  );
}

type FilterProps = { value: string; onChange: (value: string) => void; caption: string; found: number };

function Filter({ value, onChange, caption, found }: FilterProps) {
  return (
    <>
      <TextInput
        size="xs"
        type="search"
        aria-label={`Filter ${caption}`}
        placeholder="Filter"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <span role="status" className="quiet">
        {value ? plural(found, 'row') : ''}
      </span>
    </>
  );
}

function Copy({ text }: { text: () => string }) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setSaid('Copied');
    } catch {
      setSaid("The browser doesn't allow copying here");
    }
  };
  return (
    <button type="button" className="text-button" onClick={() => void copy()}>
      <span role="status">{said ?? 'Copy table'}</span>
    </button>
  );
}
