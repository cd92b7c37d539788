import './cover.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction, useOperation } from '../../web/client.ts';
import { GoButton } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { type HeldWeeks, listHours, removeHours } from './contract.ts';
import { HoursFile } from './hours-file.tsx';
import { Said } from './said.tsx';
import { TeamHoursTable } from './team-hours.tsx';
import { WeekForm } from './week-form.tsx';

/** Who is there when: by a calendar or a table, or typed for a whole team in one step. */
export function HoursPage() {
  const read = useOperation(listHours, {});
  const weeks = read.data;
  const known = weeks?.people.filter(({ entries }) => entries > 0).length ?? 0;
  return (
    <Page
      title="Hours of people and teams"
      sentence={weeks ? `The hours of ${known} of ${weeks.people.length} people are known.` : undefined}
      actions={
        <GoButton to="/cover" quiet>
          Who can jump in
        </GoButton>
      }
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {weeks ? <Hours weeks={weeks} /> : read.error ? null : <Loading lines={8} />}
    </Page>
  );
}

function Hours({ weeks }: { weeks: HeldWeeks }) {
  return (
    <>
      <Section
        title="A usual week, in one step"
        note="It takes the place of a week of this kind that was typed before."
      >
        <WeekForm weeks={weeks} />
      </Section>
      <Section
        title="Bring a calendar or a table"
        note="Shifts, on-call times and leave, from an .ics file or a CSV. Why somebody is away is never kept."
      >
        <HoursFile people={weeks.people} />
      </Section>
      <Section
        title="When a team owes its clients somebody"
        note="Teams without hours of their own go by the playbook’s."
      >
        <TeamHoursTable weeks={weeks} />
      </Section>
      <Section title="What is known of people">
        <PeopleTable people={weeks.people} />
      </Section>
    </>
  );
}

type Held = HeldWeeks['people'][number];

function PeopleTable({ people }: { people: Held[] }) {
  const [leaving, setLeaving] = useState<Held | null>(null);
  const remove = useAction(removeHours);
  const columns: Column<Held>[] = [
    { key: 'name', title: 'Name', heads: true, value: ({ name }) => name },
    {
      key: 'hours',
      title: 'Hours',
      value: ({ said }) => said.join('; ') || null,
      cell: ({ said }) => <Said said={said} />,
    },
    {
      key: 'act',
      title: 'Change',
      acts: true,
      value: () => null,
      cell: (person) =>
        person.entries === 0 ? null : (
          <Button
            size="xs"
            variant="subtle"
            aria-label={`Take away the hours of ${person.name}`}
            onClick={() => setLeaving(person)}
          >
            Take away
          </Button>
        ),
    },
  ];
  return (
    <>
      <DataTable
        caption="Hours of people, as far as they are known"
        quietCaption
        columns={columns}
        rows={people}
        rowKey={({ personId }) => personId}
        filterable
        max={25}
      />
      {leaving ? (
        <AskOver
          title={`Take away the hours of ${leaving.name}?`}
          act="Take them away"
          busy={remove.isPending}
          error={remove.error}
          onSubmit={() => remove.mutate({ personId: leaving.personId }, { onSuccess: () => setLeaving(null) })}
          onDone={() => setLeaving(null)}
        >
          <p>{`${leaving.entries} entries go. A calendar that still holds them brings them back when it is brought again.`}</p>
        </AskOver>
      ) : null}
    </>
  );
}
