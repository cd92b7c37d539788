import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { PEOPLE_COMPETENCIES, TECHNICAL_COMPETENCIES } from '../../records/voice/types.ts';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { addNeed, listPlans, readPlan, type ShownPlan } from './contract.ts';
import { nameOf } from './words.ts';

type AddProps = { shown: ShownPlan; plan: NonNullable<ShownPlan['plan']> };

/** Puts one thing more into a plan. */
export function AddNeed({ shown, plan }: AddProps) {
  const add = useAction(addNeed, { invalidates: [readPlan, listPlans] });
  const there = new Set(plan.needs.map(({ competency }) => competency));
  const left = [...TECHNICAL_COMPETENCIES, ...PEOPLE_COMPETENCIES].filter((one) => !there.has(one));
  const [chosen, setChosen] = useState('');
  const competency = left.find((one) => one === chosen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (competency) add.mutate({ personId: shown.personId, competency }, { onSuccess: () => setChosen('') });
  };
  return (
    <details className="unfold">
      <summary>Put something else in</summary>
      <form className="plan-form" onSubmit={submit}>
        <NativeSelect
          label="To grow in"
          data={[{ value: '', label: 'choose' }, ...left.map((value) => ({ value, label: nameOf(value) }))]}
          value={competency ?? ''}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={competency === undefined} loading={add.isPending}>
          Put it in
        </Button>
      </form>
      {add.error ? <ErrorState error={add.error} /> : null}
    </details>
  );
}
