import type { ReactNode } from 'react';
import type { Picture, PictureInput } from '../../model/picture/types.ts';
import { useRoom } from '../../web/room.tsx';
import { PictureBlocks } from './picture-blocks.tsx';
import { PictureDoors } from './picture-doors.tsx';
import { layOutPicture } from './picture-layout.ts';
import { PictureLegend } from './picture-legend.tsx';
import { PictureTable } from './picture-table.tsx';
import { PictureView } from './picture-view.tsx';

/** Narrower than this there is one block a seat instead. */
const NARROWEST = 720;

type BalancePictureProps = {
  picture: Picture;
  teams: PictureInput['teams'];
  sentence: string;
  /** What stands right under the picture. */
  children: ReactNode;
};

/** The balance picture with its doors, its legend and its table. */
export function BalancePicture({ picture, teams, sentence, children }: BalancePictureProps) {
  const [frame, width] = useRoom<HTMLElement>(1200);
  const layout = width < NARROWEST ? null : layOutPicture(picture, teams, width);
  const dots = layout?.layers.some(({ strip }) => strip) ?? false;
  return (
    <div className="balance-whole">
      <figure ref={frame} className="balance-figure">
        {layout ? (
          <div className="balance-frame">
            <PictureView
              layout={layout}
              technicians={picture.technicians}
              label={`${sentence} The table below says all of it.`}
            />
            <PictureDoors layout={layout} />
          </div>
        ) : (
          <PictureBlocks picture={picture} width={width} />
        )}
        <figcaption>
          <PictureLegend signs={signsOf(picture, dots)} />
        </figcaption>
      </figure>
      {children}
      <PictureTable picture={picture} open={dots && signsOf(picture, dots).size > 1} />
    </div>
  );
}

/** Which signs the picture uses. */
function signsOf(picture: Picture, dots: boolean): Set<string> {
  const rows = picture.layers.flatMap((layer) => layer.rows);
  const sides = rows.flatMap((row) => [row.technical, row.people]);
  if (dots) {
    const known = sides.filter(({ mean }) => mean !== null);
    return new Set([
      'need',
      ...(rows.some(({ seat }) => seat.state === 'planned') ? ['dashed'] : []),
      ...known.map((side) => (side.missing ? 'dot-missing' : side.enough ? 'dot' : 'dot-unknown')),
    ]);
  }
  const looks = sides.flatMap(({ bars }) => bars.map(({ look }) => look as string));
  return new Set(['need', ...looks, ...(sides.some(({ interval }) => interval) ? ['interval'] : [])]);
}
