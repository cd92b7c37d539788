import { describe, expect, it } from 'vitest';
import { areaPath, bandPath, highestOf, linePath } from './fan-shape.ts';
import { scaleOf } from './scale.ts';

const x = scaleOf([0, 2], [0, 200]);
const y = scaleOf([0, 10], [100, 0]);

describe('the shapes of a fan', () => {
  it('go along the top and come back along the bottom', () => {
    expect(bandPath({ low: [1, 2, 3], high: [2, 4, 9] }, x, y)).toBe(
      'M0.0 80.0L100.0 60.0L200.0 10.0L200.0 70.0L100.0 80.0L0.0 90.0Z',
    );
  });

  it('draw a single month without a NaN, and no month as nothing', () => {
    const one = scaleOf([0, 0], [5, 200]);
    expect(linePath([3], one, y)).toBe('M5.0 70.0');
    expect(bandPath({ low: [], high: [] }, x, y)).toBe('');
    expect(areaPath([0.5], one, scaleOf([0, 1], [40, 0]))).toBe('M5.0 20.0L5.0 40.0Z');
  });

  it('know how high the axis must reach', () => {
    expect(highestOf([{ high: [3, 8] }], [12])).toBe(12);
    expect(highestOf([])).toBe(0);
  });
});
