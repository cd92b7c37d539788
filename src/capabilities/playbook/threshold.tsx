import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { Door } from '../../web/door.tsx';
import { ErrorState } from '../../web/states.tsx';
import { momentWord } from '../../web/words.ts';
import { type PlaybookMove, type PlaybookRow, type RuleRate, resetPlaybookValue } from './contract.ts';
import { SOURCE_WORDS } from './groups.ts';
import { Moved } from './moved.tsx';
import { RangeLine } from './range-line.tsx';
import { Rate } from './rate.tsx';
import { ValueForm } from './value-form.tsx';

type ThresholdProps = {
  row: PlaybookRow;
  /** The address names this one: it is scrolled to and marked. */
  isMeant: boolean;
  /** A value that the address proposes: the form is open with it; nothing is saved. */
  offered: { value: number; why: string } | null;
  mayChange: boolean;
  /** What its last change moved in our advice; null when it wasn't changed just now. */
  move: PlaybookMove | null;
  onMoved: (move: PlaybookMove) => void;
  /** How its cards were received, where it is the switch of a rule. */
  rate: RuleRate | null;
};

/** One value: what it does, what it is, where it comes from, what depends on it. Changed in place. */
export function Threshold({ row, isMeant, offered, mayChange, move, onMoved, rate }: ThresholdProps) {
  const [isOpen, setOpen] = useState(offered !== null && mayChange);
  const box = useRef<HTMLLIElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isMeant) return;
    box.current?.scrollIntoView({ block: 'center' });
    heading.current?.focus({ preventScroll: true });
  }, [isMeant]);
  const done = (move: PlaybookMove | null) => {
    setOpen(false);
    heading.current?.focus({ preventScroll: true });
    if (move) onMoved(move);
  };
  return (
    <li ref={box} className={isMeant ? 'threshold threshold-meant' : 'threshold'}>
      <div className="threshold-words">
        <h3 ref={heading} tabIndex={-1}>
          {row.title}
        </h3>
        <p>{row.meaning}</p>
        <p className="quiet threshold-source">
          <span className="threshold-kind">{SOURCE_WORDS[row.source.kind]}</span> {row.source.text}
        </p>
        <p className="quiet threshold-source">Changes {row.dependants.join(', ')}.</p>
      </div>
      <div className="threshold-value">
        {isOpen ? (
          <ValueForm row={row} offered={offered} onDone={done} />
        ) : (
          <Value row={row} mayChange={mayChange} onOpen={() => setOpen(true)} onReset={done} />
        )}
      </div>
      {rate ? <Rate rate={rate} isOn={row.current >= 0.5} mayChange={mayChange} /> : null}
      {move ? <Moved moved={move.moved} closed={move.closed} /> : null}
    </li>
  );
}

type ValueProps = { row: PlaybookRow; mayChange: boolean; onOpen: () => void; onReset: (move: PlaybookMove) => void };

function Value({ row, mayChange, onOpen, onReset }: ValueProps) {
  const reset = useAction(resetPlaybookValue);
  return (
    <>
      <p className="threshold-number">
        <Door to={`playbook/${row.key}`} label={`${row.title}: ${row.current} ${row.unit}; open what stands behind it`}>
          {row.current}
        </Door>{' '}
        <span className="quiet">{row.unit}</span>
      </p>
      <RangeLine low={row.low} high={row.high} value={row.current} standard={row.value} />
      {row.own ? <Own own={row.own} standard={row.value} mine={mayChange} /> : null}
      {mayChange ? (
        <div className="threshold-buttons">
          <Button size="xs" variant="default" onClick={onOpen} aria-label={`Change: ${row.title}`}>
            Change
          </Button>
          {row.own ? (
            <Button
              size="xs"
              variant="subtle"
              loading={reset.isPending}
              aria-label={`Go back to ${row.value}: ${row.title}`}
              onClick={() => reset.mutate({ key: row.key }, { onSuccess: onReset })}
            >
              Go back to {row.value}
            </Button>
          ) : null}
        </div>
      ) : null}
      {reset.error ? <ErrorState error={reset.error} /> : null}
    </>
  );
}

type OwnProps = { own: NonNullable<PlaybookRow['own']>; standard: number; mine: boolean };

function Own({ own, standard, mine }: OwnProps) {
  return (
    <p className="threshold-own">
      <strong>{mine ? 'Changed by you' : 'Changed by this firm'}</strong>
      <span className="quiet">
        {' '}
        from {standard} on {momentWord(own.changedAt)}
        {own.reason ? `: ${own.reason}` : '.'}
      </span>
    </p>
  );
}
