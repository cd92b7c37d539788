import { describe, expect, it } from 'vitest';
import { lastLook } from './looks.ts';

describe('looks at evidence that grows', () => {
  it('come with half as many cases again, and between them the last one stands', () => {
    expect(lastLook(19, 20, 0.05)).toBeNull();
    const seen = [20, 29, 30, 44, 45, 67, 68, 101, 102].map((cases) => lastLook(cases, 20, 0.05)!);
    expect(seen.map(({ n }) => n)).toEqual([20, 20, 30, 30, 45, 45, 68, 68, 102]);
    expect(seen.map(({ next }) => next)).toEqual([30, 30, 45, 45, 68, 68, 102, 102, 153]);
  });

  it('spend together what one look may, however many there are', () => {
    let spent = 0;
    let n = 20;
    for (let look = lastLook(n, 20, 0.05)!; look.n < 1e9; look = lastLook(look.next, 20, 0.05)!) {
      spent += look.alarm;
      n = look.next;
    }
    expect(n).toBeGreaterThan(1e9);
    expect(spent).toBeLessThan(0.05);
    expect(spent).toBeGreaterThan(0.048);
    expect(lastLook(20, 20, 0.05)!.alarm).toBeCloseTo(0.025, 12);
  });
});
