import { Button } from '@mantine/core';
import type { Answer } from '../../records/verdicts/types.ts';
import { Go, GoButton } from '../../web/link.tsx';
import { dayWord } from '../../web/words.ts';
import type { SeatAnswer, SeatRow } from './contract.ts';
import type { How } from './hold.ts';

type DecideProps = {
  row: SeatRow;
  trial: SeatAnswer['trial'];
  /** Null: our advice is closed. */
  answer: Answer | null;
  onHold: (how: How) => void;
};

/** Decide, start a trial, or leave it open: for whoever decides on the seat. While a trial is open its page is the way. */
export function DecideButtons({ row, trial, answer, onHold }: DecideProps) {
  const { seat } = row;
  if (trial) return <OpenTrial trial={trial} />;
  if (seat.state === 'held') return <Button onClick={() => onHold('holds')}>Change who holds it</Button>;
  const tries = answer?.kind === 'trial' ? answer.personId : seat.state === 'acting' ? seat.holderId : null;
  const to = `/trials/new?seat=${seat.seatId}${tries === null ? '' : `&person=${tries}`}`;
  const isAdvised = answer?.kind === 'trial';
  const label = seat.state === 'acting' ? 'Agree on the trial' : 'Start a trial';
  return (
    <>
      {isAdvised ? <GoButton to={to}>{label}</GoButton> : null}
      <Button variant={answer === null || isAdvised ? 'default' : 'filled'} onClick={() => onHold('holds')}>
        Decide
      </Button>
      {isAdvised ? null : (
        <GoButton to={to} quiet>
          {label}
        </GoButton>
      )}
      <Button variant="default" onClick={() => onHold('open')}>
        {seat.state === 'acting' ? 'Open it again' : 'Leave it open'}
      </Button>
    </>
  );
}

function sayOpen({ state, personName, fromDay }: NonNullable<SeatAnswer['trial']>): string {
  if (state === 'running') return `${personName}’s trial: what was agreed, and how it goes`;
  return state === 'agreed' && fromDay !== null
    ? `${personName}’s trial, which begins on ${dayWord(fromDay)}: what was agreed`
    : `The trial that is proposed to ${personName}`;
}

/** Under the facts of a seat: that a trial is proposed, agreed or runs there. */
export function OpenTrial({ trial }: { trial: NonNullable<SeatAnswer['trial']> }) {
  return <Go to={`/trials/${trial.trialId}`}>{sayOpen(trial)}</Go>;
}
