import { Radio, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { differsFrom } from '../../model/journal-advice.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Answer } from '../../records/verdicts/types.ts';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import type { Choice } from './choices.ts';
import { holdSeat, type SeatRow } from './contract.ts';
import { firstChoice, type How } from './hold.ts';

type HoldProps = {
  row: SeatRow;
  people: Choice[];
  /** Our advice, to start from and to differ from; null where the form is opened away from it, or it is closed. */
  answer: Answer | null;
  /** Our advice is not open to the reader. */
  isClosed: boolean;
  how: How;
  onDone: () => void;
};

/** Says who holds a seat, or that it stays open. */
export function HoldSeat({ row, people, answer, isClosed, how: first, onDone }: HoldProps) {
  const hold = useAction(holdSeat);
  const start = firstChoice(row.seat, answer);
  const [how, setHow] = useState<How>(first);
  const [person, setPerson] = useState<string | null>(start === null ? null : String(start));
  const [reason, setReason] = useState('');
  const chosen = how === 'open' || person === null ? null : (Number(person) as PersonId);
  const holderId = row.seat.holderId;
  const differs =
    answer !== null &&
    (how === 'open' || chosen !== null) &&
    differsFrom({ answer, holderId }, { personId: chosen, trial: false });
  // Where our advice is closed it isn't told whether this differs, so a reason is asked for in any case.
  const isAsked = differs || isClosed;
  const submit = () =>
    hold.mutate({ seatId: row.seat.seatId, personId: chosen, reason: reason.trim() || null }, { onSuccess: onDone });
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
      <Textarea
        label={differs ? 'Why, other than our advice' : 'Why'}
        description={
          differs
            ? 'One sentence is enough. It stands in the journal beside what we advised.'
            : isClosed
              ? 'One sentence is enough. Our advice is not open to you, so the journal rests on it.'
              : answer === null
                ? 'Needed where it differs from our advice; stands in the journal beside it.'
                : 'Stands in the journal beside our advice of today.'
        }
        required={isAsked}
        maxLength={2000}
        autosize={false}
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </AskOver>
  );
}
