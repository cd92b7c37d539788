import { Button } from '@mantine/core';
import { useState } from 'react';
import { LoadBar, LoadKeys } from '../../web/charts/load-bar.tsx';
import { Door } from '../../web/door.tsx';
import { Go, GoButton } from '../../web/link.tsx';
import { type LeadWeek, useLoads } from '../../web/loads.ts';
import { Page } from '../../web/page.tsx';
import { Empty } from '../../web/states.tsx';
import { dayWord, levelNumber, plural } from '../../web/words.ts';
import { AddSeat } from './add-seat.tsx';
import { peopleToChoose } from './choices.ts';
import { CloseSeat } from './close-seat.tsx';
import type { SeatList, SeatRow } from './contract.ts';
import { HoldSeat } from './hold-seat.tsx';
import { NeedBar } from './need-bar.tsx';
import { orderSeats, type TreeRow } from './order-seats.ts';
import { KIND_SHORT, sayDistance, sayHolder } from './seat-words.ts';
import { Spans } from './spans.tsx';
import { TellWeek } from './tell-week.tsx';

type Asked = { what: 'add' } | { what: 'hold' | 'close'; row: SeatRow } | { what: 'week'; week: LeadWeek } | null;

/** Every seat from the top down, each with the door to its page. */
export function SeatTree({ seats, people, note, mayChange }: SeatList) {
  const [asked, setAsked] = useState<Asked>(null);
  const weeks = useLoads();
  const done = () => setAsked(null);
  const add = mayChange ? <Button onClick={() => setAsked({ what: 'add' })}>Add a seat</Button> : null;
  return (
    <Page title="Seats" sentence={seats.length > 0 ? sentenceOf(seats) : undefined} actions={add}>
      {note ? <p className="quiet">{note}</p> : null}
      {seats.length > 0 ? <Tree seats={seats} weeks={weeks} mayChange={mayChange} onAsk={setAsked} /> : <NoSeats />}
      <Spans weeks={[...weeks.values()]} />
      {asked?.what === 'add' ? <AddSeat seats={seats} onDone={done} /> : null}
      {asked?.what === 'hold' ? (
        <HoldSeat
          row={asked.row}
          people={peopleToChoose({ people })}
          answer={null}
          isClosed={asked.row.answerKind === 'closed'}
          how="holds"
          onDone={done}
        />
      ) : null}
      {asked?.what === 'week' ? <TellWeek week={asked.week} onDone={done} /> : null}
      {asked?.what === 'close' ? <CloseSeat row={asked.row} onDone={done} /> : null}
    </Page>
  );
}

