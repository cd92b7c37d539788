import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { type MatchProblem, matchPairs } from './match-pairs.ts';
import type { Solver } from './program.ts';
import { loadSolver } from './solver.ts';

type Reference = { worth: number[][]; places: number[]; objective: number };
const { matchings } = JSON.parse(readFileSync(new URL('./fixtures/references.json', import.meta.url), 'utf8')) as {
  matchings: Reference[];
};

const problemOf = ({ worth, places }: Omit<Reference, 'objective'>): MatchProblem => ({
  places,
  takers: worth[0]?.length ?? 0,
  pairs: worth.flatMap((row, giver) => row.map((one, taker) => ({ giver, taker, worth: one }))),
});

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** The worth of the best matching, trying every giver (or none) for one taker after another. */
function tryAll({ places, takers, pairs }: MatchProblem, taker = 0, free = [...places]): number {
  if (taker === takers) return 0;
  let best = tryAll({ places, takers, pairs }, taker + 1, free);
  for (const one of pairs) {
    if (one.taker !== taker || free[one.giver]! < 1) continue;
    free[one.giver]! -= 1;
    best = Math.max(best, one.worth + tryAll({ places, takers, pairs }, taker + 1, free));
    free[one.giver]! += 1;
  }
  return best;
}

const problems = fc
  .record({ givers: fc.integer({ min: 1, max: 5 }), takers: fc.integer({ min: 1, max: 5 }) })
  .chain(({ givers, takers }) =>
    fc.record({
      places: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: givers, maxLength: givers }),
      worth: fc.array(fc.array(fc.integer({ min: -2, max: 9 }), { minLength: takers, maxLength: takers }), {
        minLength: givers,
        maxLength: givers,
      }),
    }),
  )
  .map(problemOf);

describe('matching', () => {
  it('is worth what scipy and glpsol find on 150 random cases', () => {
    expect(matchings).toHaveLength(150);
    for (const one of matchings) {
      const best = matchPairs(solver, problemOf(one), (ask) => ask.best())!;
      expect(Math.abs(best.worth - one.objective)).toBeLessThan(1e-9);
    }
  });

  it('is worth the most of all ways to match, with every pair forbidden in turn too', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        matchPairs(solver, problem, (ask) => {
          const best = ask.best()!;
          expect(best.worth).toBe(tryAll(problem));
          for (const at of best.chosen) {
            const without = { ...problem, pairs: problem.pairs.filter((_, k) => k !== at) };
            expect(ask.without(at)!.worth).toBe(tryAll(without));
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('gives nobody two and no giver more than their places', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { chosen } = matchPairs(solver, problem, (ask) => ask.best())!;
        const pairs = chosen.map((at) => problem.pairs[at]!);
        expect(new Set(pairs.map((one) => one.taker)).size).toBe(pairs.length);
        problem.places.forEach((places, giver) => {
          expect(pairs.filter((one) => one.giver === giver).length).toBeLessThanOrEqual(places);
        });
        expect(pairs.every((one) => one.worth > 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('says what it costs to match somebody who was left out, or that nobody may have them', () => {
    const problem = problemOf({ worth: [[3, 1, 0]], places: [1] });
    matchPairs(solver, problem, (ask) => {
      expect(ask.best()).toEqual({ worth: 3, chosen: [0] });
      expect(ask.including(1)).toEqual({ worth: 1, chosen: [1] });
      expect(ask.including(2)).toBe('impossible');
    });
  });
});
