import { describe, expect, it } from 'vitest';
import { playbookWith } from '../../records/playbook/definitions.ts';
import { shareCurve, spanBands, spanPoints, spreadLabels } from './span-layout.ts';

const playbook = playbookWith({});
const lead = (reports: number, share: number | null) => ({ seatId: reports, name: `L${reports}`, reports, share });

describe('spans', () => {
  it('lie side by side without a gap, from nobody to as many as are drawn', () => {
    const bands = spanBands(playbook, 18);
    expect(bands.map(({ name }) => name)).toEqual(['player-coach', 'coach', 'supervisor', 'facilitator', 'too many']);
    expect(bands[0]!.from).toBe(0);
    bands.slice(1).forEach(({ from }, at) => {
      expect(from).toBe(bands[at]!.to);
    });
    expect(bands.at(-1)!.to).toBe(18.5);
    expect(spanBands(playbook, 9).map(({ name }) => name)).toEqual(['player-coach', 'coach', 'supervisor']);
  });

  it('leave less for own tickets the more there are to lead, and nothing in the end', () => {
    const curve = shareCurve(playbook, 14);
    expect(curve[4]).toBeCloseTo(0.55, 9);
    expect(curve.at(-1)).toBe(0);
    curve.slice(1).forEach((share, at) => {
      expect(share).toBeLessThanOrEqual(curve[at]!);
    });
  });

  it('show the teams of a split where one is too large: none is still too large, and nobody is lost in it', () => {
    const [small, large] = spanPoints([lead(7, 0.4), lead(11, null)], playbook);
    expect(small).toMatchObject({ split: null, share: 0.4, known: true });
    expect(large).toMatchObject({ split: [5, 5], known: false });
    for (const reports of [11, 12, 21, 22, 24, 30, 64]) {
      const split = spanPoints([lead(reports, null)], playbook)[0]!.split!;
      expect(split.reduce((sum, one) => sum + one, 0) + split.length - 1).toBe(reports);
      expect(Math.max(...split)).toBeLessThanOrEqual(playbook['growth.spans.supervisor']);
      expect(Math.max(...split) - Math.min(...split)).toBeLessThanOrEqual(1);
    }
    expect(spanPoints([lead(24, null)], playbook)[0]!.split).toEqual([8, 7, 7]);
  });
});

describe('labels', () => {
  it('never cover each other where they stand at the same place', () => {
    const same = Array.from({ length: 5 }, () => ({ x: 10, y: 20, width: 60 }));
    const heights = spreadLabels(same, 14).sort((a, b) => a - b);
    heights.slice(1).forEach((y, at) => {
      expect(y - heights[at]!).toBeGreaterThanOrEqual(14);
    });
    expect(
      spreadLabels(
        [
          { x: 0, y: 5, width: 10 },
          { x: 50, y: 5, width: 10 },
        ],
        14,
      ),
    ).toEqual([5, 5]);
  });
});
