import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { plural } from '../../web/words.ts';
import { type HeldWeeks, typeWeek } from './contract.ts';
import { minutesOf, sayWeekday } from './hours-words.ts';
import { ZoneSelect } from './zone-select.tsx';

const EVERY = [1, 2, 3, 4, 5, 6, 7];

/** A week of one person or of everybody in a team. */
export function WeekForm({ weeks }: { weeks: HeldWeeks }) {
  const whose = [
    ...weeks.teams.map(({ teamId, name }) => ({ value: `team/${teamId}`, label: `Everybody in ${name}` })),
    ...weeks.people.map(({ personId, name }) => ({ value: `person/${personId}`, label: name })),
  ];
  const [who, setWho] = useState(whose[0]?.value ?? '');
  const [kind, setKind] = useState<'shift' | 'on-call'>('shift');
  const [weekdays, setWeekdays] = useState([1, 2, 3, 4, 5]);
  const [from, setFrom] = useState('09:00');
  const [to, setTo] = useState('17:00');
  const [timeZone, setTimeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const save = useAction(typeWeek);
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (begins === null || ends === null) return;
    const [what, id] = who.split('/');
    const of = { teamId: what === 'team' ? Number(id) : null, personId: what === 'person' ? Number(id) : null };
    save.mutate({ ...of, kind, weekdays, from: begins, to: ends, timeZone });
  };
  return (
    <form className="cover-form" onSubmit={submit}>
      <NativeSelect label="Whose" data={whose} value={who} onChange={(event) => setWho(event.currentTarget.value)} />
      <NativeSelect
        label="They are"
        data={[
          { value: 'shift', label: 'at work' },
          { value: 'on-call', label: 'on call' },
        ]}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value === 'on-call' ? 'on-call' : 'shift')}
      />
      <WeekdayChoice value={weekdays} onChange={setWeekdays} />
      <TextInput type="time" label="From" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
      <TextInput
        type="time"
        label={begins !== null && ends !== null && ends <= begins ? 'To, the day after' : 'To'}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <ZoneSelect value={timeZone} onChange={setTimeZone} />
      <Button
        type="submit"
        loading={save.isPending}
        disabled={who === '' || weekdays.length === 0 || begins === null || ends === null}
      >
        Keep this week
      </Button>
      {save.error ? <ErrorState error={save.error} /> : null}
      <p role="status">{save.data ? `Kept for ${plural(save.data.people, 'person', 'people')}.` : ''}</p>
    </form>
  );
}

/** Days of the week to tick. */
export function WeekdayChoice({ value, onChange }: { value: number[]; onChange: (weekdays: number[]) => void }) {
  const change = (weekday: number, on: boolean) =>
    onChange(EVERY.filter((one) => (one === weekday ? on : value.includes(one))));
  return (
    <fieldset className="cover-days">
      <legend>On</legend>
      {EVERY.map((weekday) => (
        <label key={weekday}>
          <input
            type="checkbox"
            checked={value.includes(weekday)}
            onChange={(event) => change(weekday, event.currentTarget.checked)}
          />
          {sayWeekday(weekday)}
        </label>
      ))}
    </fieldset>
  );
}
