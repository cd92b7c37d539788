import './oneonones.css';
import { useOperation } from '../../web/client.ts';
import { sayMeeting } from '../../web/clock-words.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { BeginForm } from './begin-form.tsx';
import { CadencePart } from './cadence-part.tsx';
import { listOneOnOnes, type OneOnOnes, type PairRow, readCadence } from './contract.ts';
import { sayEvery } from './times.ts';

export { OneOnOnePage } from './pair-page.tsx';

/** One's own 1:1s, and, for those above, how regularly they take place. */
export function OneOnOnesPage() {
  const read = useOperation(listOneOnOnes, {});
  const cadence = useOperation(readCadence, {});
  return (
    <Page
      title="1:1s"
      sentence="A regular talk between two people. What is in it is for these two; from above one sees only that it happens."
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.isPending ? <Loading lines={5} /> : null}
      {read.data ? <Own own={read.data} /> : null}
      {cadence.data?.leads ? <CadencePart leads={cadence.data.leads} /> : null}
    </Page>
  );
}

function Own({ own }: { own: OneOnOnes }) {
  if (own.you === null)
    return (
      <Empty
        title="You are none of the people here"
        text="1:1s are between two people on the list, who sign in for themselves. Whoever holds the server reads nothing of what is in them: not the topics, and of private notes not even the database holds more than ciphertext."
      />
    );
  return (
    <Section title="With whom you talk">
      {own.pairs.length === 0 ? (
        <p className="quiet">
          {own.others.length === 0
            ? 'No 1:1s yet. They are between somebody and their lead: you have neither a lead nor people who report to you here.'
            : 'No 1:1s yet. Either of the two can begin them.'}
        </p>
      ) : (
        <ul className="talks">
          {own.pairs.map((pair) => (
            <PairItem key={pair.pairId} pair={pair} />
          ))}
        </ul>
      )}
      {own.others.length > 0 ? <BeginForm others={own.others} /> : null}
    </Section>
  );
}

function PairItem({ pair }: { pair: PairRow }) {
  const { pairId, with: other, you, everyDays, zone, nextAt, hint } = pair;
  return (
    <li>
      <Go to={`/one-on-ones/${pairId}`} className="link talks-name">
        {other.name}
      </Go>
      <p className="quiet">
        {you === 'member' ? 'your lead' : 'you lead them'} · {sayEvery(everyDays)} ·{' '}
        {nextAt === null ? 'none planned' : `next ${sayMeeting(nextAt, zone)}`}
      </p>
      {hint ? <p>{hint}</p> : null}
    </li>
  );
}
