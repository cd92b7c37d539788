import { Button } from '@mantine/core';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { changeSeat, type SeatRow } from './contract.ts';

/** A seat with nobody below it: whether its own work is hands-on has to be asked. */
export function HandsOnQuestion({ row, text }: { row: SeatRow; text: string }) {
  const change = useAction(changeSeat);
  const say = (handsOn: boolean) => change.mutate({ seatId: row.seat.seatId, handsOn });
  return (
    <div className="notice">
      <p className="notice-title">How far is this seat from the product?</p>
      <p>{text}.</p>
      <div className="page-actions">
        <Button variant="default" loading={change.isPending} onClick={() => say(true)}>
          Its work is hands-on
        </Button>
        <Button variant="default" loading={change.isPending} onClick={() => say(false)}>
          It isn't
        </Button>
      </div>
      {change.error ? <ErrorState error={change.error} /> : null}
    </div>
  );
}
