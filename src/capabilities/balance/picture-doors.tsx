import type { CSSProperties, ReactNode } from 'react';
import { useOpenPanel } from '../../web/door.tsx';
import { Go } from '../../web/link.tsx';
import type { PictureLayout, PlacedLayer, PlacedRow } from './picture-layout.ts';
import { doorOf, SIDE_NAMES, saySide, sayWho } from './picture-words.ts';

type Place = { left: number; top: number; width: number; height: number };
const SIDES = ['technical', 'people'] as const;

/**
 * Every number and bar of the picture is a door: buttons that lie over what is drawn, reached by mouse and keyboard. Dots
 * are too small for that; the doors behind them are in the table.
 */
export function PictureDoors({ layout }: { layout: PictureLayout }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="balance-doors" role="group" aria-label="What stands behind the picture">
      {layout.layers.map((placed) => (
        <LayerDoors key={placed.layer.steps} placed={placed} layout={layout} />
      ))}
    </div>
  );
}

function LayerDoors({ placed, layout }: { placed: PlacedLayer; layout: PictureLayout }) {
  const { layer, top, rows } = placed;
  const first = layer.rows[0];
  return (
    <>
      {layout.columns.layerColumn && first
        ? SIDES.map((side, at) => (
            <Hit
              key={side}
              to={`demand/${first.seat.seatId}/${side}`}
              place={{ left: at * 72 - 4, top: top + 52, width: 72, height: 20 }}
            >
              {layer.name}: needs {layer.need[side].toFixed(1)}, {SIDE_NAMES[side]}
            </Hit>
          ))
        : null}
      {rows.map((row) => (
        <RowDoors key={row.row.seat.seatId} placed={row} layout={layout} />
      ))}
    </>
  );
}

function RowDoors({ placed, layout }: { placed: PlacedRow; layout: PictureLayout }) {
  const { row, top, centre } = placed;
  const { seat } = row;
  const { nameX, nameWidth, middle, wordsX, wordsWidth } = layout.columns;
  const [left, right] = [nameX + nameWidth + 16, wordsX - 16];
  const bar = { top: centre - 16, height: 32 };
  return (
    <>
      <span
        className="balance-place"
        style={styleOf({ left: nameX - 4, top: top + 6, width: nameWidth + 8, height: 44 })}
      >
        <Go to={`/seats/${seat.seatId}`} className="balance-hit">
          <span className="only-heard">
            {sayWho(row)}, {seat.title}
          </span>
        </Go>
      </span>
      {SIDES.map((side) => (
        <Hit
          key={side}
          to={doorOf(row, side)}
          place={
            side === 'technical'
              ? { left, width: middle - left, ...bar }
              : { left: middle, width: right - middle, ...bar }
          }
        >
          {sayWho(row)}, {seat.title}, {SIDE_NAMES[side]}: {saySide(row[side], seat.holderName !== null)}
        </Hit>
      ))}
      {seat.load && row.words ? (
        <Hit to={`load/${seat.seatId}`} place={{ left: wordsX - 4, top: top + 8, width: wordsWidth + 4, height: 40 }}>
          {seat.title}: {row.words}
        </Hit>
      ) : null}
    </>
  );
}

function Hit({ to, place, children }: { to: string; place: Place; children: ReactNode }) {
  const open = useOpenPanel();
  return (
    <span className="balance-place" style={styleOf(place)}>
      <button type="button" className="balance-hit" aria-haspopup="dialog" onClick={() => open(to)}>
        <span className="only-heard">{children}</span>
      </button>
    </span>
  );
}

const styleOf = ({ left, top, width, height }: Place): CSSProperties => ({ left, top, width, height });
