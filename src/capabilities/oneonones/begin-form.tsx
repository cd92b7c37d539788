import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { beginOneOnOne, listOneOnOnes, type OneOnOnes, readCadence } from './contract.ts';

/** With whom, how often and how long: the zone is this browser's. */
export function BeginForm({ others }: { others: OneOnOnes['others'] }) {
  const [personId, setPersonId] = useState(others[0]!.personId as number);
  const [everyDays, setEveryDays] = useState<number | string>(14);
  const [minutes, setMinutes] = useState<number | string>(30);
  const navigate = useNavigate();
  const begin = useAction(beginOneOnOne, { invalidates: [listOneOnOnes, readCadence] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    begin.mutate(
      { personId, everyDays: Number(everyDays), minutes: Number(minutes), zone },
      { onSuccess: ({ pairId }) => void navigate({ to: `/one-on-ones/${pairId}` }) },
    );
  };
  return (
    <details className="unfold">
      <summary>Begin 1:1s with somebody</summary>
      <form className="talks-form" onSubmit={submit}>
        <NativeSelect
          label="With"
          value={String(personId)}
          onChange={(event) => setPersonId(Number(event.currentTarget.value))}
          data={others.map((one) => ({
            value: String(one.personId),
            label: `${one.name} (${one.as === 'lead' ? 'your lead' : 'reports to you'})`,
          }))}
        />
        <NumberInput label="Every … days" value={everyDays} onChange={setEveryDays} min={1} max={92} required />
        <NumberInput label="Minutes" value={minutes} onChange={setMinutes} min={5} max={240} required />
        <Button type="submit" loading={begin.isPending}>
          Begin
        </Button>
      </form>
      {begin.error ? <ErrorState error={begin.error} /> : null}
    </details>
  );
}
