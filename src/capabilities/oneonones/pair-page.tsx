import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useOperation } from '../../web/client.ts';
import { sayMeeting } from '../../web/clock-words.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { Agenda } from './agenda.tsx';
import { type OneOnOne, readOneOnOne } from './contract.ts';
import { NextMeeting } from './next-meeting.tsx';
import { sayEvery } from './times.ts';

/** The library that encrypts comes only where there is something to encrypt. */
const PrivateNotesPart = lazy(() => import('./private-notes.tsx'));

/** One pair: when next, what to talk about, who does what, and private notes apart from all that. */
export function OneOnOnePage() {
  const { pairId } = useParams({ strict: false }) as { pairId: string };
  const read = useOperation(readOneOnOne, { pairId: Number(pairId) });
  if (read.data) return <Pair key={pairId} pair={read.data} />;
  return (
    <Page title="1:1">
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : <Loading lines={6} />}
      <p>
        <Go to="/one-on-ones">All your 1:1s</Go>
      </p>
    </Page>
  );
}

function Pair({ pair }: { pair: OneOnOne }) {
  const { with: other, everyDays, zone, next, endedOn, hint } = pair;
  const sentence =
    endedOn !== null
      ? 'These 1:1s have ended. You can still read them.'
      : `${next ? `Next: ${sayMeeting(next.at, zone)} (${zone})` : 'None is planned'}, ${sayEvery(everyDays)}.`;
  return (
    <Page title={`1:1 with ${other.name}`} sentence={sentence}>
      {hint ? (
        <p className="notice talks-hint" role="note">
          {hint}
        </p>
      ) : null}
      <div className="talks-shared">
        <p className="talks-mark">Shared: {other.name} reads this too</p>
        <Agenda pair={pair} />
        {endedOn === null ? <NextMeeting pair={pair} /> : null}
        <Past pair={pair} />
      </div>
      <Suspense fallback={<Loading lines={3} />}>
        <PrivateNotesPart pair={pair} />
      </Suspense>
    </Page>
  );
}

function Past({ pair: { past, zone } }: { pair: OneOnOne }) {
  if (past.length === 0) return null;
  return (
    <Section title="When you met">
      <ul className="talks-past">
        {past.slice(0, 12).map(({ meetingId, at, state }) => (
          <li key={meetingId}>
            {sayMeeting(at, zone)}: {state}
          </li>
        ))}
      </ul>
    </Section>
  );
}
