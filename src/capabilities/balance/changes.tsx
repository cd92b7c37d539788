import { sayDay } from '../../model/words.ts';
import { useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { type Changed, readChanges } from './contract.ts';

/** What changed since last month, the seats first; nothing where nothing was known then. */
export function Changes() {
  const read = useOperation(readChanges, {});
  if (read.data?.changes === null) return null;
  const title = read.data ? `What changed since ${sayDay(read.data.since)}` : 'What changed since last month';
  return (
    <Section title={title}>
      {read.data ? (
        <List changes={read.data.changes} />
      ) : read.error ? (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      ) : (
        <Loading lines={2} />
      )}
    </Section>
  );
}

const SHOWN = 5;

function List({ changes }: { changes: NonNullable<Changed['changes']> }) {
  if (changes.length === 0) return <p className="quiet">Nothing that bears on who leads.</p>;
  const rest = changes.slice(SHOWN);
  return (
    <>
      <Rows changes={changes.slice(0, SHOWN)} />
      {rest.length > 0 ? (
        <details className="unfold">
          <summary>{rest.length} more</summary>
          <Rows changes={rest} />
        </details>
      ) : null}
    </>
  );
}

function Rows({ changes }: { changes: NonNullable<Changed['changes']> }) {
  return (
    <ul className="balance-changes">
      {changes.map(({ text, seatId }) => (
        <li key={text}>{seatId === null ? text : <Go to={`/seats/${seatId}`}>{text}</Go>}</li>
      ))}
    </ul>
  );
}
