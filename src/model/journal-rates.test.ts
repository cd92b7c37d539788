import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { AGAIN } from '../records/decisions/types.ts';
import { type Counted, journalRates, wasGood } from './journal-rates.ts';

const counted: fc.Arbitrary<Counted> = fc.record({
  agreed: fc.constantFrom(true, false, null),
  again: fc.constantFrom(...AGAIN, null),
});

describe('how often our advice is followed', () => {
  it('counts every decision once, with an interval around its share, whatever the decisions', () => {
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 60 }), fc.integer({ min: 5, max: 50 }), (decisions, need) => {
        const { agreement, followed, otherwise, undecided } = journalRates(decisions, need);
        for (const { hits, n, low, high, enough } of [agreement, followed, otherwise]) {
          expect(hits).toBeLessThanOrEqual(n);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          if (n > 0) expect(low <= hits / n && hits / n <= high).toBe(true);
          expect(enough).toBe(n >= need);
        }
        const judged = decisions.filter(({ again }) => wasGood(again) !== null);
        expect(agreement.n).toBe(decisions.filter(({ agreed }) => agreed !== null).length);
        expect(followed.n + otherwise.n).toBe(judged.filter(({ agreed }) => agreed !== null).length);
        expect(judged.length + undecided + decisions.filter(({ again }) => again === null).length).toBe(
          decisions.length,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('has the 80% interval of Wilson, here as worked out by hand for 9 of 10', () => {
    const decisions: Counted[] = Array.from({ length: 10 }, (_, i) => ({
      agreed: true,
      again: i === 0 ? 'no' : 'yes',
    }));
    const { followed } = journalRates(decisions, 10);
    expect(followed).toMatchObject({ hits: 9, n: 10, enough: true });
    expect(followed.low).toBeCloseTo(0.7176, 3);
    expect(followed.high).toBeCloseTo(0.9696, 3);
  });

  it('is the same in any order', () => {
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 30 }), (decisions) => {
        expect(journalRates(decisions.toReversed(), 10)).toEqual(journalRates(decisions, 10));
      }),
    );
  });
});
