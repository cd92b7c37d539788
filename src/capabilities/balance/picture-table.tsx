import type { Picture, Row } from '../../model/picture/types.ts';
import { Door } from '../../web/door.tsx';
import { Go } from '../../web/link.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { doorOf, saySide, sayTitle, sayWho } from './picture-words.ts';

type Line = { row: Row; layer: string };

/** Everything that the picture shows, as a table; open at once where the picture has no doors of its own. */
export function PictureTable({ picture, open }: { picture: Picture; open: boolean }) {
  const lines = picture.layers.flatMap(({ name, note, rows }) =>
    rows.map((row) => ({ row, layer: `${name}, ${note}` })),
  );
  return (
    <details className="unfold" open={open}>
      <summary>As a table</summary>
      <DataTable
        caption={`What each job needs at ${picture.technicians} technicians, and what its holder brings`}
        columns={COLUMNS}
        rows={lines}
        rowKey={({ row }) => row.seat.seatId}
        max={20}
        filterable
        copyable
      />
    </details>
  );
}

const side = (key: 'technical' | 'people', title: string): Column<Line> => ({
  key,
  title,
  value: ({ row }) => saySide(row[key], row.seat.holderName !== null),
  cell: ({ row }) => <Door to={doorOf(row, key)}>{saySide(row[key], row.seat.holderName !== null)}</Door>,
});

const COLUMNS: Column<Line>[] = [
  {
    key: 'seat',
    title: 'Seat',
    heads: true,
    value: ({ row }) => sayTitle(row),
    cell: ({ row }) => (
      <Go to={`/seats/${row.seat.seatId}`}>
        <bdi>{sayTitle(row)}</bdi>
      </Go>
    ),
  },
  { key: 'who', title: 'Held by', value: ({ row }) => sayWho(row), cell: ({ row }) => <bdi>{sayWho(row)}</bdi> },
  { key: 'layer', title: 'Distance', value: ({ layer }) => layer },
  side('technical', 'Knows the work'),
  side('people', 'Leads people'),
  {
    key: 'words',
    title: 'Hours',
    value: ({ row }) => row.words || null,
    cell: ({ row: { seat, words } }) =>
      seat.load && words ? <Door to={`load/${seat.seatId}`}>{words}</Door> : words || '–',
  },
];
