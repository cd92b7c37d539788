import { useSearch } from '@tanstack/react-router';
import { useOperation } from '../../web/client.ts';
import { GoButton } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { raterName } from './answering.ts';
import { Asking } from './asking.tsx';
import { type QuestionRound, readQuestions } from './contract.ts';
import { WhoseView } from './whose-view.tsx';
import './questions.css';

/** The five plain questions, one at a time over everyone, so that the quiet one is not overlooked. */
export function QuestionsPage() {
  const search: { rater?: string; second?: string } = useSearch({ strict: false });
  const rater = search.rater || undefined;
  const questions = useOperation(readQuestions, rater ? { rater } : {});
  if (questions.error)
    return (
      <Page title="Five questions">
        <ErrorState error={questions.error} retry={() => void questions.refetch()} />
      </Page>
    );
  if (!questions.data)
    return (
      <Page title="Five questions">
        <Loading lines={8} />
      </Page>
    );
  const { rounds, notice, mayTypeForOthers } = questions.data;
  const everyone = rounds[0]?.people ?? [];
  if (everyone.length === 0) return <NobodyToAskAbout />;
  const who = rater ? raterName(rater, everyone) : null;
  return (
    <Page
      title="Five questions"
      sentence={
        <>
          About everyone, one question at a time. <strong>{notice}</strong>
        </>
      }
    >
      <div className="questions">
        {mayTypeForOthers ? (
          <WhoseView
            key={`view of ${rater ?? 'mine'}`}
            who={who}
            people={everyone}
            isOpen={search.second !== undefined}
          />
        ) : (
          <p className="whose">
            You answer in your own name.{' '}
            {search.second === undefined ? null : 'For a second view, ask a colleague to sign in and answer here.'}
          </p>
        )}
        <Asking
          key={rater ?? 'mine'}
          rounds={rounds.map((round) => withoutThemselves(round, who?.personId ?? null))}
          rater={rater}
          raterName={who?.name ?? null}
          mayTypeForOthers={mayTypeForOthers}
        />
      </div>
    </Page>
  );
}

/** Nobody is asked about themselves. */
const withoutThemselves = (round: QuestionRound, personId: number | null): QuestionRound =>
  personId === null ? round : { ...round, people: round.people.filter((person) => person.personId !== personId) };

function NobodyToAskAbout() {
  return (
    <Page title="Five questions">
      <Empty
        title="Nobody to ask about yet"
        text="Bring your people first: names are enough. Then five questions give a first advice."
        action={<GoButton to="/people/add">Bring your people</GoButton>}
      />
    </Page>
  );
}
