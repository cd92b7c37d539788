import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Draft } from '../../model/growth/draft.ts';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { addScenario } from './contract.ts';

type NameProps = {
  title: string;
  act: string;
  from: number;
  draft: Draft;
  name: string;
  onKept: (scenarioId: number) => void;
  onDone: () => void;
};

/** Names a copy of a scenario, with what was changed on the screen, and keeps it. */
export function NameScenario({ title, act, from, draft, name: first, onKept, onDone }: NameProps) {
  const [name, setName] = useState(first);
  const add = useAction(addScenario);
  const submit = () =>
    add.mutate(
      { from, name, ...draft },
      {
        onSuccess: ({ scenarioId }) => {
          onDone();
          onKept(scenarioId);
        },
      },
    );
  return (
    <AskOver title={title} act={act} busy={add.isPending} error={add.error} onSubmit={submit} onDone={onDone}>
      <NameField name={name} onName={setName} />
    </AskOver>
  );
}

/** The name of a scenario, to be typed. */
export function NameField({ name, onName }: { name: string; onName: (name: string) => void }) {
  return (
    <TextInput
      label="Name of the scenario"
      required
      maxLength={80}
      value={name}
      onChange={(event) => onName(event.currentTarget.value)}
    />
  );
}
