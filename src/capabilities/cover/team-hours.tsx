import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { minutesOf, sayClock, sayWeekday } from '../../model/say-time.ts';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { type Column, DataTable } from '../../web/table.tsx';
import { WeekdayChoice } from '../../web/weekday-choice.tsx';
import { ZoneSelect } from '../../web/zone-select.tsx';
import { type HeldWeeks, setTeamHours } from './contract.ts';
import { sayWeekdays } from './hours-words.ts';

type Team = HeldWeeks['teams'][number];

/** The hours in which each team owes its clients somebody. */
export function TeamHoursTable({ weeks }: { weeks: HeldWeeks }) {
  const [changing, setChanging] = useState<Team | null>(null);
  const usual = `${sayWeekdays(weeks.usual.weekdays)} ${sayClock(weeks.usual.from)}–${sayClock(weeks.usual.to)}, as in the playbook`;
  const say = ({ hours }: Team) =>
    hours ? `${sayWeekdays(hours.weekdays)} ${sayClock(hours.from)}–${sayClock(hours.to)} (${hours.timeZone})` : usual;
  const columns: Column<Team>[] = [
    { key: 'name', title: 'Team', heads: true, value: ({ name }) => name },
    { key: 'hours', title: 'Hours', value: say },
    {
      key: 'act',
      title: 'Change',
      acts: true,
      value: () => null,
      cell: (team) => (
        <Button
          size="xs"
          variant="subtle"
          aria-label={`Change the hours of ${team.name}`}
          onClick={() => setChanging(team)}
        >
          Change
        </Button>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption="When each team owes its clients somebody"
        quietCaption
        columns={columns}
        rows={weeks.teams}
        rowKey={({ teamId }) => teamId}
      />
      {changing ? <ChangeHours team={changing} usual={weeks.usual} onDone={() => setChanging(null)} /> : null}
    </>
  );
}

type ChangeProps = { team: Team; usual: HeldWeeks['usual']; onDone: () => void };

function ChangeHours({ team, usual, onDone }: ChangeProps) {
  const begin = team.hours ?? usual;
  const [weekdays, setWeekdays] = useState(begin.weekdays);
  const [from, setFrom] = useState(sayClock(begin.from));
  const [to, setTo] = useState(begin.to === 1440 ? '00:00' : sayClock(begin.to));
  const [timeZone, setTimeZone] = useState(team.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const save = useAction(setTeamHours);
  const keep = (hours: Team['hours']) => save.mutate({ teamId: team.teamId, hours }, { onSuccess: onDone });
  const submit = () => {
    // Midnight at the end is the end of the day.
    keep({ timeZone, weekdays, from: minutesOf(from) ?? 0, to: minutesOf(to) || 1440 });
  };
  return (
    <AskOver
      title={`When ${team.name} owes its clients somebody`}
      act="Keep these hours"
      busy={save.isPending}
      error={save.error}
      onSubmit={submit}
      onDone={onDone}
    >
      <WeekdayChoice say={sayWeekday} value={weekdays} onChange={setWeekdays} />
      <TextInput
        type="time"
        required
        label="From"
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        type="time"
        required
        label="To"
        description="00:00 is midnight at the end of the day."
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <ZoneSelect value={timeZone} onChange={setTimeZone} />
      {team.hours ? (
        <button type="button" className="text-button align-start" onClick={() => keep(null)}>
          Use the playbook’s hours again
        </button>
      ) : null}
    </AskOver>
  );
}
