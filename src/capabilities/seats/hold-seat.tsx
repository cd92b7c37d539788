import { Radio, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../records/verdicts/types.ts';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { differsFrom } from './advice-as-it-was.ts';
import type { Choice } from './choices.ts';
import { holdSeat, type SeatRow } from './contract.ts';
import { firstChoice, type How } from './hold.ts';

type HoldProps = {
  row: SeatRow;
  people: Choice[];
  /** Our advice, to start from and to differ from; null where the form is opened away from it, or it is closed. */
  answer: Answer | null;
  onDone: () => void;
};

/** Says who holds a seat, who acts in it until a day, or that it stays open. */
export function HoldSeat({ row, people, answer, onDone }: HoldProps) {
  const hold = useAction(holdSeat);
  const start = firstChoice(row.seat, answer);
  const [how, setHow] = useState<How>(start.how);
  const [person, setPerson] = useState<string | null>(start.personId === null ? null : String(start.personId));
  const [until, setUntil] = useState<string>(row.seat.actingUntil ?? '');
  const [reason, setReason] = useState('');
  const chosen = how === 'open' || person === null ? null : Number(person);
  const holderId = row.seat.holderId;
  const differs =
    answer !== null &&
    (how === 'open' || chosen !== null) &&
    differsFrom({ answer, holderId }, { personId: chosen, trial: how === 'acts' });
  const submit = () =>
    hold.mutate(
      {
        seatId: row.seat.seatId,
        personId: chosen,
        actingUntil: how === 'acts' ? until : null,
        reason: reason.trim() || null,
      },
      { onSuccess: onDone },
    );
  return (
    <AskOver
      title={row.seat.title}
      act="Record it"
      busy={hold.isPending}
      error={hold.error}
      onSubmit={submit}
      onDone={onDone}
    >
      <Radio.Group value={how} onChange={(value) => setHow(value as How)} label="From today on">
        <div className="ask-choices">
          <Radio value="holds" label="Somebody holds it" />
          <Radio
            value="acts"
            label="Somebody acts in it, on trial"
            description="With a day on which you look at it together, and a way back that keeps pay and standing."
          />
          <Radio value="open" label="It stays open" />
        </div>
      </Radio.Group>
      {how === 'open' ? null : (
        <Select
          label="Who"
          data={people}
          searchable
          required
          value={person}
          onChange={setPerson}
          placeholder="a name"
        />
      )}
      {how === 'acts' ? (
        <TextInput
          type="date"
          label="Until"
          required
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      ) : null}
      <Textarea
        label={differs ? 'Why, other than our advice' : 'Why'}
        description={
          differs
            ? 'One sentence is enough. It stands on record beside what we advised.'
            : 'Stands on record beside our advice of today.'
        }
        required={differs}
        maxLength={2000}
        autosize={false}
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </AskOver>
  );
}
