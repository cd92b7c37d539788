import './mentoring.css';
import { useState } from 'react';
import { useOperation } from '../../web/client.ts';
import { Go, GoButton } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import { useMayOpen } from '../../web/you.tsx';
import { type OwnMentoring, readMentoring } from './contract.ts';
import { RoundPart } from './round-part.tsx';
import { WishForm } from './wish-form.tsx';
import { EXPECT, sayPair, sayWants } from './words.ts';

export { MentoringPairPage } from './pair-page.tsx';

/** One's own mentoring: pairs, and what one says of oneself. Whoever keeps the round goes on to it from here. */
export function MentoringPage() {
  const read = useOperation(readMentoring, {});
  const mayOpen = useMayOpen();
  const own = read.data;
  if (own?.you === null && mayOpen('/mentoring/round')) return <RoundPage />;
  return (
    <Page
      title="Mentoring"
      sentence={EXPECT}
      actions={
        own?.you != null ? (
          <GoButton to="/mentoring/round" quiet>
            Who could mentor whom
          </GoButton>
        ) : null
      }
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {own ? <Own own={own} /> : read.error ? null : <Loading lines={6} />}
    </Page>
  );
}

/** The round: who could mentor whom, and which pairs meet. */
export function RoundPage() {
  return <RoundPart />;
}

function Own({ own }: { own: OwnMentoring }) {
  const [changing, setChanging] = useState(false);
  if (own.you === null)
    return (
      <Empty
        title="You are none of the people here"
        text="Mentoring is between two people on the list, who sign in for themselves and say what they want."
      />
    );
  const { wish, pairs, lookedFor } = own;
  return (
    <>
      {pairs.length > 0 ? (
        <Section title="Your mentoring">
          <ul className="mentoring-list">
            {pairs.map((pair) => (
              <li key={pair.pairId}>
                <Go to={`/mentoring/${pair.pairId}`} className="link mentoring-name">
                  {pair.with.name}
                </Go>
                <span>{sayPair(pair)}</span>
                <span className="quiet">For {sayWants(pair.wants)}.</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section
        title="What you want"
        note="A no costs nothing, anywhere, and you can change it on any day. Nobody has a mentor or is one who didn’t say so."
      >
        {lookedFor ? (
          <p>
            A mentor was last looked for on {dayWord(lookedFor.day)}. {lookedFor.text}
          </p>
        ) : null}
        {wish === null || changing ? (
          <WishForm own={own} onDone={() => setChanging(false)} />
        ) : (
          <>
            <Said wish={wish} />
            <button type="button" className="text-button align-start" onClick={() => setChanging(true)}>
              Change what you said
            </button>
          </>
        )}
      </Section>
    </>
  );
}

function Said({ wish }: { wish: NonNullable<OwnMentoring['wish']> }) {
  const { wantsMentor, wants, places, interests, vetoes } = wish;
  return (
    <ul className="list">
      <li>{wantsMentor ? `You want a mentor, for ${sayWants(wants)}.` : 'You want no mentor now.'}</li>
      <li>
        {places === 0
          ? 'You don’t offer to be a mentor.'
          : `You offer to be the mentor of ${places === 1 ? 'one person' : `up to ${places} people`}.`}
      </li>
      {interests ? <li>{`What interests you: ${interests}`}</li> : null}
      {vetoes.length > 0 ? (
        <li>{`There ${vetoes.length === 1 ? 'is one person' : `are ${vetoes.length} people`} you would rather not be paired with. Only you can see that.`}</li>
      ) : null}
    </ul>
  );
}
