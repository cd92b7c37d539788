import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { dayOf } from '../../base/time.ts';
import { call, useAction } from '../../web/client.ts';
import { sayMeeting, timeIn } from '../../web/clock-words.ts';
import { Section } from '../../web/section.tsx';
import { downloadText } from '../../web/send-file.ts';
import { ErrorState } from '../../web/states.tsx';
import { ChangeRhythm } from './change-rhythm.tsx';
import {
  closeMeeting,
  listOneOnOnes,
  type OneOnOne,
  planMeeting,
  readCadence,
  readOneOnOne,
  takeInvitation,
} from './contract.ts';

const READ = { invalidates: [readOneOnOne, listOneOnOnes, readCadence] };

/** Plans the next meeting, says what came of the planned one, and hands it to a calendar. */
export function NextMeeting({ pair }: { pair: OneOnOne }) {
  const { pairId, next, zone, today } = pair;
  const close = useAction(closeMeeting, READ);
  const say = (state: 'held' | 'skipped') => next && close.mutate({ pairId, meetingId: next.meetingId, state });
  return (
    <Section
      title="Next meeting"
      note={next ? `${sayMeeting(next.at, zone)}, ${pair.minutes} minutes.` : 'None is planned.'}
    >
      {next ? (
        <div className="page-actions">
          {dayOf(next.at, zone) <= today ? (
            <Button variant="default" loading={close.isPending} onClick={() => say('held')}>
              We met
            </Button>
          ) : null}
          <Button variant="default" loading={close.isPending} onClick={() => say('skipped')}>
            Skipped
          </Button>
          <TakeFile pairId={pairId} />
        </div>
      ) : null}
      {close.error ? <ErrorState error={close.error} /> : null}
      <PlanForm key={next?.at ?? 0} pair={pair} />
      <ChangeRhythm pair={pair} />
    </Section>
  );
}

function TakeFile({ pairId }: { pairId: number }) {
  const [error, setError] = useState<Error | null>(null);
  const take = async () => {
    setError(null);
    try {
      const { fileName, text } = await call(takeInvitation, { pairId });
      downloadText(fileName, text, 'text/calendar');
    } catch (cause) {
      setError(cause as Error);
    }
  };
  return (
    <>
      <Button variant="default" onClick={() => void take()}>
        For my calendar (.ics)
      </Button>
      {error ? <ErrorState error={error} /> : null}
    </>
  );
}

function PlanForm({ pair: { pairId, next, zone, today } }: { pair: OneOnOne }) {
  const [day, setDay] = useState<string>(next ? dayOf(next.at, zone) : today);
  const [time, setTime] = useState(next ? timeIn(next.at, zone) : '10:00');
  const plan = useAction(planMeeting, READ);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    plan.mutate({ pairId, day, time });
  };
  return (
    <form className="talks-form" onSubmit={submit}>
      <TextInput
        type="date"
        label="Day"
        required
        withAsterisk={false}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <TextInput
        type="time"
        label={`Time (${zone})`}
        required
        withAsterisk={false}
        value={time}
        onChange={(event) => setTime(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={plan.isPending}>
        {next ? 'Move it' : 'Plan it'}
      </Button>
      {plan.error ? <ErrorState error={plan.error} /> : null}
    </form>
  );
}
