import { describe, expect, it } from 'vitest';
import { createRandom } from '../../base/random.ts';
import { type CutCase, findBestCut } from './best-cut.ts';

const LIMITS = { least: 5, draws: 199, seed: 1 };

/** Cases spread evenly from −1 to 1; above the cut they turn out well with one chance, below with another. */
function firm(n: number, cut: number, below: number, above: number, seed: number): CutCase[] {
  const random = createRandom(seed);
  return Array.from({ length: n }, () => {
    const at = 2 * random.uniform() - 1;
    return { at, good: random.uniform() < (at < cut ? below : above) };
  });
}

describe('the best cut', () => {
  it('parts a clear case where it lies, and counts both sides', () => {
    const cases = [-4, -3, -2, -1, 0, 1, 2, 3, 4, 5].map((at) => ({ at, good: at > 0 }));
    const found = findBestCut(cases, { least: 2, draws: 999, seed: 1 })!;
    expect(found).toMatchObject({ cut: 0.5, below: { good: 0, n: 5 }, above: { good: 5, n: 5 } });
    // Of the 252 ways to lay five good ones, one parts them as well; by the shuffles, about that.
    expect(found.p).toBeLessThan(0.015);
    expect(found.low).toBeLessThanOrEqual(0);
    expect(found.high).toBeGreaterThanOrEqual(1);
  });

  it('is nothing where all turned out alike, or too few lie on one side', () => {
    expect(findBestCut(firm(30, 0, 1, 1, 3), LIMITS)).toBeNull();
    expect(findBestCut(firm(9, 0, 0, 1, 3), LIMITS)).toBeNull();
    expect(
      findBestCut(
        Array.from({ length: 20 }, (_, i) => ({ at: 1, good: i % 2 === 0 })),
        LIMITS,
      ),
    ).toBeNull();
  });

  it('does not look for the reverse: that the ones above turn out worse', () => {
    expect(findBestCut(firm(60, 0, 0.95, 0.2, 5), LIMITS)!.p).toBeGreaterThan(0.5);
  });

  it('raises no more false alarms than it says, however many cuts it looks at', () => {
    const runs = 600;
    let alarms = 0;
    for (let run = 0; run < runs; run++)
      if ((findBestCut(firm(30, 0, 0.7, 0.7, 1000 + run), LIMITS)?.p ?? 1) <= 0.05) alarms++;
    // Four standard errors above a twentieth; without shuffling every cut the share would be about a fifth.
    expect(alarms / runs).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / runs));
    expect(alarms).toBeGreaterThan(5);
  });

  it('finds a planted cut nearly always with enough cases, and near where it lies', () => {
    const runs = 100;
    const found = Array.from({ length: runs }, (_, run) => findBestCut(firm(60, -0.2, 0.3, 0.9, 5000 + run), LIMITS)!);
    expect(found.filter(({ p }) => p <= 0.05).length).toBeGreaterThan(90);
    const cuts = found.map(({ cut }) => cut).sort((one, other) => one - other);
    expect(Math.abs(cuts[runs / 2]! + 0.2)).toBeLessThan(0.06);
    // The range is as wide as every range on a screen: it holds the truth at least eight times in ten.
    expect(found.filter(({ low, high }) => low <= -0.2 && -0.2 <= high).length).toBeGreaterThanOrEqual(80);
  });
});
