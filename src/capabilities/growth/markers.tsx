import { type ReactNode, useState } from 'react';
import type { Look, ShownMarker } from '../../model/growth/look.ts';
import { sayChance, sayDue, sayStart } from '../../model/growth/look-words.ts';
import { monthTicks } from '../../web/charts/month-ticks.ts';
import { scaleOf } from '../../web/charts/scale.ts';
import { useRoom } from '../../web/room.tsx';
import { DataTable } from '../../web/table.tsx';
import { orderMarkers } from './marker-order.ts';
import { MarkerTrack, TRACK_HEIGHT } from './marker-track.tsx';

type MarkersProps = {
  look: Look;
  kept: Look | null;
  /** What stands behind one: the reasons, other ways, the planned seat. */
  more: (marker: ShownMarker) => ReactNode;
};

/** Before the page is laid out there may be no room at all. */
const NARROWEST = 120;

/** What growth brings on one time axis: the chance that it is due, when, and by when to begin. */
export function Markers({ look, kept, more }: MarkersProps) {
  const { months } = look;
  const [track, room] = useRoom<HTMLDivElement>(600);
  const width = Math.max(room, NARROWEST);
  const x = scaleOf([0, Math.max(1, months.length - 1)], [6, width - 6]);
  const before = new Map(kept?.markers.map((one) => [one.kind, one]));
  return (
    <div className="markers">
      <div className="marker marker-axis" aria-hidden="true">
        <span />
        <div ref={track} className="marker-track">
          <svg viewBox={`0 0 ${width} 22`} aria-hidden="true">
            {monthTicks(months, width).map(({ at, label, year }) => (
              <text
                key={at}
                className={year ? 'tick-year' : 'tick'}
                x={x.at(at)}
                y="15"
                textAnchor={at === 0 ? 'start' : 'middle'}
              >
                {label}
              </text>
            ))}
          </svg>
        </div>
        <span />
      </div>
      <ul className="marker-list" aria-label="What growth brings">
        {orderMarkers(look.markers).map((marker) => (
          <MarkerRow key={marker.kind} marker={marker} more={more}>
            <MarkerTrack marker={marker} kept={before.get(marker.kind) ?? null} months={months} x={x} width={width} />
          </MarkerRow>
        ))}
      </ul>
      <Legend isCompared={kept !== null} />
      <MarkersTable look={look} />
    </div>
  );
}

type RowProps = { marker: ShownMarker; more: MarkersProps['more']; children: ReactNode };

function MarkerRow({ marker, more, children }: RowProps) {
  const [isOpen, setOpen] = useState(false);
  const start = sayStart(marker);
  return (
    <li className={`marker-item marker-${marker.state}${isEmpty(marker) ? ' marker-empty' : ''}`}>
      <div className="marker" style={{ minHeight: TRACK_HEIGHT }}>
        <button
          type="button"
          className="marker-name"
          aria-expanded={isOpen}
          onClick={() => setOpen((before) => !before)}
        >
          <span className="marker-arrow" aria-hidden="true">
            {isOpen ? '▾' : '▸'}
          </span>
          {marker.name}
        </button>
        <div className="marker-track">{children}</div>
        <p className="marker-words">
          {start ? <strong>{capital(start)}</strong> : null}
          <span className="quiet">{start ? sayDue(marker) : capital(sayDue(marker))}</span>
        </p>
      </div>
      {isOpen ? <div className="marker-more">{more(marker)}</div> : null}
    </li>
  );
}

/** Nothing of it would be seen on the axis. */
const isEmpty = ({ state, chance }: ShownMarker) => state === 'there' || (chance.at(-1) ?? 0) < 0.02;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Legend({ isCompared }: { isCompared: boolean }) {
  return (
    <ul className="keys" aria-hidden="true">
      <li>
        <svg width="28" height="14" aria-hidden="true">
          <path className="chance" d="M0 14C12 14 14 2 28 2V14Z" />
        </svg>
        chance that it is due
      </li>
      <li>
        <svg width="28" height="14" aria-hidden="true">
          <path className="start-line" d="M4 7H24" />
          <path className="start-flag" d="M2 1L10 7L2 13Z" />
          <circle className="due-dot" cx="23" cy="7" r="4.5" />
        </svg>
        from the start to the day it is due
      </li>
      {isCompared ? (
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <circle className="due-kept" cx="7" cy="7" r="4.5" />
          </svg>
          as kept
        </li>
      ) : null}
    </ul>
  );
}

function MarkersTable({ look }: { look: Look }) {
  return (
    <details className="small-unfold">
      <summary>As a table</summary>
      <DataTable
        caption="What growth brings, when, and by when to begin"
        quietCaption
        columns={[
          { key: 'name', title: 'What', heads: true, value: ({ name }: ShownMarker) => name },
          { key: 'start', title: 'Begin', value: (one) => sayStart(one) },
          { key: 'due', title: 'Due', value: (one) => sayDue(one) },
          { key: 'chance', title: 'By the end of the plan', value: (one) => sayAtEnd(one) },
          { key: 'why', title: 'Why', value: ({ trigger }) => trigger },
        ]}
        rows={look.markers}
        rowKey={({ kind }) => kind}
        copyable
      />
    </details>
  );
}

const sayAtEnd = ({ state, chance }: ShownMarker) => (state === 'there' ? null : sayChance(chance.at(-1) ?? 0));
