import { useId } from 'react';
import { fitText, wrapText } from './fit-text.ts';
import { Defs, SideBars } from './picture-bars.tsx';
import {
  levelX,
  needShape,
  type PictureLayout,
  type PlacedLayer,
  type PlacedRow,
  type Strip,
} from './picture-layout.ts';
import { sayNextLead, saySide, sayStrip, sayTitle, sayWho } from './picture-words.ts';

const LEVELS = [
  { at: 2, name: 'learning' },
  { at: 3, name: 'solid' },
  { at: 4, name: 'strong' },
  { at: 5, name: 'outstanding' },
] as const;
const SIDES = ['technical', 'people'] as const;

type PictureViewProps = { layout: PictureLayout; technicians: number; label: string };

/** The balance picture as it is laid out. All of it is said again in the table below it. */
export function PictureView({ layout, technicians, label }: PictureViewProps) {
  const id = useId();
  const { width, height, layers } = layout;
  return (
    <svg className="balance" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Defs id={id} />
      <Scale layout={layout} />
      <path className="balance-need" d={needShape(layout)} />
      {layers.slice(1).map(({ top, layer }) => (
        <line key={layer.steps} className="balance-between" x1={0} x2={width} y1={top} y2={top} />
      ))}
      <Joints layout={layout} />
      {layers.map((placed) => (
        <LayerView key={placed.layer.steps} placed={placed} layout={layout} id={id} />
      ))}
      <NextLead layout={layout} technicians={technicians} />
      <Middle layout={layout} />
      <Product layout={layout} />
    </svg>
  );
}

function Scale({ layout }: { layout: PictureLayout }) {
  const { columns, rowsTop, rowsBottom } = layout;
  const sparse = columns.unit < 68;
  return (
    <g>
      {SIDES.flatMap((side) =>
        LEVELS.map(({ at, name }) => {
          const x = levelX(columns, side, at);
          return (
            <g key={`${side}${at}`}>
              <line className="balance-level" x1={x} x2={x} y1={rowsTop - 4} y2={rowsBottom} />
              {sparse && at % 2 === 0 ? null : (
                <text className="balance-level-name" x={x} y={rowsTop - 12} textAnchor="middle">
                  {name}
                </text>
              )}
            </g>
          );
        }),
      )}
      <text className="balance-side balance-technical" x={columns.middle - 16} y="20" textAnchor="end">
        ◂ knows the work
      </text>
      <text className="balance-side balance-people" x={columns.middle + 16} y="20">
        leads people ▸
      </text>
    </g>
  );
}

function Middle({ layout: { columns, rowsTop, rowsBottom } }: { layout: PictureLayout }) {
  const { middle } = columns;
  return <line className="balance-middle" x1={middle} x2={middle} y1={rowsTop - 8} y2={rowsBottom} />;
}

type LayerProps = { placed: PlacedLayer; layout: PictureLayout; id: string };

function LayerView({ placed, layout, id }: LayerProps) {
  const { layer, top, rows, strip } = placed;
  const { layerColumn, nameX } = layout.columns;
  return (
    <g>
      {layerColumn ? (
        <>
          <text className="balance-strong" x="0" y={top + 32}>
            {layer.name}
          </text>
          <text className="balance-quiet" x="0" y={top + 49}>
            {layer.note}
          </text>
          <text className="balance-need-words" x="0" y={top + 65}>
            <tspan className="balance-door">{layer.need.technical.toFixed(1)} work</tspan>
            <tspan className="balance-door" x="72">
              {layer.need.people.toFixed(1)} people
            </tspan>
          </text>
        </>
      ) : (
        <text className="balance-quiet" x={nameX} y={top + 22}>
          <tspan className="balance-strong">{layer.name}</tspan> · {layer.note}
        </text>
      )}
      {rows.map((row) => (
        <RowView key={row.row.seat.seatId} placed={row} layout={layout} id={id} />
      ))}
      {strip ? <StripView strip={strip} placed={placed} layout={layout} /> : null}
    </g>
  );
}

