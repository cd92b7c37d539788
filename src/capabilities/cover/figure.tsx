import type { ReactNode } from 'react';
import { sayHoursOf } from '../../model/cover-words.ts';
import { sayClock, sayWeekday } from '../../model/say-time.ts';
import type { CoverSpan, ShownCover } from '../../model/sight-cover.ts';
import { DataTable } from '../../web/table.tsx';
import { layOut } from './layout.ts';
import { sayTeam, sayWho } from './words.ts';

type FigureProps = { cover: ShownCover; spans: readonly CoverSpan[]; children?: ReactNode };

/** Hours by days: where nobody can jump in is hatched; the same stands beside it as a table. */
export function CoverFigure({ cover, spans, children }: FigureProps) {
  const layout = layOut(spans);
  if (layout === null) return children;
  return (
    <div className="cover-both">
      <div className="stack">
        <figure
          className="cover-figure"
          aria-label={`${cover.name}, hours by days. ${sayTeam(cover)} The table says the same.`}
        >
          <div className="cover-drawn" aria-hidden="true">
            <div className="cover-row cover-ticks">
              <span />
              <div className="cover-track">
                {layout.ticks.map(({ minute, left }) => (
                  <span key={minute} className="cover-tick" style={{ left: percent(left) }}>
                    {Math.floor(minute / 60)}
                  </span>
                ))}
              </div>
              <span />
            </div>
            {layout.days.map(({ weekday, bars, missing }) => (
              <div key={weekday} className="cover-row">
                <span className="cover-day">{sayWeekday(weekday)}</span>
                <div className="cover-track cover-served">
                  {bars.map(({ key, look, left, width }) => (
                    <span
                      key={key}
                      className={`cover-bar cover-${look}`}
                      style={{ left: percent(left), width: percent(width) }}
                    />
                  ))}
                </div>
                <span className="cover-sum">{missing > 0 ? sayHoursOf(missing) : ''}</span>
              </div>
            ))}
          </div>
          <Legend />
        </figure>
        {children}
      </div>
      <CoverTable cover={cover} spans={spans} />
    </div>
  );
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

function Legend() {
  return (
    <ul className="cover-legend">
      <li>
        <span className="cover-key cover-nobody" /> nobody
      </li>
      <li>
        <span className="cover-key cover-on-call" /> somebody on call
      </li>
      <li>
        <span className="cover-key cover-there" /> somebody at work
      </li>
    </ul>
  );
}

type Row = CoverSpan & { place: number };

function CoverTable({ cover, spans }: Omit<FigureProps, 'children'>) {
  const rows = spans.map((span, place): Row => ({ ...span, place }));
  return (
    <DataTable
      caption={`${cover.name}: who can jump in when (${cover.timeZone})`}
      columns={[
        {
          key: 'day',
          title: 'Day',
          heads: true,
          value: ({ weekday }: Row) => weekday,
          cell: ({ weekday }: Row) => sayWeekday(weekday),
        },
        { key: 'from', title: 'From', value: ({ from }: Row) => sayClock(from) },
        { key: 'to', title: 'To', value: ({ to }: Row) => sayClock(to) },
        { key: 'hours', title: 'Hours', numeric: true, value: ({ hours }: Row) => hours },
        {
          key: 'who',
          title: 'Can jump in',
          value: sayWho,
          cell: (row: Row) => (row.present + row.reachable === 0 ? <strong>Nobody</strong> : sayWho(row)),
        },
      ]}
      rows={rows}
      rowKey={({ place }) => place}
      max={7}
      copyable
    />
  );
}
