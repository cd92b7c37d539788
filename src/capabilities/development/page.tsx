import './development.css';
import { useParams } from '@tanstack/react-router';
import { useOperation } from '../../web/client.ts';
import { Go, GoButton } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { useYou } from '../../web/you.tsx';
import { listPlans, type PlanRow, type Plans, readPlan } from './contract.ts';
import { Others } from './others.tsx';
import { PlanView } from './plan-view.tsx';
import { REASON_WORDS, sayPlan, sayPlans, sayState, sayWeek } from './words.ts';

/** Plans of leads and candidates. */
export function DevelopmentPage() {
  const read = useOperation(listPlans, {});
  const you = useYou();
  return (
    <Page
      title="Development"
      sentence={read.data ? sayPlans(read.data) : undefined}
      actions={
        <>
          <GoButton to={you.personId === null ? '/development/practice' : '/me/plan/practice'} quiet>
            Practise in writing
          </GoButton>
          <GoButton to="/development/courses" quiet>
            Courses
          </GoButton>
        </>
      }
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <List plans={read.data} /> : read.error ? null : <Loading lines={8} />}
    </Page>
  );
}

function List({ plans }: { plans: Plans }) {
  return (
    <Section
      title="Plans"
      note="Proposed from gaps, changed by both, and under way once the person and then their lead said yes. A no costs nothing."
    >
      {plans.rows.length > 0 ? (
        <DataTable
          caption="Plans of leads and of people who may lead"
          quietCaption
          columns={columnsFor(plans)}
          rows={plans.rows}
          rowKey={({ personId }) => personId}
          filterable={plans.rows.length > 12}
          max={25}
        />
      ) : (
        <Empty
          title="Nobody to plan with yet"
          text="Say under Seats who leads whom, or ask people what they want: leads and those who want to lead come here."
        />
      )}
      <Others people={plans.others} />
    </Section>
  );
}

function columnsFor({ today }: Plans): Column<PlanRow>[] {
  return [
    {
      key: 'name',
      title: 'Name',
      heads: true,
      value: ({ name }) => name,
      cell: (row) => (row.seen ? <Go to={`/development/${row.personId}`}>{row.name}</Go> : row.name),
    },
    {
      key: 'aim',
      title: 'For',
      value: ({ aim, reason }) => [REASON_WORDS[reason], aim].filter(Boolean).join(': ') || null,
    },
    { key: 'state', title: 'Plan', value: sayState },
    {
      key: 'done',
      title: 'Steps done',
      numeric: true,
      value: ({ count, state }) => (count && state === 'agreed' ? count.done : null),
      cell: ({ count, state }) => (count && state === 'agreed' ? `${count.done} of ${count.done + count.open}` : '–'),
    },
    {
      key: 'next',
      title: 'Next step',
      value: ({ count, state }) => (state === 'agreed' ? (count?.next ?? null) : null),
      cell: ({ count, state }) =>
        state !== 'agreed' || !count?.next ? (
          '–'
        ) : count.next < today ? (
          <span className="plan-late">{`since ${sayWeek(count.next)}`}</span>
        ) : (
          sayWeek(count.next)
        ),
    },
  ];
}

/** One person's plan, for whoever leads them. */
export function PlanPage() {
  const { personId } = useParams({ strict: false }) as { personId: string };
  const read = useOperation(readPlan, { personId: Number(personId) });
  const name = read.data?.name;
  return (
    <Page
      title={name === undefined ? 'Plan' : `${name}: plan`}
      sentence={read.data ? sayPlan(read.data) : undefined}
      actions={
        <GoButton to="/development" quiet>
          All plans
        </GoButton>
      }
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <PlanView shown={read.data} /> : read.error ? null : <Loading lines={8} />}
    </Page>
  );
}

/** One's own plan, and both paths beside each other. */
export function MyPlanPage() {
  const { personId } = useYou();
  if (personId === null)
    return (
      <Page title="My plan">
        <Empty
          title="You are none of the people here"
          text={
            <>
              A plan is somebody’s own. Those of others are under <Go to="/development">Development</Go>.
            </>
          }
        />
      </Page>
    );
  return <MyPlan personId={personId} />;
}

function MyPlan({ personId }: { personId: number }) {
  const read = useOperation(readPlan, { personId });
  return (
    <Page
      title="My plan"
      sentence={read.data ? sayPlan(read.data) : undefined}
      actions={
        <GoButton to="/me/plan/practice" quiet>
          Practise in writing
        </GoButton>
      }
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <PlanView shown={read.data} /> : read.error ? null : <Loading lines={8} />}
    </Page>
  );
}