/** Many seats as dots; only those who are probably short are named. */
function StripView({ strip, placed, layout }: { strip: Strip; placed: PlacedLayer; layout: PictureLayout }) {
  const { nameX, nameWidth, wordsX, wordsWidth } = layout.columns;
  const { rows } = placed.layer;
  return (
    <g>
      <text className="balance-strong" x={nameX} y={strip.centre + 5}>
        {fitText(rows.length === 1 ? sayWho(rows[0]!) : `${rows.length} seats`, nameWidth, 14)}
      </text>
      {SIDES.flatMap((side) =>
        strip[side].map(({ x, offset, row }) => {
          const look = row[side].missing ? 'dot-missing' : row[side].enough ? 'dot' : 'dot-unknown';
          const cy = strip.centre + offset;
          return (
            <circle
              key={`${side}${row.seat.seatId}`}
              className={`balance-${look} balance-${side}-bar`}
              cx={x}
              cy={cy}
              r="5.25"
            >
              <title>{`${sayWho(row)}, ${row.seat.title}: ${saySide(row[side], true)}`}</title>
            </circle>
          );
        }),
      )}
      {rows.some(({ seat }) => seat.state === 'planned') ? <Planned placed={placed} layout={layout} /> : null}
      <Words text={sayStrip(rows)} x={wordsX} room={wordsWidth} centre={strip.centre} lines={4} />
    </g>
  );
}

/** Planned seats among dots: their need, dashed, under them. */
function Planned({ placed, layout }: Pick<LayerProps, 'placed' | 'layout'>) {
  const { need } = placed.layer;
  const [left, right] = [
    levelX(layout.columns, 'technical', need.technical),
    levelX(layout.columns, 'people', need.people),
  ];
  return <rect className="balance-bar-dashed" x={left} y={placed.bottom - 13} width={right - left} height="8" />;
}

type WordsProps = { text: string; x: number; room: number; centre: number; lines: number; door?: boolean };

function Words({ text, x, room, centre, lines, door }: WordsProps) {
  const wrapped = wrapText(text, room, 13, lines);
  return wrapped.map((line, at) => (
    <text
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text never move
      key={at}
      className={door ? 'balance-door' : undefined}
      x={x}
      y={centre + 5 + (at - (wrapped.length - 1) / 2) * (wrapped.length > 2 ? 16 : 18)}
    >
      {line}
    </text>
  ));
}

function RowView({ placed, layout, id }: { placed: PlacedRow; layout: PictureLayout; id: string }) {
  const { row, centre } = placed;
  const { nameX, nameWidth, wordsX, wordsWidth } = layout.columns;
  const { seat } = row;
  return (
    <g>
      <text className={seat.holderName ? 'balance-strong' : 'balance-open'} x={nameX} y={centre - 4}>
        {fitText(sayWho(row), nameWidth, 14)}
      </text>
      <text className="balance-quiet" x={nameX} y={centre + 14}>
        {fitText(sayTitle(row), nameWidth, 13)}
      </text>
      {SIDES.map((side) => (
        <SideBars key={side} side={row[side]} columns={layout.columns} centre={centre} id={id} />
      ))}
      <Words text={row.words} x={wordsX} room={wordsWidth} centre={centre} lines={3} door={seat.load !== null} />
    </g>
  );
}

/** Where the next lead will stand: dashed, because nobody decided it. */
function NextLead({ layout, technicians }: { layout: PictureLayout; technicians: number }) {
  const { nextLead, columns, layers } = layout;
  const need = layers.at(-1)?.layer.need;
  if (!nextLead || !need) return null;
  const [left, right] = [levelX(columns, 'technical', need.technical), levelX(columns, 'people', need.people)];
  const { centre, at } = nextLead;
  return (
    <g>
      <text className="balance-open" x={columns.nameX} y={centre + 5}>
        Next lead
      </text>
      <rect className="balance-bar-dashed" x={left} y={centre - 8} width={right - left} height="16" />
      <Words
        text={sayNextLead(at, technicians)}
        x={columns.wordsX}
        room={columns.wordsWidth}
        centre={centre}
        lines={2}
      />
    </g>
  );
}

function Joints({ layout }: { layout: PictureLayout }) {
  return (
    <g>{layout.teams.map(({ joint, x }) => (joint ? <path key={x} className="balance-joint" d={joint} /> : null))}</g>
  );
}

function Product({ layout }: { layout: PictureLayout }) {
  const { columns, teamsTop, teams } = layout;
  return (
    <g>
      {columns.layerColumn ? (
        <>
          <text className="balance-strong" x="0" y={teamsTop + 12}>
            The product
          </text>
          <text className="balance-quiet" x="0" y={teamsTop + 30}>
            hands-on work for clients
          </text>
        </>
      ) : null}
      {teams.map(({ name, people, x, width }) => (
        <g key={x}>
          <rect className="balance-team" x={x + 0.5} y={teamsTop + 0.5} width={width - 1} height="31" rx="4" />
          <text className="balance-team-name" x={x + width / 2} y={teamsTop + 21} textAnchor="middle">
            {`\u2068${fitText(name, width - 32 - String(people).length * 9, 13)}\u2069`}{' '}
            <tspan className="balance-quiet">· {people}</tspan>
          </text>
        </g>
      ))}
    </g>
  );
}
