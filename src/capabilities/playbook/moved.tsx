import { plural } from '../../web/words.ts';
import type { PlaybookMove } from './contract.ts';
import { whatMoved } from './moves.ts';

/** What a change moved in our advice: seat by seat, only the sentences that differ. */
export function Moved({ moved, closed }: Pick<PlaybookMove, 'moved' | 'closed'>) {
  return (
    <div className="threshold-moved" role="status">
      {moved.length === 0 ? (
        <p>{closed > 0 ? 'Saved.' : 'Saved. Nothing in our advice moved.'}</p>
      ) : (
        <>
          <p>
            <strong>Saved. Our advice moved for {plural(moved.length, 'seat')}.</strong>
          </p>
          <ul>
            {moved.map((move) => (
              <OneMove key={`${move.seatTitle} ${move.before}`} {...move} />
            ))}
          </ul>
        </>
      )}
      {closed > 0 ? (
        <p className="quiet">
          Something moved for {plural(closed, 'seat')} whose decision isn't open: what, is shown once it is.
        </p>
      ) : null}
    </div>
  );
}

function OneMove({ seatTitle, before, after }: PlaybookMove['moved'][number]) {
  const difference = whatMoved(before, after);
  return (
    <li>
      <strong>{seatTitle}</strong>
      <dl>
        <dt className="quiet">before</dt>
        <dd className="quiet">{difference.before || 'nothing more was said'}</dd>
        <dt className="quiet">now</dt>
        <dd>{difference.after || 'nothing more is said'}</dd>
      </dl>
    </li>
  );
}
