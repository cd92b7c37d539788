import { useParams } from '@tanstack/react-router';
import { useOperation } from '../../web/client.ts';
import { Page } from '../../web/page.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { listSeats, readSeat } from './contract.ts';
import { SeatAdvice } from './seat-advice.tsx';
import { SeatTree } from './seat-tree.tsx';
import './seat.css';
import './tree.css';

/** The structure as a tree, with distance, need and our advice in short. */
export function SeatsPage() {
  const seats = useOperation(listSeats, {});
  if (seats.data) return <SeatTree {...seats.data} />;
  return (
    <Page title="Seats">
      {seats.error ? <ErrorState error={seats.error} retry={() => void seats.refetch()} /> : <Loading lines={6} />}
    </Page>
  );
}

/** Our advice for one seat. */
export function SeatPage() {
  const { seatId } = useParams({ strict: false }) as { seatId?: string };
  const seat = useOperation(readSeat, { seatId: Number(seatId) });
  const all = useOperation(listSeats, {});
  if (seat.data) return <SeatAdvice key={seatId} {...seat.data} all={all.data ?? null} />;
  return (
    <Page title="Seat">
      {seat.error ? <ErrorState error={seat.error} retry={() => void seat.refetch()} /> : <Loading lines={8} />}
    </Page>
  );
}
