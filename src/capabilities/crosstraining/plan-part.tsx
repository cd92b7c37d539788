import { Button } from '@mantine/core';
import { useAction, useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { plural } from '../../web/words.ts';
import { beginPairings, readCoverPlan, readSkills, type ShownCoverPlan, type ShownPairing } from './contract.ts';
import { sayBus, sayFrom, sayPlan, splitPairings } from './words.ts';

/** Whose leaving would hurt, the cheapest pairings that reach cover, and what leads learn from each other. */
export function PlanPart() {
  const read = useOperation(readCoverPlan, {});
  if (read.error) return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  if (!read.data) return <Loading lines={5} />;
  return <Plan plan={read.data} />;
}

function Plan({ plan }: { plan: ShownCoverPlan }) {
  const { skills, leads } = splitPairings(plan.pairings);
  return (
    <>
      <Section title="If people leave">
        <p>{sayBus(plan.bus)}</p>
        {plan.bus?.uncovered && plan.bus.uncovered.length > 0 ? (
          <details className="unfold">
            <summary>{`What would be left to nobody (${plan.bus.uncovered.length})`}</summary>
            <p className="measure">{plan.bus.uncovered.join(', ')}</p>
          </details>
        ) : null}
      </Section>
      <Section title="The cheapest way to cover" note={sayPlan(plan)}>
        {skills.length > 0 ? <Pairings caption="Pairings for skills and clients" pairings={skills} /> : null}
        <Reasons plan={plan} />
      </Section>
      {leads.length > 0 ? (
        <Section
          title="Leads learn from each other"
          note="People leaders sit beside the queue; technical leads take 1:1s and planning with a people leader beside them. Both directions, on purpose."
        >
          <Pairings caption="What leads learn from each other" pairings={leads} />
        </Section>
      ) : null}
    </>
  );
}

function Reasons({ plan: { shortfalls, notes } }: { plan: ShownCoverPlan }) {
  const all = [...notes, ...shortfalls];
  if (all.length === 0) return null;
  const shown = all.slice(0, 4);
  return (
    <>
      <ul className="list">
        {shown.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {all.length > shown.length ? (
        <details className="unfold">
          <summary>{`Why ${plural(all.length - shown.length, 'more stays', 'more stay')} short`}</summary>
          <ul className="list">
            {all.slice(4).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className="quiet">
        All pairings run at the same time, within everybody’s hours a week.{' '}
        <Go to="/playbook?key=cover.required">The rules are in the playbook.</Go>
      </p>
    </>
  );
}

function Pairings({ caption, pairings }: { caption: string; pairings: ShownPairing[] }) {
  const begin = useAction(beginPairings, { invalidates: [readSkills, readCoverPlan] });
  const mine = pairings.filter(({ mayBegin }) => mayBegin);
  const start = (some: readonly ShownPairing[]) =>
    begin.mutate({
      pairings: some.map(({ subject, learner, teacher }) => ({
        subject,
        learnerId: learner.personId,
        teacherId: teacher?.personId ?? null,
      })),
    });
  const columns: Column<ShownPairing>[] = [
    { key: 'learner', title: 'Who', heads: true, value: ({ learner }) => learner.name },
    { key: 'what', title: 'Learns', value: ({ name }) => name },
    { key: 'from', title: 'From', value: sayFrom },
    { key: 'weeks', title: 'Weeks', numeric: true, value: ({ weeks }) => weeks },
    { key: 'hours', title: 'Hours of both', numeric: true, value: ({ hours }) => hours },
    {
      key: 'act',
      title: 'Begin',
      acts: true,
      value: () => null,
      cell: (pairing) =>
        pairing.mayBegin ? (
          <Button
            size="xs"
            variant="subtle"
            aria-label={`Begin: ${pairing.learner.name} learns ${pairing.name}`}
            onClick={() => start([pairing])}
          >
            Begin
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <DataTable
        caption={caption}
        quietCaption
        columns={columns}
        rows={pairings}
        rowKey={({ areaId, learner }) => `${areaId} ${learner.personId}`}
        max={8}
        copyable
      />
      {mine.length > 1 ? (
        <Button variant="default" className="align-start" loading={begin.isPending} onClick={() => start(mine)}>
          {`Begin all ${mine.length}`}
        </Button>
      ) : null}
      {begin.error ? <ErrorState error={begin.error} /> : null}
    </>
  );
}
