import { Go } from '../../web/link.tsx';
import type { PersonRow } from './contract.ts';

/** Seats held or acted in, each with the way there. */
export function SeatsHeld({ seats }: { seats: PersonRow['seats'] }) {
  if (seats.length === 0) return <p className="people-seats people-no-seat" />;
  return (
    <p className="people-seats">
      {seats.map((seat, i) => (
        <span key={seat.seatId}>
          {i > 0 ? ', ' : null}
          <Go to={`/seats/${seat.seatId}`}>{seat.title}</Go>
          {seat.acting ? <span className="quiet"> (acting)</span> : null}
        </span>
      ))}
    </p>
  );
}
