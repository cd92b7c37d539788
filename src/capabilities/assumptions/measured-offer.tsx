import { Button } from '@mantine/core';
import { type Month, sayMonth } from '../../base/month.ts';
import type { Assumption } from '../../model/growth/assumptions.ts';
import type { Measured } from '../../model/growth/measured.ts';
import type { MeasuredNote } from '../../records/growth/types.ts';

type OfferProps = { row: Assumption; measured: Measured; onTake: (value: number) => void };

/** What the firm's own tickets say of an assumption, to be taken over; or what is missing before they can say it. */
export function MeasuredOffer({ row, measured, onTake }: OfferProps) {
  if (measured.status === 'not-enough')
    return <p className="measured quiet">{`Your tickets can’t tell yet. ${measured.missing}`}</p>;
  const { value, sentence, restsOn } = measured;
  const isIn = row.value === value;
  const isBeyond = value < row.low || value > row.high;
  return (
    <div className="measured">
      <p>
        {sentence} {isIn ? 'That is what stands here.' : null}
        {isBeyond ? `That lies outside ${row.low} to ${row.high}, so it can’t be taken over.` : null}
      </p>
      {isIn || isBeyond ? null : (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Take over ${value}: ${row.title}`}
          onClick={() => onTake(value)}
        >
          Take over {value}
        </Button>
      )}
      <details className="small-unfold">
        <summary aria-label={`What it rests on: ${row.title}`}>What it rests on</summary>
        <ul className="list">
          {restsOn.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** "0.25–0.27, 11 months until October 2026, 7,298 tickets" */
export function sayNote({ low, high, months, to, tickets }: MeasuredNote): string {
  const range = `${low.toFixed(2)}–${high.toFixed(2)}`;
  return `${range}, ${months} months until ${sayMonth(to as Month)}, ${tickets.toLocaleString('en')} tickets`;
}
