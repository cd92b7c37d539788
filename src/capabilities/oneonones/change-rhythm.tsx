import { Button, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { changeOneOnOne, listOneOnOnes, type OneOnOne, readCadence, readOneOnOne } from './contract.ts';

/** How often, how long and by whose clock; and the end of it. */
export function ChangeRhythm({ pair }: { pair: OneOnOne }) {
  const [everyDays, setEveryDays] = useState<number | string>(pair.everyDays);
  const [minutes, setMinutes] = useState<number | string>(pair.minutes);
  const [zone, setZone] = useState(pair.zone);
  const change = useAction(changeOneOnOne, { invalidates: [readOneOnOne, listOneOnOnes, readCadence] });
  const save = (ends: boolean) =>
    change.mutate({ pairId: pair.pairId, everyDays: Number(everyDays), minutes: Number(minutes), zone, ends });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(false);
  };
  return (
    <details className="unfold">
      <summary>Change how often, or end these 1:1s</summary>
      <form className="talks-form" onSubmit={submit}>
        <NumberInput label="Every … days" value={everyDays} onChange={setEveryDays} min={1} max={92} required />
        <NumberInput label="Minutes" value={minutes} onChange={setMinutes} min={5} max={240} required />
        <TextInput
          label="Time zone"
          value={zone}
          maxLength={64}
          required
          onChange={(event) => setZone(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={change.isPending}>
          Save
        </Button>
      </form>
      <p className="quiet">Ending them removes the planned meeting. What you two wrote stays for both to read.</p>
      <Button variant="default" loading={change.isPending} onClick={() => save(true)}>
        End these 1:1s
      </Button>
      {change.error ? <ErrorState error={change.error} /> : null}
    </details>
  );
}
