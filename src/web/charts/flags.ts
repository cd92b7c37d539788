import type { Scale } from './scale.ts';

/** Something that happens in a month, drawn above the time axis. */
export type Flag = { at: number; label: string };
/** Where its line and its words stand; `row` 0 is the lowest. */
export type PlacedFlag = Flag & { x: number; row: number; anchor: 'start' | 'end' };

const CHARACTER = 6.3;
const GAP = 8;

/** Puts every label beside its line, on the first row where it covers no other; at the right end they stand to the left. */
export function placeFlags(flags: readonly Flag[], x: Scale, right: number): PlacedFlag[] {
  const rows: [number, number][][] = [];
  return [...flags]
    .sort((one, other) => one.at - other.at)
    .map((flag) => {
      const place = x.at(flag.at);
      const long = flag.label.length * CHARACTER + GAP;
      const anchor = place + long > right ? 'end' : 'start';
      const [from, to] = anchor === 'end' ? [place - long, place] : [place, place + long];
      const isFree = (row: number) => (rows[row] ?? []).every(([low, high]) => to <= low || from >= high);
      let row = 0;
      while (!isFree(row)) row++;
      rows[row] = [...(rows[row] ?? []), [from, to]];
      return { ...flag, x: place, row, anchor };
    });
}
