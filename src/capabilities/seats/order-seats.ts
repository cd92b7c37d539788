import type { SeatId } from '../../records/people/types.ts';
import type { SeatRow } from './contract.ts';

/** A seat in the order of the tree, with what its indent lines need. */
export type TreeRow = {
  row: SeatRow;
  /** Seats above it; 0 at the top. */
  depth: number;
  /** For each level above: does a line run on past this row? The last entry is the row's own level. */
  runsOn: boolean[];
};

/**
 * The seats from the top down, each followed by those that report to it; beside each other, those whose teams have most
 * tickets first, else in the order given. A seat whose line leads
 * to a seat that is not listed stands at the top, and so does the first seat of a circle: nothing is ever left out.
 */
export function orderSeats(rows: readonly SeatRow[]): TreeRow[] {
  const listed = new Set(rows.map(({ seat }) => seat.seatId));
  const sorted = rows.toSorted((a, b) => b.tickets - a.tickets);
  const under = Map.groupBy(sorted, ({ seat }) =>
    seat.reportsTo !== null && listed.has(seat.reportsTo) ? seat.reportsTo : null,
  );
  const placed = new Set<SeatId>();
  const found: TreeRow[] = [];
  const place = (row: SeatRow, above: boolean[], runsOn: boolean) => {
    if (placed.has(row.seat.seatId)) return;
    placed.add(row.seat.seatId);
    found.push({ row, depth: above.length, runsOn: [...above, runsOn] });
    const below = under.get(row.seat.seatId) ?? [];
    below.forEach((child, at) => {
      place(child, [...above, runsOn], at < below.length - 1);
    });
  };
  for (const row of under.get(null) ?? []) place(row, [], false);
  for (const row of rows) place(row, [], false);
  return found;
}
