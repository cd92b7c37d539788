import { useId } from 'react';
import type { Layer, Picture, Row } from '../../model/picture/types.ts';
import { Door } from '../../web/door.tsx';
import { Go } from '../../web/link.tsx';
import { Defs, Need, SideBars } from './picture-bars.tsx';
import { levelX, TOP_LEVEL } from './picture-layout.ts';
import { doorOf, SIDE_NAMES, sayNextLead, saySide, sayTitle, sayWho } from './picture-words.ts';

const SIDES = ['technical', 'people'] as const;

/** The picture on a phone: one block a seat, the worst gap first. */
export function PictureBlocks({ picture, width }: { picture: Picture; width: number }) {
  const layerOf = new Map(picture.layers.flatMap((layer) => layer.rows.map((row) => [row.seat.seatId, layer])));
  return (
    <ol className="blocks">
      {picture.worstFirst.map((row) => (
        <Block key={row.seat.seatId} row={row} layer={layerOf.get(row.seat.seatId)!} width={width} />
      ))}
      {picture.nextLeadAt === null ? null : (
        <li className="block quiet">Next lead: {sayNextLead(picture.nextLeadAt, picture.technicians)}</li>
      )}
    </ol>
  );
}

function Block({ row, layer, width }: { row: Row; layer: Layer; width: number }) {
  const { seat } = row;
  const held = seat.holderName !== null;
  return (
    <li className="block">
      <p className="block-name">
        <Go to={`/seats/${seat.seatId}`}>
          <bdi>{sayWho(row)}</bdi>
        </Go>{' '}
        <bdi className="quiet">{sayTitle(row)}</bdi>
      </p>
      <p className="quiet">{layer.note}</p>
      <BlockBars row={row} width={width} />
      {SIDES.map((side) => (
        <p key={side} className="block-side">
          <span className={side}>{SIDE_NAMES[side]}:</span>{' '}
          <Door to={doorOf(row, side)}>{saySide(row[side], held)}</Door>
        </p>
      ))}
      {row.words ? <p>{seat.load ? <Door to={`load/${seat.seatId}`}>{row.words}</Door> : row.words}</p> : null}
    </li>
  );
}

const HEIGHT = 48;

function BlockBars({ row, width }: { row: Row; width: number }) {
  const id = useId();
  const columns = { middle: width / 2, unit: width / 2 / (TOP_LEVEL - 1) };
  return (
    <svg className="balance" viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
      <Defs id={id} />
      {SIDES.flatMap((side) =>
        [2, 3, 4, 5].map((level) => {
          const x = levelX(columns, side, level);
          return <line key={`${side}${level}`} className="balance-level" x1={x} x2={x} y1="0" y2={HEIGHT} />;
        }),
      )}
      <Need row={row} columns={columns} top={4} height={HEIGHT - 8} />
      {SIDES.map((side) => (
        <SideBars key={side} side={row[side]} columns={columns} centre={HEIGHT / 2} id={id} />
      ))}
      <line className="balance-middle" x1={width / 2} x2={width / 2} y1="0" y2={HEIGHT} />
    </svg>
  );
}
