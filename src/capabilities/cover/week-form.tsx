import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { minutesOf, sayWeekday } from '../../model/say-time.ts';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { WeekdayChoice } from '../../web/weekday-choice.tsx';
import { plural } from '../../web/words.ts';
import { ZoneSelect } from '../../web/zone-select.tsx';
import { type HeldWeeks, typeWeek } from './contract.ts';

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
      <WeekdayChoice say={sayWeekday} value={weekdays} onChange={setWeekdays} />
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
