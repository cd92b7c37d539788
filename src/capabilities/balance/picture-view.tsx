import { useId } from 'react';
import { fitText, wrapText } from './fit-text.ts';
import { Defs, SideBars } from './picture-bars.tsx';
import { levelX, needShape, type PictureLayout, type PlacedLayer, type PlacedRow } from './picture-layout.ts';

const LEVELS = [
  { at: 2, name: 'learning' },
  { at: 3, name: 'solid' },
  { at: 4, name: 'strong' },
  { at: 5, name: 'outstanding' },
] as const;
const SIDES = ['technical', 'people'] as const;

/** The balance picture as it is laid out. All of it is said again in the table below it. */
export function PictureView({ layout, label }: { layout: PictureLayout; label: string }) {
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
  const { layer, top, rows } = placed;
  const { layerColumn, nameX } = layout.columns;
  return (
    <g>
      {layerColumn ? (
        <>
          <text className="balance-strong" x="0" y={top + 28}>
            {layer.name}
          </text>
          <text className="balance-quiet" x="0" y={top + 46}>
            {layer.note}
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
    </g>
  );
}

function RowView({ placed, layout, id }: { placed: PlacedRow; layout: PictureLayout; id: string }) {
  const { row, centre } = placed;
  const { nameX, nameWidth, wordsX, wordsWidth } = layout.columns;
  const { seat } = row;
  const who = seat.holderName ?? (seat.state === 'planned' ? 'Planned' : 'Open');
  const title = seat.state === 'acting' ? `${seat.title} (acting)` : seat.title;
  const words = wrapText(row.words, wordsWidth, 13, 2);
  return (
    <g>
      <text className={seat.holderName ? 'balance-strong' : 'balance-open'} x={nameX} y={centre - 4}>
        {fitText(who, nameWidth, 14)}
      </text>
      <text className="balance-quiet" x={nameX} y={centre + 14}>
        {fitText(title, nameWidth, 13)}
      </text>
      {SIDES.map((side) => (
        <SideBars key={side} side={row[side]} columns={layout.columns} centre={centre} id={id} />
      ))}
      {words.map((line, at) => (
        <text key={line} className="balance-words" x={wordsX} y={centre + 5 + (at - (words.length - 1) / 2) * 18}>
          {line}
        </text>
      ))}
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
            {fitText(name, width - 16 - String(people).length * 9 - 16, 13)}{' '}
            <tspan className="balance-quiet">· {people}</tspan>
          </text>
        </g>
      ))}
    </g>
  );
}
