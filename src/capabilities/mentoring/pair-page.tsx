import './mentoring.css';
import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction, useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { Checks } from './checks-part.tsx';
import { answerMentoring, endMentoring, type MentoringTalk, readMentoring, readMentoringPair } from './contract.ts';
import { Goals } from './goals-part.tsx';
import { Sessions } from './sessions-part.tsx';
import { EXPECT, sayOutcomesOf, sayPair, sayWants } from './words.ts';

/** One pair: whether it begins, sessions, goals, how it is half-way, and what changed. */
export function MentoringPairPage() {
  const { pairId } = useParams({ strict: false }) as { pairId: string };
  const read = useOperation(readMentoringPair, { pairId: Number(pairId) });
  if (read.data) return <Pair key={pairId} talk={read.data} />;
  return (
    <Page title="Mentoring">
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : <Loading lines={6} />}
      <p>
        <Go to="/mentoring">Your mentoring</Go>
      </p>
    </Page>
  );
}

function Pair({ talk }: { talk: MentoringTalk }) {
  const { with: other, state, wants, helpWith, you } = talk;
  const begun = state === 'running' || state === 'ended';
  return (
    <Page title={`Mentoring with ${other.name}`} sentence={sayPair(talk)}>
      <div>
        <p>
          {you === 'mentee' ? 'You want' : `${other.name} wants`} to grow in {sayWants(wants)}.
        </p>
        {helpWith ? <p className="quiet">{`In ${you === 'mentee' ? 'your' : 'their'} words: ${helpWith}`}</p> : null}
      </div>
      {state === 'asked' ? <Ask talk={talk} /> : null}
      {begun ? (
        <>
          <Sessions talk={talk} />
          <Goals talk={talk} />
          <Checks talk={talk} />
          {talk.outcomes ? <Outcome talk={talk} /> : null}
          {state === 'running' ? <End talk={talk} /> : null}
        </>
      ) : null}
      {state === 'not-begun' ? <p>It didn’t begin. Both of you have answered.</p> : null}
    </Page>
  );
}

const INVALIDATES = { invalidates: [readMentoring, readMentoringPair] };

function Ask({ talk }: { talk: MentoringTalk }) {
  const answer = useAction(answerMentoring, INVALIDATES);
  return (
    <Section title="Why you two" note={EXPECT}>
      <ul className="list">
        {talk.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {talk.answered === null ? (
        <div className="page-actions">
          <Button loading={answer.isPending} onClick={() => answer.mutate({ pairId: talk.pairId, yes: true })}>
            Yes, I would like that
          </Button>
          <Button variant="default" onClick={() => answer.mutate({ pairId: talk.pairId, yes: false })}>
            No, thank you
          </Button>
        </div>
      ) : null}
      {answer.error ? <ErrorState error={answer.error} /> : null}
    </Section>
  );
}

function Outcome({ talk }: { talk: MentoringTalk }) {
  return (
    <Section
      title="Before and after"
      note="From what others than you two said, before you began and since. Only you see this; it never enters advice about who leads but as the views that people gave."
    >
      <ul className="list">
        {sayOutcomesOf(talk.outcomes!).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Section>
  );
}

function End({ talk }: { talk: MentoringTalk }) {
  const [asking, setAsking] = useState(false);
  const end = useAction(endMentoring, INVALIDATES);
  return (
    <>
      <button type="button" className="text-button align-start" onClick={() => setAsking(true)}>
        End this mentoring
      </button>
      {asking ? (
        <AskOver
          title={`End your mentoring with ${talk.with.name}?`}
          act="End it"
          busy={end.isPending}
          error={end.error}
          onSubmit={() => end.mutate({ pairId: talk.pairId }, { onSuccess: () => setAsking(false) })}
          onDone={() => setAsking(false)}
        >
          <p>No reason is asked, and it costs nothing. Goals stay readable for both; planned sessions go.</p>
        </AskOver>
      ) : null}
    </>
  );
}
