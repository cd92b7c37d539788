import { describe, expect, it } from 'vitest';
import { meanInterval } from './mean-interval.ts';
import { normalQuantile } from './normal.ts';
import { studentQuantile } from './student-quantile.ts';

describe('Student’s t', () => {
  // R 4.2.2: qt(p, df), to ten digits.
  it.each([
    [0.9, 1, 3.077683537],
    [0.9, 2, 1.885618083],
    [0.9, 3, 1.637744354],
    [0.95, 4, 2.131846786],
    [0.9, 5, 1.475884049],
    [0.975, 10, 2.228138852],
    [0.9, 11, 1.363430318],
    [0.9, 30, 1.310415025],
    [0.1, 11, -1.363430318],
  ])('stays below with chance %d of %i degrees where R says', (p, df, value) => {
    expect(studentQuantile(p, df)).toBeCloseTo(value, 8);
  });

  it('comes to the normal with many degrees, from above', () => {
    expect(studentQuantile(0.9, 5000)).toBeCloseTo(normalQuantile(0.9), 3);
    expect(studentQuantile(0.9, 5000)).toBeGreaterThan(normalQuantile(0.9));
  });
});

describe('the interval of a mean', () => {
  it('is as R’s t.test has it', () => {
    // R 4.2.2: t.test(c(.25, .28, .31, .27, .3), conf.level = .8)$conf.int
    const { mean, low, high } = meanInterval([0.25, 0.28, 0.31, 0.27, 0.3])!;
    expect(mean).toBeCloseTo(0.282, 9);
    expect([low, high]).toEqual([expect.closeTo(0.265629836635, 10), expect.closeTo(0.298370163365, 10)]);
  });

  it('is none of fewer than two values', () => {
    expect([meanInterval([]), meanInterval([1])]).toEqual([null, null]);
  });
});
