import { useEffect, useId, useState } from 'react';
import { parseTyped } from '../../base/typed-number.ts';
import type { Assumption } from '../../model/growth/assumptions.ts';
import type { Measured } from '../../model/growth/measured.ts';
import { MeasuredOffer, sayNote } from './measured-offer.tsx';

export const BASIS_WORDS: Record<Assumption['basis'], string> = {
  own: 'this scenario',
  measured: 'measured here',
  playbook: 'your playbook',
  default: 'our default',
};

const SOURCE_WORDS = { seen: 'published', measured: 'measured', assumed: 'assumed' } as const;

type RowProps = { row: Assumption; measured?: Measured | null; onValue: (value: number | null) => void };

/** One assumption: what it does, its value to type or to slide, its range, where it comes from; and the way back. */
export function AssumptionRow({ row, measured = null, onValue }: RowProps) {
  const id = useId();
  const { value, low, high, unit, without } = row;
  return (
    <li className="assume">
      <div>
        <h4 id={id}>{row.title}</h4>
        <p className="quiet">{row.meaning}</p>
      </div>
      <div className="assume-value">
        <div className="assume-number">
          <NumberField key={value} row={row} labelledBy={id} onValue={onValue} />
          <span className="quiet">{unit}</span>
        </div>
        <input
          type="range"
          className="assume-range"
          aria-label={`${row.title}: slide`}
          aria-valuetext={`${value} ${unit}`}
          min={low}
          max={high}
          step={stepOf(row)}
          value={value}
          onChange={(event) => onValue(Number(event.currentTarget.value))}
        />
        <p className="assume-ends quiet" aria-hidden="true">
          <span>{low}</span>
          <span>{high}</span>
        </p>
      </div>
      <div className="assume-source">
        <p>
          <span className={`basis basis-${row.basis}`}>{BASIS_WORDS[row.basis]}</span>{' '}
          {row.basis === 'own' || row.basis === 'measured' ? (
            <button
              type="button"
              className="text-button"
              aria-label={`Go back to ${without}: ${row.title}`}
              onClick={() => onValue(null)}
            >
              Go back to {without}
            </button>
          ) : null}
        </p>
        <p className="quiet">{sourceOf(row)}</p>
        {measured ? <MeasuredOffer row={row} measured={measured} onTake={onValue} /> : null}
      </div>
    </li>
  );
}

/** What is in force comes from the firm's tickets or from elsewhere. */
function sourceOf({ measured, source }: Assumption): string {
  if (measured) return `From your tickets: ${sayNote(measured)}.`;
  return `${SOURCE_WORDS[source.kind]}: ${source.text}`;
}

type FieldProps = RowProps & { labelledBy: string };

/** The number as typed; it counts once it is left or Enter is pressed, and only within its range. */
function NumberField({ row, labelledBy, onValue }: FieldProps) {
  const [text, setText] = useState(String(row.value));
  const [trouble, setTrouble] = useState<string | null>(null);
  const id = useId();
  useEffect(() => setText(String(row.value)), [row.value]);
  const take = () => {
    const typed = parseTyped(text);
    if (typed === null || typed === undefined) setTrouble('Enter a number.');
    else if (typed < row.low || typed > row.high) setTrouble(`Enter ${row.low} to ${row.high}.`);
    else {
      setTrouble(null);
      if (typed !== row.value) onValue(typed);
    }
  };
  return (
    <>
      <input
        className="cell-input assume-input"
        inputMode="decimal"
        aria-labelledby={labelledBy}
        aria-describedby={trouble ? id : undefined}
        aria-invalid={trouble !== null}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') {
            setText(String(row.value));
            setTrouble(null);
          }
        }}
      />
      {trouble ? (
        <span id={id} role="alert" className="field-trouble">
          {trouble}
        </span>
      ) : null}
    </>
  );
}

/** Fine enough for the range: about a fiftieth of it. */
function stepOf({ low, high }: Assumption): number {
  const width = high - low;
  if (width >= 50) return 1;
  if (width >= 10) return 0.5;
  return width > 2 ? 0.1 : 0.01;
}
