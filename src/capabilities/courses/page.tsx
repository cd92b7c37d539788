import './courses.css';
import { Button } from '@mantine/core';
import { COMPETENCY_NAMES } from '../../records/voice/words.ts';
import { call, useAction, useOperation } from '../../web/client.ts';
import { GoButton } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { downloadText } from '../../web/send-file.ts';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { plural } from '../../web/words.ts';
import { CompletionsFile } from './completions-file.tsx';
import { type Catalogue, exportCourses, listCourses, retireCourse, type ShownCourse } from './contract.ts';
import { CoursesFile } from './courses-file.tsx';
import { KeysPart } from './keys-part.tsx';
import { WaitingPart } from './waiting-part.tsx';

/** The firm's own courses, and how completions come in. */
export function CoursesPage() {
  const read = useOperation(listCourses, {});
  return (
    <Page
      title="Courses"
      sentence={read.data ? sayCourses(read.data) : undefined}
      actions={
        <GoButton to="/development" quiet>
          All plans
        </GoButton>
      }
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <Parts catalogue={read.data} /> : read.error ? null : <Loading lines={8} />}
    </Page>
  );
}

function sayCourses({ courses }: Catalogue): string {
  const offered = courses.filter(({ retiredOn }) => retiredOn === null).length;
  return offered === 0
    ? 'Plans use what this project suggests, as long as there are no courses of your own.'
    : `${plural(offered, 'course')} of your own. A plan takes the shortest that fits before it suggests anything else.`;
}

function Parts({ catalogue }: { catalogue: Catalogue }) {
  const { mayKeep, mayMakeKeys } = catalogue;
  return (
    <>
      <List catalogue={catalogue} />
      {mayKeep ? (
        <>
          <Section title="Bring a catalogue" note="One course a row. Those that are not in the file stay as they are.">
            <CoursesFile />
          </Section>
          <Section
            title="Bring completions"
            note="Who completed what and when: a CSV, or xAPI statements as JSON. No marks and no answers are kept. A training of a plan that was completed is done."
          >
            <CompletionsFile />
          </Section>
          <WaitingPart />
        </>
      ) : null}
      {mayMakeKeys ? <KeysPart /> : null}
    </>
  );
}

function List({ catalogue: { courses, mayKeep } }: { catalogue: Catalogue }) {
  const retire = useAction(retireCourse, { invalidates: [listCourses] });
  if (courses.length === 0)
    return <Empty title="No courses of your own yet" text="Bring a catalogue, and plans will use it first." />;
  const save = async () => {
    const { fileName, text } = await call(exportCourses, {});
    downloadText(fileName, text);
  };
  const columns: Column<ShownCourse>[] = [
    { key: 'title', title: 'Title', heads: true, value: ({ title }) => title },
    { key: 'competency', title: 'For', value: ({ competency }) => COMPETENCY_NAMES[competency] },
    { key: 'hours', title: 'Hours', numeric: true, value: ({ hours }) => hours },
    { key: 'code', title: 'Code', value: ({ code }) => code },
    ...(mayKeep
      ? [
          {
            key: 'by',
            title: 'Completed by',
            numeric: true,
            value: ({ completedBy }: ShownCourse) => completedBy,
          },
          {
            key: 'act',
            title: 'Offered',
            acts: true,
            value: () => null,
            cell: ({ courseId, retiredOn, title }: ShownCourse) => (
              <Button
                size="xs"
                variant="subtle"
                aria-label={retiredOn === null ? `No longer offer ${title}` : `Offer ${title} again`}
                onClick={() => retire.mutate({ courseId, offered: retiredOn !== null })}
              >
                {retiredOn === null ? 'No longer offer' : 'Offer again'}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title="Your own courses"
      actions={
        <Button variant="default" size="xs" onClick={() => void save()}>
          Save as CSV
        </Button>
      }
    >
      <DataTable
        caption="The firm’s own courses"
        quietCaption
        columns={columns}
        rows={courses}
        rowKey={({ courseId }) => courseId}
        filterable={courses.length > 12}
        max={25}
      />
      {retire.error ? <ErrorState error={retire.error} /> : null}
    </Section>
  );
}
