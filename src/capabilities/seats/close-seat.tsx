import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { closeSeat, type SeatRow } from './contract.ts';

type CloseProps = { row: SeatRow; onDone: () => void };

/** Closes a seat; the server refuses while somebody reports to it. */
export function CloseSeat({ row, onDone }: CloseProps) {
  const close = useAction(closeSeat);
  return (
    <AskOver
      title="Close a seat"
      act="Close the seat"
      busy={close.isPending}
      error={close.error}
      onSubmit={() => close.mutate({ seatId: row.seat.seatId }, { onSuccess: onDone })}
      onDone={onDone}
    >
      <p>
        <bdi>{row.seat.title}</bdi> ends today and leaves the picture. What was decided about it stays on record.
      </p>
    </AskOver>
  );
}
