import type { Bar, Row, RowSide } from '../../model/picture/types.ts';
import { type LevelScale, levelX } from './picture-layout.ts';

const BAR = 18;

/** Hatching for what is probably missing, one pattern a side. */
export function Defs({ id }: { id: string }) {
  return (
    <defs>
      {(['technical', 'people'] as const).map((side) => (
        <pattern
          key={side}
          id={`${id}${side}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform={side === 'technical' ? 'rotate(45)' : 'rotate(-45)'}
        >
          <rect className="balance-hatch-ground" width="6" height="6" />
          <line className={`balance-hatch balance-${side}-line`} x1="1.2" x2="1.2" y1="0" y2="6" />
        </pattern>
      ))}
    </defs>
  );
}

type NeedProps = { row: Row; columns: LevelScale; top: number; height: number };

/** What one job needs, where it stands alone. */
export function Need({ row, columns, top, height }: NeedProps) {
  const left = levelX(columns, 'technical', row.technical.need);
  const width = levelX(columns, 'people', row.people.need) - left;
  return <rect className="balance-need" x={left} y={top} width={width} height={height} />;
}

type SideBarsProps = { side: RowSide; columns: LevelScale; centre: number; id: string };

/** What the holder brings on one side, what is missing or beyond, and the interval. */
export function SideBars({ side, columns, centre, id }: SideBarsProps) {
  return (
    <g>
      {/* Where nothing is known no level is drawn, not even a pale one. */}
      {(side.mean === null ? side.bars.filter(({ look }) => look !== 'unknown') : side.bars).map((bar) => (
        <BarView key={`${bar.look}${bar.from}`} bar={bar} side={side.side} columns={columns} centre={centre} id={id} />
      ))}
      {side.interval ? <Interval interval={side.interval} side={side.side} columns={columns} centre={centre} /> : null}
    </g>
  );
}

type BarProps = { bar: Bar; side: RowSide['side']; columns: LevelScale; centre: number; id: string };

function BarView({ bar, side, columns, centre, id }: BarProps) {
  const [a, b] = [levelX(columns, side, bar.from), levelX(columns, side, bar.to)];
  const [x, width] = [Math.min(a, b), Math.abs(a - b)];
  const inset = bar.look === 'outline' || bar.look === 'dashed' || bar.look === 'missing' ? 0.75 : 0;
  return (
    <rect
      className={`balance-bar-${bar.look} balance-${side}-bar`}
      x={x + inset}
      y={centre - BAR / 2 + inset}
      width={Math.max(0, width - 2 * inset)}
      height={BAR - 2 * inset}
      fill={bar.look === 'missing' ? `url(#${id}${side})` : undefined}
    />
  );
}

type IntervalProps = {
  interval: { low: number; high: number };
  side: RowSide['side'];
  columns: LevelScale;
  centre: number;
};

/** The interval as a thin line with small ends, over a halo so that it is seen on every ground. */
function Interval({ interval, side, columns, centre }: IntervalProps) {
  const [low, high] = [levelX(columns, side, interval.low), levelX(columns, side, interval.high)];
  const d = `M${low} ${centre}H${high}M${low} ${centre - 4}v8M${high} ${centre - 4}v8`;
  return (
    <>
      <path className="balance-halo" d={d} />
      <path className="balance-interval" d={d} />
    </>
  );
}
