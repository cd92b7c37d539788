import './practice.css';
import { useOperation } from '../../web/client.ts';
import { Go, GoButton } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import { type AnswerRow, type Practice, readPractice, type ShownCase } from './contract.ts';
import { usePlace } from './place.tsx';
import { sayStanding } from './words.ts';

export { AnswerPage } from './answer-page.tsx';
export { CasePage } from './case-page.tsx';

/** Written cases to practise on before it is real, and answers. */
export function PracticePage() {
  const read = useOperation(readPractice, {});
  const place = usePlace();
  return (
    <Page
      title="Practise in writing"
      sentence="A quarter of an hour on a conversation or a conflict that isn’t yours. Your answer is your own until you ask somebody to read it; nothing of it is ever weighed when it is decided who leads."
      actions={
        <GoButton to={place.back} quiet>
          {place.backTo}
        </GoButton>
      }
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <Parts practice={read.data} /> : read.error ? null : <Loading lines={8} />}
    </Page>
  );
}

function Parts({ practice }: { practice: Practice }) {
  const { cases, asked, mine, others } = practice;
  return (
    <>
      <Answers title="You were asked to read" rows={asked} name={({ writer }) => writer} />
      <Answers title="Your answers" rows={mine} name={({ reader }) => reader && `for ${reader}`} />
      <Answers
        title="Answers in this sample"
        rows={others}
        name={({ writer, reader }) => `${writer} to ${reader ?? 'nobody'}`}
      />
      <Cases title="Conversations" cases={cases.filter(({ about }) => about === 'conversation')} />
      <Cases title="Conflicts" cases={cases.filter(({ about }) => about === 'conflict')} />
      <p className="quiet">
        Cases and anchors are worded by this project (Apache-2.0). How far two readers agree isn’t known yet.
      </p>
    </>
  );
}

type AnswersProps = { title: string; rows: readonly AnswerRow[]; name: (row: AnswerRow) => string | null };

function Answers({ title, rows, name }: AnswersProps) {
  const { base } = usePlace();
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="list">
        {rows.map((row) => (
          <li key={row.answerId}>
            <Go to={`${base}/read/${row.answerId}`}>{row.title}</Go>{' '}
            <span className="quiet">
              {[name(row), dayWord(row.writtenOn), sayStanding(row.state)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Cases({ title, cases }: { title: string; cases: readonly ShownCase[] }) {
  const { base } = usePlace();
  return (
    <Section title={title}>
      <ul className="practice-cases">
        {cases.map((one) => (
          <li key={one.caseId}>
            <Go to={`${base}/${one.caseId}`}>{one.title}</Go>
            <p className="quiet">{firstSentence(one.situation)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const firstSentence = (text: string) => text.slice(0, text.indexOf('. ') + 1) || text;
