import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { changeNeed, readPlan, type ShownNeed, type ShownPlan } from './contract.ts';
import { nameOf } from './words.ts';

type RewriteProps = { need: ShownNeed; shown: ShownPlan; onDone: () => void };

/** Another training, one of the firm's own or in one's own words, or another practice. */
export function RewriteNeed({ need, shown, onDone }: RewriteProps) {
  const { competency } = need;
  const [courseId, setCourseId] = useState(need.courseId);
  const [training, setTraining] = useState(need.training);
  const [practice, setPractice] = useState(need.practice);
  const change = useAction(changeNeed, { invalidates: [readPlan] });
  // Those for this competency first.
  const courses = [...shown.courses].sort(
    (one, other) => Number(other.competency === competency) - Number(one.competency === competency),
  );
  const submit = () =>
    change.mutate({ personId: shown.personId, competency, courseId, training, practice }, { onSuccess: onDone });
  return (
    <AskOver
      title={`${nameOf(competency)}: training and practice`}
      act="Keep it"
      busy={change.isPending}
      error={change.error}
      onSubmit={submit}
      onDone={onDone}
    >
      <NativeSelect
        label="Training"
        data={[
          { value: '', label: 'in your own words' },
          ...courses.map((one) => ({ value: String(one.courseId), label: `${one.title} (${one.hours} h)` })),
        ]}
        value={courseId === null ? '' : String(courseId)}
        onChange={(event) => setCourseId(Number(event.currentTarget.value) || null)}
      />
      {courseId === null ? (
        <TextInput
          label="What it is"
          required
          maxLength={300}
          value={training}
          onChange={(event) => setTraining(event.currentTarget.value)}
        />
      ) : null}
      <Textarea
        label="What to try in real work"
        required
        autosize
        maxLength={300}
        value={practice}
        onChange={(event) => setPractice(event.currentTarget.value)}
      />
    </AskOver>
  );
}
