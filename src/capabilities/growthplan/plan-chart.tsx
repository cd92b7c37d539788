import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { type Month, sayMonth } from '../../base/month.ts';
import { Axes } from '../../web/charts/fan-chart.tsx';
import { linePath } from '../../web/charts/fan-shape.ts';
import { scaleOf, ticksUpTo } from '../../web/charts/scale.ts';
import { useRoom } from '../../web/room.tsx';

type PlanChartProps = {
  months: readonly Month[];
  /** What is drawn: "Endpoints". */
  name: string;
  whole: boolean;
  /** By month; `told` false: assumed, so drawn hollow. */
  values: readonly { value: number; told: boolean }[];
  /** As kept, where it is something else. */
  kept: readonly number[] | null;
  /** A month drawn to another height. */
  onMove: (at: number, value: number) => void;
};

const LEFT = 52;
const RIGHT = 12;
const TOP = 24;
const BOTTOM = 26;
/** The axis has room above the highest point, so that it can be drawn higher. */
const HEADROOM = 1.25;

/** A plan as points over months: each is drawn up and down with the pointer, or with the arrow keys. */
export function PlanChart({ months, name, whole, values, kept, onMove }: PlanChartProps) {
  const [frame, room] = useRoom<HTMLDivElement>(640);
  const width = Math.max(room, 240);
  const [at, setAt] = useState(0);
  const [held, setHeld] = useState<number | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const height = 240;
  const numbers = values.map(({ value }) => value);
  const high = Math.max(...numbers, ...(kept ?? []), whole ? 4 : 0.1);
  // While a point is held the axis stands still under it.
  const ticks = ticksUpTo(held ?? high * HEADROOM, 4, whole);
  const x = scaleOf([0, Math.max(1, months.length - 1)], [LEFT, width - RIGHT]);
  const y = scaleOf([0, ticks.at(-1)!], [height - BOTTOM, TOP]);
  const here = Math.min(at, months.length - 1);
  const step = stepOf(numbers[here] ?? 0, whole);
  const begin = (event: PointerEvent<SVGPathElement>) => {
    const { left } = svg.current!.getBoundingClientRect();
    const place = Math.round(x.valueAt(event.clientX - left));
    setAt(Math.min(months.length - 1, Math.max(0, place)));
    setHeld(high * HEADROOM);
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent<SVGPathElement>) => {
    if (held === null) return;
    const { top } = svg.current!.getBoundingClientRect();
    onMove(here, Math.max(0, y.valueAt(event.clientY - top)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveOf(event.key, here, months.length, numbers[here] ?? 0, step);
    if (!next) return;
    event.preventDefault();
    if ('at' in next) setAt(next.at);
    else onMove(here, next.value);
  };
  if (months.length === 0) return null;
  return (
    <figure className="fan" aria-label={`${name} by month`}>
      <div ref={frame}>
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: it has a slider in it, and the figure around it has the name */}
        <svg ref={svg} className="fan-svg" viewBox={`0 0 ${width} ${height}`}>
          <Axes months={months} ticks={ticks} x={x} y={y} width={width} unit={name.toLowerCase()} />
          {kept ? <path className="fan-kept fan-needed" d={linePath(kept, x, y)} /> : null}
          <path className="plan-line" d={linePath(numbers, x, y)} />
          {values.map(({ value, told }, place) => (
            <circle
              key={months[place]}
              className={told ? 'plan-point' : 'plan-point plan-point-assumed'}
              cx={x.at(place)}
              cy={y.at(value)}
              r={months.length > 40 ? 2.5 : 3.5}
            />
          ))}
          <path
            className="plan-hold"
            d={linePath(numbers, x, y)}
            onPointerDown={begin}
            onPointerMove={drag}
            onPointerUp={() => setHeld(null)}
            onPointerCancel={() => setHeld(null)}
          />
          <circle
            className="plan-here"
            cx={x.at(here)}
            cy={y.at(numbers[here] ?? 0)}
            r="7"
            role="slider"
            tabIndex={0}
            aria-orientation="vertical"
            aria-label={`${name} in ${sayMonth(months[here]!)}`}
            aria-valuemin={0}
            aria-valuemax={ticks.at(-1)!}
            aria-valuenow={numbers[here] ?? 0}
            onKeyDown={onKeyDown}
          />
        </svg>
      </div>
      <p className="fan-says">
        <strong>{sayMonth(months[here]!)}</strong> {(numbers[here] ?? 0).toLocaleString('en')} {name.toLowerCase()}
        {values[here]?.told ? '' : ', as assumed'}
        <span className="quiet"> · Draw a point up or down; by keyboard: ← → choose the month, ↑ ↓ move it.</span>
      </p>
    </figure>
  );
}

/** One press of an arrow: about a hundredth, in round numbers. */
function stepOf(value: number, whole: boolean): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(Math.abs(value), 1e-3) / 50));
  return whole ? Math.max(1, step) : Math.max(0.001, step);
}

type Move = { at: number } | { value: number } | null;

/** What a key does: choose another month, or move the one that is chosen. */
function moveOf(key: string, at: number, count: number, value: number, step: number): Move {
  switch (key) {
    case 'ArrowLeft':
      return { at: Math.max(0, at - 1) };
    case 'ArrowRight':
      return { at: Math.min(count - 1, at + 1) };
    case 'Home':
      return { at: 0 };
    case 'End':
      return { at: count - 1 };
    case 'ArrowUp':
      return { value: value + step };
    case 'ArrowDown':
      return { value: Math.max(0, value - step) };
    case 'PageUp':
      return { value: value + 10 * step };
    case 'PageDown':
      return { value: Math.max(0, value - 10 * step) };
    default:
      return null;
  }
}
