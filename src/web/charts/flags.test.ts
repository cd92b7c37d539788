import { describe, expect, it } from 'vitest';
import { placeFlags } from './flags.ts';
import { scaleOf } from './scale.ts';

const x = scaleOf([0, 36], [40, 600]);
const flag = (at: number, label: string) => ({ at, label });

describe('flags above the time axis', () => {
  it('share a row where their words leave room, and stand on rows of their own where not', () => {
    const placed = placeFlags([flag(20, 'Next lead'), flag(0, 'Coordinator'), flag(21, 'Service manager')], x, 600);
    expect(placed.map(({ label, row }) => [label, row])).toEqual([
      ['Coordinator', 0],
      ['Next lead', 0],
      ['Service manager', 1],
    ]);
  });

  it('stay inside the picture at its right end', () => {
    expect(placeFlags([flag(36, 'Second team')], x, 600)[0]).toMatchObject({ anchor: 'end', x: 600 });
  });
});
