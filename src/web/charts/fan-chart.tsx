import './fan-chart.css';
import { type Month, sayMonth } from '../../base/month.ts';
import { useRoom } from '../room.tsx';
import { bandPath, type FanValues, highestOf, linePath } from './fan-shape.ts';
import { type Flag, type PlacedFlag, placeFlags } from './flags.ts';
import { monthTicks } from './month-ticks.ts';
import { type Scale, scaleOf, ticksUpTo } from './scale.ts';

export type FanSeries = { key: 'needed' | 'there'; name: string; fan: FanValues; kept: FanValues | null };
type FanChartProps = {
  title: string;
  /** What the heights are: "technicians". */
  unit: string;
  months: readonly Month[];
  series: readonly FanSeries[];
  /** What the dashed lines are; absent: the look as it is kept. */
  keptName?: string;
  /** A level that holds all the time: the hours of a week. */
  line?: { value: number; label: string };
  flags: readonly Flag[];
  /** The month that is read out, and how it is. */
  at: number;
  onAt: (at: number) => void;
  /** What the chart says of the month that is read out. */
  says: string;
};

const LEFT = 40;
const RIGHT = 12;
const ROW = 15;
const BOTTOM = 26;

/** Fans by month, 10, 50 and 90 of 100 futures; a month is chosen by pointing or by the slider below, and read out in words. */
export function FanChart(props: FanChartProps) {
  const { title, unit, months, series, line, flags, at, onAt, says } = props;
  const [frame, room] = useRoom<HTMLDivElement>(640);
  const width = Math.max(room, 240);
  const fans = series.flatMap(({ fan, kept }) => (kept ? [fan, kept] : [fan]));
  const ticks = ticksUpTo(highestOf(fans, line ? [line.value] : []), 4, true);
  const x = scaleOf([0, Math.max(1, months.length - 1)], [LEFT, width - RIGHT]);
  const placed = placeFlags(flags, x, width);
  const top = 24 + ROW * Math.max(0, ...placed.map(({ row }) => row + 1));
  const height = (width < 480 ? 190 : 240) + top;
  const y = scaleOf([0, ticks.at(-1)!], [height - BOTTOM, top]);
  const point = (clientX: number, left: number) =>
    onAt(Math.min(months.length - 1, Math.max(0, Math.round(x.valueAt(clientX - left)))));
  return (
    <figure className="fan">
      <figcaption className="fan-title">
        <h3>{title}</h3>
        <Keys series={series} dashed={series.some(({ kept }) => kept) ? (props.keptName ?? 'as kept') : null} />
      </figcaption>
      <div ref={frame}>
        <svg
          className="fan-svg"
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={`${title}. The slider below reads it out by month, the table says all of it.`}
          onPointerMove={(event) => point(event.clientX, event.currentTarget.getBoundingClientRect().left)}
          onPointerDown={(event) => point(event.clientX, event.currentTarget.getBoundingClientRect().left)}
        >
          <Axes months={months} ticks={ticks} x={x} y={y} width={width} unit={unit} />
          {series.map(({ key, fan }) => (
            <path key={key} className={`fan-band fan-${key}`} d={bandPath(fan, x, y)} />
          ))}
          {series.map(({ key, kept }) =>
            kept ? <path key={key} className={`fan-kept fan-${key}`} d={linePath(kept.middle, x, y)} /> : null,
          )}
          {line ? (
            <>
              <line className="fan-line" x1={LEFT} x2={width - RIGHT} y1={y.at(line.value)} y2={y.at(line.value)} />
              <text className="fan-line-label" x={width - RIGHT} y={y.at(line.value) - 6} textAnchor="end">
                {line.label}
              </text>
            </>
          ) : null}
          {series.map(({ key, fan }) => (
            <path key={key} className={`fan-middle fan-${key}`} d={linePath(fan.middle, x, y)} />
          ))}
          <Flags flags={placed} top={top} bottom={height - BOTTOM} />
          <Cursor x={x.at(at)} series={series} at={at} y={y} />
        </svg>
      </div>
      <label className="fan-cursor">
        <span className="only-heard">{`Month read out: ${title}`}</span>
        <input
          type="range"
          min={0}
          max={Math.max(0, months.length - 1)}
          value={at}
          aria-valuetext={`${sayMonth(months[at]!)}: ${says}`}
          onChange={(event) => onAt(Number(event.currentTarget.value))}
        />
      </label>
      <p className="fan-says" aria-hidden="true">
        <strong>{sayMonth(months[at]!)}</strong> {says}
      </p>
    </figure>
  );
}

function Keys({ series, dashed }: { series: readonly FanSeries[]; dashed: string | null }) {
  return (
    <ul className="keys" aria-hidden="true">
      {series.map(({ key, name }) => (
        <li key={key}>
          <svg width="28" height="14" aria-hidden="true">
            <rect className={`fan-band fan-${key}`} y="1" width="28" height="12" />
            <line className={`fan-middle fan-${key}`} x2="28" y1="7" y2="7" />
          </svg>
          {name}
        </li>
      ))}
      <li>band: 8 of 10 futures</li>
      {dashed ? <li>dashed: {dashed}</li> : null}
    </ul>
  );
}

type AxesProps = {
  months: readonly Month[];
  ticks: readonly number[];
  x: Scale;
  y: Scale;
  width: number;
  unit: string;
};

/** Heights to the left, months below. */
export function Axes({ months, ticks, x, y, width, unit }: AxesProps) {
  const [bottom, top] = [y.at(0), y.at(ticks.at(-1)!)];
  const left = x.at(0);
  return (
    <g>
      <text className="tick" x="0" y="12">
        {unit}
      </text>
      {ticks.map((value) => (
        <g key={value}>
          <line
            className={value === 0 ? 'axis' : 'grid'}
            x1={left}
            x2={width - RIGHT}
            y1={y.at(value)}
            y2={y.at(value)}
          />
          <text className="tick" x={left - 8} y={y.at(value) + 4} textAnchor="end">
            {value.toLocaleString('en')}
          </text>
        </g>
      ))}
      {monthTicks(months, width - left - RIGHT).map(({ at, label, year }) => (
        <g key={at}>
          {year && at > 0 ? <line className="grid" x1={x.at(at)} x2={x.at(at)} y1={top} y2={bottom} /> : null}
          <text
            className={year ? 'tick-year' : 'tick'}
            x={x.at(at)}
            y={bottom + 18}
            textAnchor={at === 0 ? 'start' : 'middle'}
          >
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

type FlagsProps = { flags: readonly PlacedFlag[]; top: number; bottom: number };

function Flags({ flags, top, bottom }: FlagsProps) {
  return (
    <g>
      {flags.map(({ label, x, row, anchor }) => (
        <g key={label}>
          <line className="fan-flag" x1={x} x2={x} y1={top - 8 - ROW * row} y2={bottom} />
          <text
            className="fan-flag-label"
            x={anchor === 'end' ? x - 4 : x + 4}
            y={top - 4 - ROW * row}
            textAnchor={anchor}
          >
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

type CursorProps = { x: number; series: readonly FanSeries[]; at: number; y: Scale };

function Cursor({ x, series, at, y }: CursorProps) {
  return (
    <g>
      <line className="fan-here" x1={x} x2={x} y1={0} y2={y.at(0)} />
      {series.map(({ key, fan }) => (
        <circle key={key} className={`fan-dot fan-${key}`} cx={x} cy={y.at(fan.middle[at] ?? 0)} r="4" />
      ))}
    </g>
  );
}
