import { useOperation } from '../../web/client.ts';
import { canEncrypt } from '../../web/notes-key.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { type OneOnOne, type PrivateNotes, readPrivateNotes } from './contract.ts';
import { useLock } from './lock.tsx';
import { NewKeys } from './new-keys.tsx';
import { OpenNotes } from './open-notes.tsx';
import { Unlock } from './unlock.tsx';

/** Notes that only keys of the two open; in a room of their own, so that nobody takes them for shared ones. */
export default function PrivateNotesPart({ pair }: { pair: OneOnOne }) {
  const read = useOperation(readPrivateNotes, { pairId: pair.pairId });
  return (
    <div className="talks-private">
      <p className="talks-mark">
        <LockIcon /> Private: encrypted in this browser
      </p>
      <Section
        title="Private notes"
        note="For yourself, or for the two of you. They are encrypted before they leave this page: no lead above, owner, HR, export or backup holds more than ciphertext."
      >
        {!canEncrypt() ? (
          <p className="notice">
            Private notes need an address that begins with https. Whoever keeps this server can set that up; until then
            nothing can be encrypted here.
          </p>
        ) : null}
        {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
        {read.isPending ? <Loading lines={3} /> : null}
        {read.data && canEncrypt() ? <Notes pair={pair} notes={read.data} /> : null}
      </Section>
    </div>
  );
}

function Notes({ pair, notes }: { pair: OneOnOne; notes: PrivateNotes }) {
  const { keys, open, lock } = useLock();
  if (notes.mine === null) return <NewKeys replaces={null} onMade={open} />;
  // Keys changed in another window: these no longer open what is written from now on.
  if (keys === null || keys.recipient !== notes.mine.recipient)
    return <Unlock mine={notes.mine} count={notes.notes.length} onOpen={open} />;
  return <OpenNotes pair={pair} notes={notes} keys={keys} onKeys={open} onLock={lock} />;
}

const LockIcon = () => (
  <svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true">
    <path d="M4 7V4.5a3 3 0 0 1 6 0V7" fill="none" stroke="currentColor" strokeWidth="2" />
    <rect x="1" y="7" width="12" height="8" rx="1.5" fill="currentColor" />
  </svg>
);