/** "7 seats, one of them open, one planned." */
function sentenceOf(seats: readonly SeatRow[]): string {
  const count = (state: SeatRow['seat']['state']) => seats.filter(({ seat }) => seat.state === state).length;
  const parts = [
    [count('vacant'), 'open'],
    [count('acting'), 'held on trial'],
    [count('planned'), 'planned'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
  return `${[plural(seats.length, 'seat'), ...said].join(', ')}. Up the tree is further from the product.`;
}

function NoSeats() {
  return (
    <Empty
      title="No seats yet"
      text="A seat is a place in your structure: a helpdesk lead, a service manager. Bring your people, and everyone with reports gets one; or add a seat here."
      action={<GoButton to="/welcome">Bring your people</GoButton>}
    />
  );
}

type TreeProps = {
  seats: readonly SeatRow[];
  weeks: ReadonlyMap<number, LeadWeek>;
  mayChange: boolean;
  onAsk: (asked: Asked) => void;
};

function Tree({ seats, weeks, mayChange, onAsk }: TreeProps) {
  const titles = new Map(seats.map(({ seat }) => [seat.seatId, seat.title]));
  return (
    <div className="stack">
      <table className="seat-tree">
        <caption className="only-heard">Seats from the top down, with what each needs and our advice</caption>
        <thead>
          <tr>
            <th scope="col">Seat</th>
            <th scope="col">Needs</th>
            <th scope="col">The week</th>
            <th scope="col">Our advice</th>
            <th scope="col">
              <span className="only-heard">Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {orderSeats(seats).map((one) => (
            <TreeLine
              key={one.row.seat.seatId}
              {...one}
              week={weeks.get(one.row.seat.seatId) ?? null}
              above={one.row.seat.reportsTo === null ? null : (titles.get(one.row.seat.reportsTo) ?? null)}
              seatsBelow={seats.filter(({ seat }) => seat.reportsTo === one.row.seat.seatId).length}
              mayChange={mayChange}
              onAsk={onAsk}
            />
          ))}
        </tbody>
      </table>
      {weeks.size > 0 ? <LoadKeys /> : null}
    </div>
  );
}

type LineProps = TreeRow & { week: LeadWeek | null; above: string | null; seatsBelow: number } & Pick<
    TreeProps,
    'mayChange' | 'onAsk'
  >;

function TreeLine({ row, depth, runsOn, week, above, seatsBelow, mayChange, onAsk }: LineProps) {
  const { seat } = row;
  return (
    <tr className={`seat-${seat.state} seat-depth-${Math.min(depth, 8)}`}>
      <th scope="row">
        <Indent depth={depth} runsOn={runsOn} />
        <SeatName row={row} above={above} />
      </th>
      <td>
        <Needs row={row} />
      </td>
      <td>
        <LoadWords row={row} week={week} seatsBelow={seatsBelow} onAsk={onAsk} />
      </td>
      <td className="seat-says">
        <Go to={`/seats/${seat.seatId}`} className="seat-advice-link">
          {row.sentence}
        </Go>
      </td>
      <td className="seat-acts">
        {row.mayHold ? (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Who holds it: ${seat.title}`}
            onClick={() => onAsk({ what: 'hold', row })}
          >
            Who holds it
          </Button>
        ) : null}
        {mayChange ? (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Close ${seat.title}`}
            onClick={() => onAsk({ what: 'close', row })}
          >
            Close
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** The indent lines of the tree; the words say the same ("reports to …") to those who don't see them. */
function Indent({ depth, runsOn }: Pick<TreeRow, 'depth' | 'runsOn'>) {
  return (
    <span className="seat-indent" aria-hidden="true">
      {Array.from({ length: Math.min(depth, 8) }, (_, at) => {
        const own = at === depth - 1;
        const on = runsOn[at + 1] ? ' seat-line-on' : '';
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one row never move
        return <span key={at} className={`seat-line${own ? ' seat-line-own' : ''}${on}`} />;
      })}
    </span>
  );
}

function SeatName({ row, above }: { row: SeatRow; above: string | null }) {
  const { seat, distance } = row;
  return (
    <span className="seat-name">
      <Go to={`/seats/${seat.seatId}`}>
        <bdi>{seat.title}</bdi>
      </Go>
      <span className="seat-holder">
        <bdi>{sayHolder(row, dayWord)}</bdi>
      </span>
      <span className="quiet">
        <Door to={`distance/${seat.seatId}`}>{sayDistance(distance)}</Door>
        {above ? <span className="only-heard">, reports to {above}</span> : null}
      </span>
    </span>
  );
}

function Needs({ row }: { row: SeatRow }) {
  const { demand, seat } = row;
  return (
    <span className="seat-needs">
      <NeedBar demand={demand} />
      <span>{KIND_SHORT[row.kind]}</span>
      <span className="quiet">
        <Door
          to={`demand/${seat.seatId}/technical`}
          label={`${levelNumber(demand.technical)} work: why ${seat.title} needs it`}
        >
          {levelNumber(demand.technical)} work
        </Door>
        {' · '}
        <Door
          to={`demand/${seat.seatId}/people`}
          label={`${levelNumber(demand.people)} people: why ${seat.title} needs it`}
        >
          {levelNumber(demand.people)} people
        </Door>
      </span>
    </span>
  );
}

const sayBelow = (reports: number, seatsBelow: number): string => {
  if (reports > 0) return plural(reports, 'report');
  return seatsBelow > 0 ? `${plural(seatsBelow, 'seat')} below` : 'nobody reports here yet';
};

type LoadProps = Pick<LineProps, 'row' | 'week' | 'seatsBelow' | 'onAsk'>;

function LoadWords({ row, week, seatsBelow, onAsk }: LoadProps) {
  const { load, seat, reports } = row;
  const below = sayBelow(reports, seatsBelow);
  return (
    <span className="seat-load">
      {week && reports > 0 ? <LoadBar week={week} /> : null}
      {load?.sentence ? <Door to={`load/${seat.seatId}`}>{load.sentence}</Door> : null}
      <span className="quiet">
        {load && !load.sentence && reports > 0 ? `${below}; own tickets not known` : below}
        {week?.mayTell ? (
          <>
            {' · '}
            <button
              type="button"
              className="text-button"
              aria-label={`Say more of the week of ${seat.title}`}
              onClick={() => onAsk({ what: 'week', week })}
            >
              say more
            </button>
          </>
        ) : null}
      </span>
    </span>
  );
}
