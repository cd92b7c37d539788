import { Button, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { dayOf } from '../../base/time.ts';
import { sayMeeting, timeIn } from '../../model/say-time.ts';
import type { MentoringSession } from '../../records/mentoring/types.ts';
import { call, useAction } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { downloadText } from '../../web/send-file.ts';
import { ErrorState } from '../../web/states.tsx';
import {
  changeMentoringSession,
  type MentoringTalk,
  planMentoringSessions,
  readMentoring,
  readMentoringPair,
  takeMentoringSession,
} from './contract.ts';

const INVALIDATES = { invalidates: [readMentoring, readMentoringPair] };

/** When the two meet: planned in advance, each for a calendar, and whether it was held. */
export function Sessions({ talk }: { talk: MentoringTalk }) {
  const { sessions, state } = talk;
  const planned = sessions.filter((one) => one.state === 'planned');
  const past = sessions.filter((one) => one.state !== 'planned');
  const held = past.filter((one) => one.state === 'held').length;
  return (
    <Section title="Sessions" note={`Held so far: ${held}.`}>
      {planned.length > 0 ? (
        <ul className="mentoring-plain">
          {planned.map((session) => (
            <Planned key={session.sessionId} session={session} talk={talk} />
          ))}
        </ul>
      ) : (
        <p className="quiet">None is planned.</p>
      )}
      {past.length > 0 ? (
        <details className="unfold">
          <summary>{`Past sessions (${past.length})`}</summary>
          <ul className="list">
            {past.toReversed().map(({ sessionId, at, zone, state: what }) => (
              <li key={sessionId}>{`${sayMeeting(at, zone)}: ${what}`}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {state === 'running' ? <PlanForm talk={talk} /> : null}
    </Section>
  );
}

function Planned({ session, talk }: { session: MentoringSession; talk: MentoringTalk }) {
  const { sessionId, at, zone, minutes } = session;
  const { pairId, today } = talk;
  const change = useAction(changeMentoringSession, INVALIDATES);
  const [error, setError] = useState<Error | null>(null);
  const say = (state: 'held' | 'skipped' | 'removed') => change.mutate({ pairId, sessionId, state });
  const when = sayMeeting(at, zone);
  const take = async () => {
    setError(null);
    try {
      const { fileName, text } = await call(takeMentoringSession, { pairId, sessionId });
      downloadText(fileName, text, 'text/calendar');
    } catch (cause) {
      setError(cause as Error);
    }
  };
  const isDue = dayOf(at, zone) <= today;
  return (
    <li>
      <span>
        {when} <span className="quiet">{`${minutes} min`}</span>
      </span>
      {talk.state === 'running' ? (
        <span className="page-actions">
          {isDue ? (
            <Button size="xs" variant="default" aria-label={`We met: ${when}`} onClick={() => say('held')}>
              We met
            </Button>
          ) : null}
          {isDue ? (
            <Button size="xs" variant="default" aria-label={`Skipped: ${when}`} onClick={() => say('skipped')}>
              Skipped
            </Button>
          ) : null}
          <Button size="xs" variant="subtle" aria-label={`.ics for my calendar: ${when}`} onClick={() => void take()}>
            .ics
          </Button>
          <Button size="xs" variant="subtle" aria-label={`Take off: ${when}`} onClick={() => say('removed')}>
            Take off
          </Button>
        </span>
      ) : null}
      {change.error ? <ErrorState error={change.error} /> : null}
      {error ? <ErrorState error={error} /> : null}
    </li>
  );
}

function PlanForm({ talk: { pairId, sessions, today } }: { talk: MentoringTalk }) {
  const last = sessions.at(-1);
  const zone = last?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [day, setDay] = useState<string>(today);
  const [time, setTime] = useState(last ? timeIn(last.at, zone) : '10:00');
  const [count, setCount] = useState<number | string>(6);
  const [everyDays, setEveryDays] = useState<number | string>(28);
  const plan = useAction(planMentoringSessions, INVALIDATES);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    plan.mutate({ pairId, day, time, zone, minutes: 60, count: Number(count), everyDays: Number(everyDays) });
  };
  return (
    <details className="unfold" open={sessions.length === 0}>
      <summary>Plan sessions in advance</summary>
      <form className="mentoring-row" onSubmit={submit}>
        <TextInput
          type="date"
          label="First on"
          required
          withAsterisk={false}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={`At (${zone})`}
          required
          withAsterisk={false}
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
        <NumberInput label="How many" value={count} onChange={setCount} min={1} max={26} />
        <NumberInput label="Every … days" value={everyDays} onChange={setEveryDays} min={1} max={92} />
        <Button type="submit" variant="default" loading={plan.isPending}>
          Plan them
        </Button>
        {plan.error ? <ErrorState error={plan.error} /> : null}
      </form>
    </details>
  );
}
