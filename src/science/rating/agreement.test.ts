import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { createRandom } from '../../base/random.ts';
import { type Agreement, expectReliability, measureAgreement } from './agreement.ts';

/** ICC(1) of the mean squares. */
const icc = ({ between, within, views }: Agreement) => (between - within) / (between + (views - 1) * within);

describe('how far views agree', () => {
  it('equals the published example: six people, four judges, ICC(1) = .17', () => {
    // Shrout & Fleiss 1979, table 2.
    const judged = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    const agreement = measureAgreement([judged])!;
    expect(agreement.between).toBeCloseTo(11.24, 2);
    expect(agreement.within).toBeCloseTo(6.26, 2);
    expect(icc(agreement)).toBeCloseTo(0.17, 2);
    expect([agreement.betweenFreedom, agreement.withinFreedom, agreement.views]).toEqual([5, 18, 4]);
    // The same question asked twice tells no more than once.
    expect(measureAgreement([judged, judged])).toEqual(agreement);
  });

  it('can’t be told where nobody has two views, or one person has all', () => {
    expect(measureAgreement([])).toBeNull();
    expect(measureAgreement([[[3], [4], [5]]])).toBeNull();
    expect(measureAgreement([[[3, 4, 5]]])).toBeNull();
  });
});

describe('the reliability of one view', () => {
  const drawn = (seed: number, people: number, raters: number, reliability: number) => {
    const random = createRandom(seed);
    const [self, rest] = [Math.sqrt(reliability), Math.sqrt(1 - reliability)];
    return Array.from({ length: people }, () => {
      const level = self * random.normal();
      return Array.from({ length: raters }, () => level + rest * random.normal());
    });
  };

  it('comes to what it is with many people, whatever was expected', () => {
    for (const reliability of [0.15, 0.3, 0.6]) {
      const agreement = measureAgreement([drawn(4, 3_000, 3, reliability)]);
      for (const expected of [0.3, 0.52])
        expect(expectReliability(agreement, expected, 0.2)).toBeCloseTo(reliability, 1);
    }
  });

  it('is less wrong on average than what was expected, also in firms of a dozen', () => {
    const found = Array.from({ length: 60 }, (_, seed) =>
      expectReliability(measureAgreement([drawn(seed, 12, 3, 0.2)]), 0.52, 0.2),
    );
    const mean = found.reduce((sum, one) => sum + one, 0) / found.length;
    expect(mean).toBeLessThan(0.45);
    expect(mean).toBeGreaterThan(0.2);
  });

  it('stays where it was expected without anything to learn from, or where it is not to be learned', () => {
    const agreement = measureAgreement([drawn(1, 20, 3, 0.2)]);
    expect(expectReliability(null, 0.52, 0.2)).toBe(0.52);
    expect(expectReliability(agreement, 0.52, 0)).toBe(0.52);
  });

  it('is a number between 0 and 1 for any answers', () => {
    const answers = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(answers, { maxLength: 3 }),
        fc.double({ min: 0.2, max: 0.9, noNaN: true }),
        (all, expected) => {
          const found = expectReliability(measureAgreement(all), expected, 0.2);
          return found > 0 && found < 1;
        },
      ),
    );
  });
});
