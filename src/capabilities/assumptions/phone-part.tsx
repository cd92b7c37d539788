import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { parseTyped } from '../../base/typed-number.ts';
import type { PhoneQueue } from '../../records/growth/types.ts';

const USUAL: PhoneQueue = {
  callsPerEndpoint: 0.01,
  handlingMinutes: 12,
  patienceMinutes: 3,
  share: 0.8,
  withinMinutes: 0.5,
};

type Typed = Record<keyof PhoneQueue, string>;
type PartProps = { phone: PhoneQueue | null; onPhone: (phone: PhoneQueue | null) => void };

const FIELDS: readonly { key: keyof PhoneQueue; label: string; note: string }[] = [
  { key: 'callsPerEndpoint', label: 'Calls an hour per endpoint', note: 'In the busiest usual hour.' },
  { key: 'handlingMinutes', label: 'Minutes for a call', note: 'With what is noted after it.' },
  { key: 'patienceMinutes', label: 'Minutes until callers hang up', note: 'Empty: they never do.' },
  { key: 'share', label: '% of calls to be answered', note: '' },
  { key: 'withinMinutes', label: 'within so many minutes', note: '' },
];

/** A phone queue whose service level is wanted: then the desk must also have enough people on the phone. */
export function PhonePart({ phone, onPhone }: PartProps) {
  const [typed, setTyped] = useState<Typed>(() => textsOf(phone ?? USUAL));
  const read = phoneOf(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (read) onPhone(read);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p className="measure quiet">
        {phone
          ? 'The desk needs enough people for its tickets, and enough on the phone: the larger of the two counts.'
          : 'No phone queue counts. With one, the desk must also have enough people on the phone.'}
      </p>
      <div className="phone-fields">
        {FIELDS.map(({ key, label, note }) => (
          <label key={key} className="phone-field">
            <span>{label}</span>
            <input
              className="cell-input"
              inputMode="decimal"
              aria-invalid={parseTyped(typed[key]) === undefined}
              value={typed[key]}
              onChange={(event) => setTyped({ ...typed, [key]: event.currentTarget.value })}
            />
            <span className="quiet">{note}</span>
          </label>
        ))}
      </div>
      <div className="page-actions">
        <Button type="submit" size="xs" variant="default" disabled={read === null}>
          {phone ? 'Look ahead with these' : 'Count a phone queue'}
        </Button>
        {phone ? (
          <Button size="xs" variant="subtle" onClick={() => onPhone(null)}>
            Count no phone queue
          </Button>
        ) : null}
      </div>
    </form>
  );
}

const textsOf = (phone: PhoneQueue): Typed => ({
  callsPerEndpoint: String(phone.callsPerEndpoint),
  handlingMinutes: String(phone.handlingMinutes),
  patienceMinutes: phone.patienceMinutes === null ? '' : String(phone.patienceMinutes),
  share: String(Math.round(phone.share * 1000) / 10),
  withinMinutes: String(phone.withinMinutes),
});

function phoneOf(typed: Typed): PhoneQueue | null {
  const number = (key: keyof PhoneQueue) => parseTyped(typed[key]);
  const [calls, handling, share, within] = (
    ['callsPerEndpoint', 'handlingMinutes', 'share', 'withinMinutes'] as const
  ).map(number);
  const patience = number('patienceMinutes');
  if (!calls || !handling || !share || within === null || within === undefined || patience === undefined) return null;
  return {
    callsPerEndpoint: calls,
    handlingMinutes: handling,
    patienceMinutes: patience,
    share: share / 100,
    withinMinutes: within,
  };
}
