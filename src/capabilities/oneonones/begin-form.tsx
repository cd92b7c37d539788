import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { beginOneOnOne, listOneOnOnes, type OneOnOnes, readCadence } from './contract.ts';

/** With whom, how often and how long: the zone is this browser's. */
export function BeginForm({ others }: { others: OneOnOnes['others'] }) {
  const [personId, setPersonId] = useState(others[0]!.personId as number);
  const [everyDays, setEveryDays] = useState<number | string>(14);
  const [minutes, setMinutes] = useState<number | string>(30);
  const begin = useBegin();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    begin.mutate({ personId, everyDays: Number(everyDays), minutes: Number(minutes), zone });
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

type Begun = { personId: number; everyDays: number; minutes: number; zone: string };

/** Begins, and goes there; the list is read again afterwards, when this form may be gone from it. */
function useBegin() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation<void, Error, Begun>({
    mutationFn: async (begun) => {
      const { pairId } = await call(beginOneOnOne, begun);
      await navigate({ to: `/one-on-ones/${pairId}` });
    },
    onSuccess: async () => {
      for (const { id } of [listOneOnOnes, readCadence]) await queries.invalidateQueries({ queryKey: [id] });
    },
  });
}
