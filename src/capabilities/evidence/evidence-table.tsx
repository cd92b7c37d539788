import { Button } from '@mantine/core';
import { useState } from 'react';
import { Door } from '../../web/door.tsx';
import { DataTable } from '../../web/table.tsx';
import { countWord } from '../../web/words.ts';
import type { PanelTable } from './contract.ts';

type Props = { table: PanelTable; offset: number; onOffset: (offset: number) => void; busy: boolean };

/** The rows that a number stands on, a page at a time where there are many. */
export function EvidenceTable({ table, offset, onOffset, busy }: Props) {
  if (table.total === 0) {
    return (
      <section>
        <h3>{table.title}</h3>
        <p className="quiet">None so far.</p>
      </section>
    );
  }
  const rows = table.rows.map((row, place) => ({ row, place: offset + place }));
  return (
    <section>
      <h3>{table.title}</h3>
      <DataTable
        caption={table.title}
        quietCaption
        copyable
        columns={table.columns.map(({ key, title, numeric }, column) => ({
          key,
          title,
          value: ({ row }: (typeof rows)[number]) => row[key] ?? null,
          // A row that stands on something deeper opens it from its first cell.
          ...(column === 0 && {
            cell: ({ row }: (typeof rows)[number]) => <FirstCell row={row} text={row[key] ?? null} />,
          }),
          ...(numeric ? { numeric } : {}),
        }))}
        rows={rows}
        rowKey={({ place }) => place}
        max={100}
      />
      {table.total > rows.length || offset > 0 ? (
        <Pager shown={rows.length} total={table.total} offset={offset} onOffset={onOffset} busy={busy} />
      ) : null}
    </section>
  );
}

function FirstCell({ row, text }: { row: PanelTable['rows'][number]; text: string | number | null }) {
  if (typeof row.door !== 'string') return text;
  const door = <Door to={row.door}>{text}</Door>;
  // The number of a ticket is one word, whatever signs it has.
  return row.door.startsWith('ticket/') ? <span className="nowrap">{door}</span> : door;
}

type PagerProps = { shown: number; total: number; offset: number; onOffset: (offset: number) => void; busy: boolean };

function Pager({ shown, total, offset, onOffset, busy }: PagerProps) {
  const [before, setBefore] = useState<number[]>([]);
  const back = () => {
    onOffset(before.at(-1) ?? 0);
    setBefore(before.slice(0, -1));
  };
  const more = () => {
    setBefore([...before, offset]);
    onOffset(offset + shown);
  };
  return (
    <div className="page-actions">
      <Button variant="default" size="xs" disabled={offset === 0 || busy} onClick={back}>
        Back
      </Button>
      <span role="status" className="quiet">
        {countWord(offset + 1)} to {countWord(offset + shown)} of {countWord(total)}
      </span>
      <Button variant="default" size="xs" disabled={offset + shown >= total || busy} onClick={more}>
        More
      </Button>
    </div>
  );
}
