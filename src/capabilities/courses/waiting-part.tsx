import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction, useOperation } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { dropCompletion, listCourses, listWaitingCompletions, matchCompletion, type WaitingList } from './contract.ts';
import { MISSING_WORDS } from './words.ts';

type Waiting = WaitingList['waiting'][number];

/** Completions of people or courses that aren't known here; not there where none waits. */
export function WaitingPart() {
  const read = useOperation(listWaitingCompletions, {});
  const drop = useAction(dropCompletion, { invalidates: [listWaitingCompletions] });
  const [matching, setMatching] = useState<Waiting | null>(null);
  if (read.error) return <ErrorState error={read.error} />;
  if (!read.data || read.data.waiting.length === 0) return null;
  const columns: Column<Waiting>[] = [
    { key: 'who', title: 'Who', heads: true, value: ({ who }) => who },
    { key: 'what', title: 'Course', value: ({ title, what }) => title ?? what },
    { key: 'day', title: 'Day', value: ({ doneOn }) => doneOn },
    { key: 'missing', title: 'What is missing', value: ({ missing }) => MISSING_WORDS[missing] },
    {
      key: 'act',
      title: 'What to do',
      acts: true,
      value: () => null,
      cell: (one) => (
        <span className="course-acts">
          <Button
            size="xs"
            variant="default"
            aria-label={`Match the completion of ${one.who}`}
            onClick={() => setMatching(one)}
          >
            Match
          </Button>
          <Button
            size="xs"
            variant="subtle"
            aria-label={`Drop the completion of ${one.who}`}
            onClick={() => drop.mutate({ waitingId: one.waitingId })}
          >
            Drop
          </Button>
        </span>
      ),
    },
  ];
  return (
    <Section
      title="Waiting to be matched"
      note="Nothing is thrown away: once the person or the course is here under this name, it counts by itself."
    >
      <DataTable
        caption="Completions that wait to be matched"
        quietCaption
        columns={columns}
        rows={read.data.waiting}
        rowKey={({ waitingId }) => waitingId}
        max={25}
      />
      {drop.error ? <ErrorState error={drop.error} /> : null}
      {matching ? <Match one={matching} list={read.data} onDone={() => setMatching(null)} /> : null}
    </Section>
  );
}

function Match({ one, list, onDone }: { one: Waiting; list: WaitingList; onDone: () => void }) {
  const match = useAction(matchCompletion, { invalidates: [listWaitingCompletions, listCourses] });
  const likely = (name: string, text: string | null) => name.toLowerCase() === text?.toLowerCase();
  const [personId, setPersonId] = useState(list.people.find(({ name }) => likely(name, one.who))?.personId ?? null);
  const [courseId, setCourseId] = useState(
    list.courses.find(({ title }) => likely(title, one.title) || likely(title, one.what))?.courseId ?? null,
  );
  const submit = () => {
    if (personId !== null && courseId !== null)
      match.mutate({ waitingId: one.waitingId, personId, courseId }, { onSuccess: onDone });
  };
  return (
    <AskOver
      title="Whose is it, and of which course?"
      act="Match it"
      busy={match.isPending}
      error={match.error}
      onSubmit={submit}
      onDone={onDone}
    >
      <p>{`${one.who}: ${one.title ?? one.what}, ${one.doneOn}`}</p>
      <NativeSelect
        label="Who"
        required
        data={[
          { value: '', label: 'choose' },
          ...list.people.map((person) => ({ value: String(person.personId), label: person.name })),
        ]}
        value={personId === null ? '' : String(personId)}
        onChange={(event) => setPersonId(Number(event.currentTarget.value) || null)}
      />
      <NativeSelect
        label="Course"
        required
        data={[
          { value: '', label: 'choose' },
          ...list.courses.map((course) => ({ value: String(course.courseId), label: course.title })),
        ]}
        value={courseId === null ? '' : String(courseId)}
        onChange={(event) => setCourseId(Number(event.currentTarget.value) || null)}
      />
    </AskOver>
  );
}
