import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { Empty, ErrorState } from '../../web/states.tsx';
import { listPlans, proposePlan, readPlan, type ShownPlan } from './contract.ts';
import { PATH_WORDS } from './words.ts';

const BECAUSE: Record<ShownPlan['aims'][number]['because'], string> = {
  holds: 'the seat held now',
  candidate: 'considered for it',
  above: 'the seat above',
  'technical-path': 'without leading anybody',
};

/** Proposes a plan from gaps: for what, in which way, from when. */
export function ProposeForm({ shown, onDone }: { shown: ShownPlan; onDone?: () => void }) {
  const { aims, personId, today, mine } = shown;
  const propose = useAction(proposePlan, { invalidates: [readPlan, listPlans] });
  const [at, setAt] = useState(0);
  const [path, setPath] = useState(aims[0]?.path ?? 'technical-lead');
  const [startsOn, setStartsOn] = useState<string>(today);
  const aim = aims[at];
  if (aim === undefined)
    return (
      <Empty
        title="Nothing to aim at yet"
        text="A plan grows towards a seat, held or to come, or along the technical path. Say under Seats who leads whom, and what somebody wants."
      />
    );
  const choose = (next: number) => {
    setAt(next);
    setPath(aims[next]!.path);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    propose.mutate({ personId, path, seatId: aim.seatId, startsOn }, { onSuccess: () => onDone?.() });
  };
  return (
    <Section
      title={mine ? 'Propose a plan for yourself' : 'Propose a plan'}
      note="From gaps, as far as they are known: one training and one practice each, feedback, spaced dates, a view before and after. It can be changed before anybody says yes."
    >
      <form className="plan-form" onSubmit={submit}>
        <NativeSelect
          label="For"
          data={aims.map(({ title, because }, place) => ({
            value: String(place),
            label: `${title} (${BECAUSE[because]})`,
          }))}
          value={String(at)}
          onChange={(event) => choose(Number(event.currentTarget.value))}
        />
        {aim.seatId === null ? null : (
          <NativeSelect
            label="As"
            data={(['technical-lead', 'people-leader'] as const).map((value) => ({ value, label: PATH_WORDS[value] }))}
            value={path}
            onChange={(event) =>
              setPath(event.currentTarget.value === 'people-leader' ? 'people-leader' : 'technical-lead')
            }
          />
        )}
        <TextInput
          type="date"
          label="From"
          required
          min={today}
          value={startsOn}
          onChange={(event) => setStartsOn(event.currentTarget.value)}
        />
        <Button type="submit" loading={propose.isPending}>
          Propose it
        </Button>
      </form>
      {propose.error ? <ErrorState error={propose.error} /> : null}
    </Section>
  );
}
