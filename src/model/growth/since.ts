import { type Month, monthOf, shiftMonth } from '../../base/month.ts';
import type { Seat } from '../../records/people/types.ts';
import { type Chart, isFilled } from '../structure.ts';
import { type GrowthFirm, LONG_HERE } from './firm.ts';
import type { Marker } from './markers.ts';
import type { MarkerKind } from './runs.ts';

/** The seat that stands open for what growth brings, the longest due first; null: none does. */
export function openSeatFor(kind: MarkerKind, { structure, seatsUnder }: Chart): Seat | null {
  const fits = (seat: Seat) => {
    if (kind === 'next-lead') return seat.teamId !== null && !seatsUnder.has(seat.seatId);
    if (kind === 'people-leader' || kind === 'service-manager')
      return seat.reportsTo !== null && seatsUnder.has(seat.seatId);
    return false;
  };
  const open = structure.seats.filter((seat) => !isFilled(seat) && fits(seat));
  const day = (seat: Seat) => seat.plannedFor ?? seat.openSince ?? structure.day;
  return open.toSorted((one, other) => (day(one) < day(other) ? -1 : 1))[0] ?? null;
}

/**
 * Since when something has been due: since the seat for it stands open or was planned for, else since its size was reached, as
 * far as first days of those who are here tell. null: it isn't due yet, or only since this month.
 */
export function dueSince(
  { size, counts, state }: Pick<Marker, 'size' | 'counts' | 'state'>,
  seat: Pick<Seat, 'plannedFor' | 'openSince'> | null,
  firm: GrowthFirm,
): Month | null {
  if (state === 'there') return null;
  const opened = seat && (seat.plannedFor ?? seat.openSince);
  const since = opened ? monthOf(opened) : reachedIn(size, counts, firm);
  return since !== null && since < firm.now ? since : null;
}

/** The month in which so many of those who are here today were there; null: there are fewer, or it is too long ago to be worth a date. */
function reachedIn(
  size: number,
  counts: Marker['counts'],
  { technicians, leads, others, now }: GrowthFirm,
): Month | null {
  const here = counts === 'desk' ? technicians : [...technicians, ...leads];
  const need = counts === 'desk' ? size : size - others;
  if (here.length < need || need < 1) return null;
  const months = here.map((one) => one.months).sort((one, other) => other - one);
  const since = months[need - 1]!;
  return since >= LONG_HERE ? null : shiftMonth(now, -since);
}
