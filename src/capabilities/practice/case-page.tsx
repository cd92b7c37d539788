import './practice.css';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { COMPETENCY_NAMES } from '../../records/voice/words.ts';
import { useAction, useOperation } from '../../web/client.ts';
import { GoButton } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { keepAnswer, type Practice, readAnswer, readPractice, type ShownCase } from './contract.ts';
import { usePlace } from './place.tsx';

/** One case: read it, write an answer, ask somebody to read it. */
export function CasePage() {
  const { about, name } = useParams({ strict: false }) as { about: string; name: string };
  const caseId = `${about}/${name}`;
  const read = useOperation(readPractice, {});
  const { base } = usePlace();
  const one = read.data?.cases.find((each) => each.caseId === caseId);
  return (
    <Page
      title={one?.title ?? 'A written case'}
      sentence={
        one && `${one.minutes} minutes. About ${one.competencies.map((key) => COMPETENCY_NAMES[key]).join(' and ')}.`
      }
      actions={
        <GoButton to={base} quiet>
          All cases
        </GoButton>
      }
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data && one ? <Case key={caseId} one={one} practice={read.data} /> : null}
      {read.data && !one ? <Empty title="There is no such case" text="Choose one of those that are there." /> : null}
      {read.data || read.error ? null : <Loading lines={8} />}
    </Page>
  );
}

function Case({ one, practice }: { one: ShownCase; practice: Practice }) {
  const kept = practice.mine.find(({ caseId, state }) => caseId === one.caseId && state === 'kept');
  return (
    <>
      <CaseText one={one} />
      {practice.you === null ? (
        <p className="quiet">Answers are written by the people of the firm, and you are none of them here.</p>
      ) : kept ? (
        <Kept answerId={kept.answerId} one={one} practice={practice} />
      ) : (
        <Write one={one} practice={practice} answerId={null} begin="" />
      )}
    </>
  );
}

/** The situation and what to write. */
export function CaseText({ one }: { one: ShownCase }) {
  return (
    <Section title="The situation">
      <p className="practice-text">{one.situation}</p>
      <p className="practice-task">{one.task}</p>
    </Section>
  );
}

/** Goes on with an answer that was kept and not sent. */
function Kept({ answerId, one, practice }: { answerId: number; one: ShownCase; practice: Practice }) {
  const read = useOperation(readAnswer, { answerId });
  if (read.error) return <ErrorState error={read.error} />;
  return read.data ? (
    <Write one={one} practice={practice} answerId={answerId} begin={read.data.text} />
  ) : (
    <Loading lines={4} />
  );
}

type WriteProps = { one: ShownCase; practice: Practice; answerId: number | null; begin: string };

function Write({ one, practice, answerId, begin }: WriteProps) {
  const keep = useAction(keepAnswer);
  const navigate = useNavigate();
  const { base } = usePlace();
  const [text, setText] = useState(begin);
  const [reader, setReader] = useState('');
  const save = (readerId: number | null) =>
    keep.mutate(
      { caseId: one.caseId, text, answerId, readerId },
      { onSuccess: (kept) => void navigate({ to: readerId === null ? base : `${base}/read/${kept.answerId}` }) },
    );
  const name = practice.readers.find(({ personId }) => String(personId) === reader)?.name;
  return (
    <Section title="Your answer" note="What a good answer does is shown once somebody has read yours.">
      <form
        className="stack practice-form"
        onSubmit={(event) => {
          event.preventDefault();
          save(reader === '' ? null : Number(reader));
        }}
      >
        <Textarea
          label="Word for word, as you would say or write it"
          autosize
          minRows={8}
          maxLength={6000}
          required
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          className="align-start"
          label="Who is to read it"
          description={name ? `Only you and ${name} read it.` : 'Only you read it.'}
          data={[
            { value: '', label: 'nobody yet' },
            ...practice.readers.map((each) => ({
              value: String(each.personId),
              label: each.isLead ? `${each.name}, who leads you` : each.name,
            })),
          ]}
          value={reader}
          onChange={(event) => setReader(event.currentTarget.value)}
        />
        <div className="page-actions">
          <Button type="submit" loading={keep.isPending}>
            {reader === '' ? 'Keep it for myself' : 'Send it'}
          </Button>
        </div>
        {keep.error ? <ErrorState error={keep.error} /> : null}
      </form>
    </Section>
  );
}
