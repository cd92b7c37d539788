import { sayDay } from '../../model/words.ts';
import type { PastLine } from './contract.ts';
import { sayState, sayWhat } from './words.ts';

/** What was due lately, and what came of it. */
export function PastList({ past }: { past: readonly PastLine[] }) {
  if (past.length === 0) return <p className="quiet">Nothing was due yet.</p>;
  return (
    <ul className="delivery-past">
      {past.map((one) => (
        <li key={one.outgoingId}>
          <span className="delivery-day">{sayDay(one.day)}</span>
          <span>
            {sayWhat(one.what)}: <strong>{sayState(one)}.</strong>
            {one.why && one.state !== 'sent' ? <span className="quiet"> {one.why}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
