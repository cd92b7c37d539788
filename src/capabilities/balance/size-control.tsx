import { Button } from '@mantine/core';
import { type CSSProperties, useId, useMemo } from 'react';
import { plural } from '../../web/words.ts';
import { sizesAround, stopOf } from './size-scale.ts';

type SizeControlProps = {
  /** Technicians today. */
  today: number;
  /** The size that the picture is drawn at. */
  size: number;
  onSize: (size: number) => void;
};

/** "If the firm had N technicians": moves what each job needs, and the sentence with it. */
export function SizeControl({ today, size, onSize }: SizeControlProps) {
  const id = useId();
  const sizes = useMemo(() => sizesAround(today), [today]);
  const stop = stopOf(sizes, size);
  const share = (at: number) => ({ '--at': `${at / (sizes.length - 1)}` }) as CSSProperties;
  return (
    <div className="size-control">
      <label htmlFor={id}>
        If the firm had <output htmlFor={id}>{plural(size, 'technician')}</output>
      </label>
      <div className="size-track">
        <input
          id={id}
          type="range"
          min={0}
          max={sizes.length - 1}
          step={1}
          value={stop}
          aria-valuetext={plural(size, 'technician')}
          onChange={(event) => onSize(sizes[Number(event.currentTarget.value)]!)}
        />
        <span className="size-today" style={share(stopOf(sizes, today))}>
          {today} today
        </span>
      </div>
      <Button
        variant="subtle"
        size="compact-sm"
        className="size-reset"
        disabled={size === today}
        onClick={() => onSize(today)}
      >
        Back to today
      </Button>
    </div>
  );
}
