import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { monthOf, sayMonth } from '../../base/month.ts';
import type { ShownMarker } from '../../model/growth/look.ts';
import { AskOver } from '../../web/ask.tsx';
import { useAction } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { dayWord } from '../../web/words.ts';
import { planSeat } from './contract.ts';

type MoreProps = {
  marker: ShownMarker;
  scenarioId: number;
  /** Why no planned seat can be made of it here; null: it can. */
  noSeat: string | null;
};

/** What stands behind a marker: why, how sure, who, the other way, and the seat it may become. */
export function MarkerMore({ marker, scenarioId, noSeat }: MoreProps) {
  const { trigger, sentence, start, early, late, due } = marker;
  return (
    <div className="stack">
      <p className="measure">
        {trigger} {sentence}
      </p>
      <dl className="facts">
        {marker.state === 'there' || marker.state === 'overdue' ? null : (
          <>
            <Fact name="1 of 10 futures have it by" text={sayOr(early)} />
            <Fact name="Half of them by" text={sayOr(due)} />
            <Fact name="9 of 10 by" text={sayOr(late)} />
          </>
        )}
        {start?.person ? (
          <div>
            <dt>Ready soonest</dt>
            <dd>
              <Go to={`/people/${start.person.personId}`}>{start.person.name}</Go>
            </dd>
          </div>
        ) : null}
        {start?.outside ? (
          <Fact name="Or look outside" text={start.outside.late > 0 ? 'now' : `by ${sayMonth(start.outside.month)}`} />
        ) : null}
      </dl>
      <PlannedSeat marker={marker} scenarioId={scenarioId} noSeat={noSeat} />
    </div>
  );
}

const sayOr = (month: ShownMarker['due']) => (month === null ? 'not within the plan' : sayMonth(month));

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function PlannedSeat({ marker, scenarioId, noSeat }: MoreProps) {
  const [isAsking, setAsking] = useState(false);
  if (marker.seat) return <SeatThere seat={marker.seat} isOpen={isOpenSince(marker)} />;
  if (!marker.maySeat) return null;
  if (noSeat !== null) return <p className="quiet">{noSeat}</p>;
  return (
    <div>
      <Button variant="default" size="xs" onClick={() => setAsking(true)}>
        Make it a planned seat
      </Button>
      {isAsking ? <AskSeat marker={marker} scenarioId={scenarioId} onDone={() => setAsking(false)} /> : null}
    </div>
  );
}

/** What has been due for as long as its seat is there stands open: nobody planned it. */
const isOpenSince = ({ state, due, seat }: ShownMarker) =>
  state === 'overdue' && due !== null && seat?.plannedFor != null && monthOf(seat.plannedFor) <= due;

type SeatProps = { seat: NonNullable<ShownMarker['seat']>; isOpen: boolean };

/** The seat that it was planned as, or that stands open, so that somebody is looked for already. */
function SeatThere({ seat: { seatId, title, plannedFor }, isOpen }: SeatProps) {
  const link = <Go to={`/seats/${seatId}`}>{title}</Go>;
  if (plannedFor === null) return <p>The seat stands open: {link}.</p>;
  if (isOpen)
    return (
      <p>
        {link} stands open since {dayWord(plannedFor)}.
      </p>
    );
  return (
    <p>
      Planned as {link} for {dayWord(plannedFor)}; dashed on the <Go to="/">balance picture</Go>.
    </p>
  );
}

type AskSeatProps = { marker: ShownMarker; scenarioId: number; onDone: () => void };

function AskSeat({ marker, scenarioId, onDone }: AskSeatProps) {
  const [title, setTitle] = useState(TITLES[marker.kind]);
  const plan = useAction(planSeat);
  return (
    <AskOver
      title={`A planned seat: ${marker.name.toLowerCase()}`}
      act="Plan it"
      busy={plan.isPending}
      error={plan.error}
      onSubmit={() => plan.mutate({ scenarioId, kind: marker.kind, title }, { onSuccess: onDone })}
      onDone={onDone}
    >
      <p>
        {marker.due ? `Planned for ${sayMonth(marker.due)}. ` : ''}It stands dashed on the balance picture until
        somebody holds it or it is closed.
      </p>
      <TextInput
        label="Title of the seat"
        required
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
    </AskOver>
  );
}

const TITLES: Record<ShownMarker['kind'], string> = {
  coordinator: 'Service Coordinator',
  'next-lead': 'Helpdesk Lead',
  'people-leader': 'Head of Service',
  'service-manager': 'Service Manager',
  'team-split': 'Team Lead',
};
