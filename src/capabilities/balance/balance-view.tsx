import { useMemo, useState } from 'react';
import { drawPicture, sayPicture } from '../../model/picture/draw.ts';
import type { PictureInput } from '../../model/picture/types.ts';
import type { Balance } from './contract.ts';
import { NextSteps } from './next-steps.tsx';
import { layOutPicture } from './picture-layout.ts';
import { PictureView } from './picture-view.tsx';
import { useRoom } from './room.ts';
import { SizeControl } from './size-control.tsx';

export function BalanceView({ balance }: { balance: Balance }) {
  const input = balance.picture;
  const [size, setSize] = useState(input.technicians);
  return (
    <div className="page">
      <title>Balance · Evenkeel</title>
      <h1>{size === input.technicians ? balance.sentence : sayPicture(input, size)}</h1>
      <Picture input={input} size={size} />
      <SizeControl today={input.technicians} size={size} onSize={setSize} />
      <NextSteps steps={balance.steps} past={balance.past} owners={balance.owners.map(({ personId, name }) => ({ value: String(personId), label: name }))} />
    </div>
  );
}

function Picture({ input, size }: { input: PictureInput; size: number }) {
  const [frame, width] = useRoom<HTMLElement>(1200);
  const picture = useMemo(() => drawPicture(input, size), [input, size]);
  const layout = layOutPicture(picture, input, Math.max(720, width));
  return (
    <figure ref={frame} className="balance-figure">
      <PictureView layout={layout} label="Balance picture" />
    </figure>
  );
}
