import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { type Called, readCoverPlan, readOwnLearning, readSkills, type SkillsPage, setSkillLevel } from './contract.ts';

type SignOffProps = {
  of: { subject: string; name: string; person: Called };
  page: Pick<SkillsPage, 'mayKeep' | 'you' | 'people'>;
  onDone: () => void;
};

/** A sign-off has a name: one's own, or, of who keeps the firm, whose word it is. */
export function SignOff({ of: { subject, name, person }, page, onDone }: SignOffProps) {
  const others = page.people.filter(({ personId }) => personId !== person.personId);
  const [signer, setSigner] = useState(page.you === null ? '' : String(page.you));
  const set = useAction(setSkillLevel, { invalidates: [readSkills, readCoverPlan, readOwnLearning] });
  const submit = () => {
    const signerId = page.mayKeep && signer !== '' ? { signerId: Number(signer) } : {};
    set.mutate({ subject, personId: person.personId, state: 'signed-off', ...signerId }, { onSuccess: onDone });
  };
  return (
    <AskOver
      title={`Sign ${person.name} off for ${name}?`}
      act="Sign off"
      busy={set.isPending}
      error={set.error}
      onSubmit={submit}
      onDone={onDone}
    >
      <p>{`Somebody looked, and ${person.name} can do this alone. It counts as cover from now on.`}</p>
      {page.mayKeep ? (
        <NativeSelect
          label="Who looked"
          data={[
            { value: '', label: 'choose' },
            ...others.map((one) => ({ value: String(one.personId), label: one.name })),
          ]}
          value={signer}
          onChange={(event) => setSigner(event.currentTarget.value)}
        />
      ) : null}
    </AskOver>
  );
}
