import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { createRandom } from '../../base/random.ts';
import { measureBetweenness } from './betweenness.ts';
import { countEffectively, estimateEntropy } from './effective-number.ts';
import { type Edge, joinEdges } from './graph.ts';
import { rankPages } from './page-rank.ts';

type Reference = {
  nodes: number;
  from: number[];
  to: number[];
  weight: number[];
  pageRank: number[];
  betweenness: number[];
};
const references = JSON.parse(readFileSync(new URL('./fixtures/igraph.json', import.meta.url), 'utf8')) as Reference[];
const graphOf = ({ nodes, from, to, weight }: Reference) =>
  joinEdges(
    nodes,
    from.map((one, at) => ({ from: one, to: to[at]!, weight: weight[at]! })),
  );

const edges = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: 6 }),
    to: fc.integer({ min: 0, max: 6 }),
    weight: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 25 },
);

describe('PageRank', () => {
  it.each(references)('equals igraph ($nodes nodes)', (one) => {
    // Both stop by their own rule; igraph's leaves less than 1e-10.
    rankPages(graphOf(one)).forEach((value, at) => {
      expect(Math.abs(value - one.pageRank[at]!)).toBeLessThan(1e-8);
    });
  });

  it('adds up to 1 and leaves nobody out', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const rank = rankPages(joinEdges(7, list));
        return (
          Math.abs(rank.reduce((sum, one) => sum + one, 0) - 1) < 1e-12 && rank.every((one) => one >= 0.15 / 7 - 1e-12)
        );
      }),
    );
  });

  it('is even where nobody is linked, or where all are in a ring', () => {
    const ring = [0, 1, 2, 3].map((from): Edge => ({ from, to: (from + 1) % 4, weight: 3 }));
    for (const list of [[], ring]) expect([...rankPages(joinEdges(4, list))]).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});

describe('betweenness', () => {
  it.each(references)('equals igraph ($nodes nodes)', (one) => {
    measureBetweenness(graphOf(one)).forEach((value, at) => {
      expect(Math.abs(value - one.betweenness[at]!)).toBeLessThan(1e-8);
    });
  });

  it('equals counting every shortest way by brute force', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const graph = joinEdges(7, list);
        const counted = countWays(list, 7);
        return measureBetweenness(graph).every((value, at) => Math.abs(value - counted[at]!) < 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('counts only the pairs it is asked for', () => {
    const odd = (a: number, b: number) => (a + b) % 2 === 1;
    fc.assert(
      fc.property(edges, (list) => {
        const counted = countWays(list, 7, odd);
        return measureBetweenness(joinEdges(7, list), odd).every((value, at) => Math.abs(value - counted[at]!) < 1e-9);
      }),
      { numRuns: 30 },
    );
  });
});

/** All simple ways between all pairs, the shortest of them, and who lies on them. */
function countWays(
  list: readonly Edge[],
  nodes: number,
  counts: (a: number, b: number) => boolean = () => true,
): number[] {
  const length = new Map<string, number>();
  for (const { from, to, weight } of list) {
    if (from !== to)
      length.set(`${from} ${to}`, 1 / (1 / (length.get(`${from} ${to}`) ?? Number.POSITIVE_INFINITY) + weight));
  }
  const between = Array.from({ length: nodes }, () => 0);
  for (let a = 0; a < nodes; a++)
    for (let b = 0; b < nodes; b++) {
      if (a === b || !counts(a, b)) continue;
      const ways: { through: number[]; long: number }[] = [];
      const walk = (path: number[], long: number) => {
        const here = path.at(-1)!;
        if (here === b) {
          ways.push({ through: path.slice(1, -1), long });
          return;
        }
        for (let next = 0; next < nodes; next++) {
          const step = length.get(`${here} ${next}`);
          if (step !== undefined && !path.includes(next)) walk([...path, next], long + step);
        }
      };
      walk([a], 0);
      const least = Math.min(...ways.map(({ long }) => long));
      const shortest = ways.filter(({ long }) => long <= least * (1 + 1e-9));
      for (const { through } of shortest) for (const node of through) between[node]! += 1 / shortest.length;
    }
  return between;
}

describe('the effective number', () => {
  it('is estimated from few draws without being too low: nearly right on average, where the counts alone are not', () => {
    const random = createRandom(7);
    const draws = Array.from({ length: 2000 }, () => {
      const counts = new Array<number>(6).fill(0);
      for (let i = 0; i < 40; i++) counts[random.integer(6)]!++;
      return counts;
    });
    const mean = (of: (counts: number[]) => number) => draws.reduce((sum, one) => sum + of(one), 0) / draws.length;
    expect(mean(estimateEntropy)).toBeCloseTo(Math.log(6), 2);
    expect(mean((counts) => Math.log(countEffectively(counts)))).toBeLessThan(Math.log(6) - 0.05);
    expect(estimateEntropy([0, 0])).toBe(0);
  });

  it('counts even kinds whole, one kind as one, and nothing as none', () => {
    expect(countEffectively([5, 5, 5, 5])).toBeCloseTo(4, 12);
    expect(countEffectively([7])).toBe(1);
    expect(countEffectively([])).toBe(0);
    expect(countEffectively([0, 0])).toBe(0);
  });

  it('lies between 1 and the number of kinds, and grows when two kinds are made more even', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 10 }), (counts) => {
        const found = countEffectively(counts);
        const even =
          counts.length < 2
            ? counts
            : [(counts[0]! + counts[1]!) / 2, (counts[0]! + counts[1]!) / 2, ...counts.slice(2)];
        return found >= 1 - 1e-12 && found <= counts.length + 1e-9 && countEffectively(even) >= found - 1e-9;
      }),
    );
  });
});
