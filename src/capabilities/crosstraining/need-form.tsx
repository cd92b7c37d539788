import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { readCoverPlan, readSkills, type ShownSkill, setSkillNeed } from './contract.ts';
import { nameSkill } from './words.ts';

/** How many people it needs, how much it counts, and what learning it takes. */
export function NeedForm({ skill, onDone }: { skill: ShownSkill; onDone: () => void }) {
  const [required, setRequired] = useState<number | string>(skill.required);
  const [weight, setWeight] = useState<number | string>(skill.weight);
  const [weeks, setWeeks] = useState<number | string>(skill.weeks);
  const [hours, setHours] = useState<number | string>(skill.hours);
  const save = useAction(setSkillNeed, { invalidates: [readSkills, readCoverPlan] });
  const { subject, teamId } = skill;
  const keep = (input: { required: number | null; weight: number; weeks: number | null; hours: number | null }) =>
    save.mutate({ subject, teamId, ...input }, { onSuccess: onDone });
  return (
    <AskOver
      title={`What ${nameSkill(skill)} needs`}
      act="Keep it"
      busy={save.isPending}
      error={save.error}
      onSubmit={() =>
        keep({ required: Number(required), weight: Number(weight), weeks: Number(weeks), hours: Number(hours) })
      }
      onDone={onDone}
    >
      <NumberInput label="People signed off" value={required} onChange={setRequired} min={0} max={20} />
      <NumberInput
        label="How much it counts, 1 to 5"
        description="Where hours don’t suffice, what counts more goes first."
        value={weight}
        onChange={setWeight}
        min={1}
        max={5}
      />
      <NumberInput label="Weeks to learn it" value={weeks} onChange={setWeeks} min={1} max={52} />
      <NumberInput
        label="Hours a week, of each of the two"
        value={hours}
        onChange={setHours}
        min={0.25}
        max={20}
        step={0.5}
        decimalScale={2}
      />
      {skill.isSet ? (
        <button
          type="button"
          className="text-button align-start"
          onClick={() => keep({ required: null, weight: 1, weeks: null, hours: null })}
        >
          As the playbook says again
        </button>
      ) : null}
    </AskOver>
  );
}
