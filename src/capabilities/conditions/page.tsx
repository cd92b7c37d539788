import './conditions.css';
import { sayDay } from '../../model/words.ts';
import { useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { type Missing, type OwnConditions, readConditions, readTeamConditions } from './contract.ts';
import { FactItem } from './fact-item.tsx';
import { SharePart } from './share-part.tsx';
import { StepsPart } from './steps-part.tsx';
import { TeamView } from './team-view.tsx';
import { WordsPart } from './words-part.tsx';

/** One's own weeks against what is usual for oneself: read by oneself first. */
export function ConditionsPage() {
  const read = useOperation(readConditions, {});
  return (
    <Page
      title="My weeks"
      sentence="What your tickets and on-call times say about your weeks, against your own thirteen before. You read it first; it is never a score, and no advice about who leads ever reads it."
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <Weeks own={read.data} /> : read.error ? null : <Loading lines={8} />}
    </Page>
  );
}

function Weeks({ own }: { own: OwnConditions }) {
  if (own.you === null)
    return (
      <Empty
        title="You are none of the people here"
        text={
          <>
            Weeks are shown to the person whose they are. Causes by team are under{' '}
            <Go to="/teams/conditions">Working conditions</Go>.
          </>
        }
      />
    );
  return (
    <>
      <Section title="Week by week" note={own.lastWeek && own.facts.length > 0 ? sayUntil(own.lastWeek) : undefined}>
        {own.facts.length > 0 ? (
          <ul className="condition-facts">
            {own.facts.map((one) => (
              <FactItem key={one.fact} {...one} name={null} sees={saySees(one.fact, own)} />
            ))}
          </ul>
        ) : (
          <Empty
            title="No weeks of yours are known yet"
            text="They come from a log of ticket changes, or from a list of tickets with who got them, and from on-call times."
          />
        )}
        <Missings of={own.missing} />
      </Section>
      <SharePart own={own} />
      <WordsPart own={own} />
      <StepsPart personId={own.you} steps={own.steps} today={own.today} name={null} />
    </>
  );
}

const sayUntil = (lastWeek: string) =>
  `Up to the week of ${sayDay(lastWeek as never)}. Weeks are kept for half a year, then forgotten.`;

/** What one's lead sees of a fact, beside it. */
function saySees(fact: OwnConditions['facts'][number]['fact'], { withLead, leads }: OwnConditions): string {
  const lead = leads.join(' and ') || 'Your lead';
  if (fact === 'switches') return 'Never shown to your lead by person, whatever you share.';
  const rota = fact === 'on-call' ? 'Who is on call is known to everyone. ' : '';
  return withLead ? `${rota}${lead} sees this, because you share it.` : `${rota}${lead} doesn’t see this.`;
}

const MISSING_WORDS: Record<Missing, string> = {
  changes: 'Evenings and interruptions need a log with each change of a ticket; there is none of yours.',
  minutes: 'Hours on dissatisfied clients’ tickets need minutes worked; none are kept of yours.',
  answers: 'No answers of clients are known, so nothing can be said about dissatisfied ones.',
  'on-call': 'No on-call times of yours are known.',
};

function Missings({ of }: { of: readonly Missing[] }) {
  return of.length === 0 ? null : (
    <ul className="condition-missing quiet">
      {of.map((one) => (
        <li key={one}>{MISSING_WORDS[one]}</li>
      ))}
    </ul>
  );
}

/** Causes by team, and what one's own people share. */
export function TeamConditionsPage() {
  const read = useOperation(readTeamConditions, {});
  return (
    <Page
      title="Working conditions"
      sentence="What in the work of a team makes the weeks what they are. Causes, not people: you can change the causes."
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <TeamView conditions={read.data} /> : read.error ? null : <Loading lines={8} />}
    </Page>
  );
}
