import { describe, expect, it } from 'vitest';
import { scaleOf, ticksUpTo } from './scale.ts';

describe('an axis', () => {
  it('gives back the value of every place on it', () => {
    const scale = scaleOf([3, 19], [40, 600]);
    for (const value of [3, 7.25, 19]) expect(scale.valueAt(scale.at(value))).toBeCloseTo(value, 9);
  });

  it('turns upside down for heights', () => {
    const scale = scaleOf([0, 10], [200, 0]);
    expect(scale.at(10)).toBe(0);
    expect(scale.at(0)).toBe(200);
  });

  it('gives no NaN where there is nothing to stretch over', () => {
    expect(scaleOf([5, 5], [0, 100]).at(5)).toBe(0);
    expect(scaleOf([0, 1], [7, 7]).valueAt(9)).toBe(0);
  });
});

describe('ticks', () => {
  it('are round, begin at 0 and reach over the largest value', () => {
    expect(ticksUpTo(17, 4)).toEqual([0, 5, 10, 15, 20]);
    expect(ticksUpTo(0.42, 4)).toEqual([0, 0.2, 0.4, 0.6]);
    expect(ticksUpTo(4211, 4)).toEqual([0, 2000, 4000, 6000]);
  });

  it('count people in whole numbers', () => {
    expect(ticksUpTo(2.2, 4, true)).toEqual([0, 1, 2, 3]);
    expect(ticksUpTo(9, 4, true)).toEqual([0, 3, 6, 9]);
  });

  it('are there even where nothing is', () => {
    expect(ticksUpTo(0, 4)).toEqual([0, 1]);
  });
});
