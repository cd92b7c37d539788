import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Person, Work } from '../../records/people/types.ts';
import { useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { WORK_WORDS } from '../../web/words.ts';
import { changePerson } from './contract.ts';
import { useFocusBack } from './focus-back.tsx';

/** What kind of work the person does and how many hours of it; both decide how a lead's week adds up. */
export function WorkFacts({ person, mayChange }: { person: Person; mayChange: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const opener = useFocusBack(isOpen);
  return (
    <Section
      title="Work"
      actions={
        isOpen || !mayChange ? null : (
          <Button ref={opener} variant="default" size="xs" onClick={() => setOpen(true)}>
            Change
          </Button>
        )
      }
    >
      {isOpen ? <WorkForm person={person} onDone={() => setOpen(false)} /> : <Facts person={person} />}
    </Section>
  );
}

function Facts({ person }: { person: Person }) {
  const hours = (value: number | null) => (value === null ? 'not known' : `${value} h`);
  return (
    <dl className="work-facts">
      <Fact term="Job title" value={person.title ?? 'not given'} />
      <Fact term="Kind of work" value={WORK_WORDS[person.work]} />
      <Fact term="Hours a week" value={hours(person.hoursPerWeek)} />
      <Fact term="Of these on own tickets" value={hours(person.ownTicketHours)} />
    </dl>
  );
}

function Fact({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt className="quiet">{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const numberOrNothing = (value: number | string) => (value === '' ? null : Number(value));

const NO_MORE_COMPARED =
  'Whoever only hands tickets out is not compared. Import the ticket log again, and each ticket counts for who got it next.';

/** Tickets that first came to this person cease to count for anybody until they are imported again. */
const isComparedNoMore = (before: Work, now: Work) =>
  before !== now && (now === 'dispatch' || now === 'service-account');

function WorkForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const [title, setTitle] = useState(person.title ?? '');
  const [work, setWork] = useState<Work>(person.work);
  const [hours, setHours] = useState<number | string>(person.hoursPerWeek ?? '');
  const [own, setOwn] = useState<number | string>(person.ownTicketHours ?? '');
  const change = useAction(changePerson);
  const isTooMuch = hours !== '' && own !== '' && Number(own) > Number(hours);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isTooMuch) return;
    change.mutate(
      {
        personId: person.personId,
        title: title.trim() || null,
        work,
        hoursPerWeek: numberOrNothing(hours),
        ownTicketHours: numberOrNothing(own),
      },
      { onSuccess: onDone },
    );
  };
  const kinds = Object.entries(WORK_WORDS).map(([value, label]) => ({ value, label }));
  const hourRange = { min: 0, max: 100, step: 1, allowDecimal: true, hideControls: true } as const;
  return (
    <form className="work-form" onSubmit={save}>
      <TextInput label="Job title" value={title} maxLength={200} onChange={(e) => setTitle(e.currentTarget.value)} />
      <NativeSelect
        label="Kind of work"
        description={isComparedNoMore(person.work, work) ? NO_MORE_COMPARED : null}
        data={kinds}
        value={work}
        onChange={(event) => setWork(event.currentTarget.value as Work)}
      />
      <NumberInput
        label="Hours a week"
        description="Empty: not known"
        value={hours}
        onChange={setHours}
        {...hourRange}
      />
      <NumberInput
        label="Of these on own tickets"
        description="Empty: not told"
        value={own}
        onChange={setOwn}
        error={isTooMuch ? 'More than the hours of the week.' : null}
        {...hourRange}
      />
      <div className="work-buttons">
        <Button type="submit" loading={change.isPending}>
          Save
        </Button>
        <Button variant="subtle" onClick={onDone}>
          Leave it
        </Button>
      </div>
      {change.error ? <ErrorState error={change.error} /> : null}
    </form>
  );
}
