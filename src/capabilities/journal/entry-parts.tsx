import { Go } from '../../web/link.tsx';
import { Section } from '../../web/section.tsx';
import { AdviceThen } from './advice-then.tsx';
import { Became } from './became.tsx';
import type { JournalEntry } from './contract.ts';

/** Everything about one decision: what became of it where that is asked, why it was made, and our advice then. */
export function EntryParts({ entry }: { entry: JournalEntry }) {
  const asksNow = entry.isDue && entry.mayReview;
  return (
    <>
      {asksNow ? <Became entry={entry} /> : null}
      <Why entry={entry} />
      <AdviceThen entry={entry} />
      {asksNow ? null : <Became entry={entry} />}
      <p>
        <Go to={`/seats/${entry.seat.seatId}`}>The seat as it is now</Go>
        {entry.trialId === null ? null : (
          <>
            {' · '}
            <Go to={`/trials/${entry.trialId}`}>The trial that began with it</Go>
          </>
        )}
      </p>
    </>
  );
}

function Why({ entry: { reason, hasReason, decidedBy } }: { entry: JournalEntry }) {
  return (
    <Section title="Why">
      {reason ? (
        <blockquote className="journal-words">
          <p>
            <bdi>{reason}</bdi>
          </p>
          <footer className="quiet">{decidedBy}</footer>
        </blockquote>
      ) : (
        <p className="quiet">
          {hasReason
            ? 'A reason is on record; it is for whoever decides and whom it was about.'
            : 'No reason was given.'}
        </p>
      )}
    </Section>
  );
}
