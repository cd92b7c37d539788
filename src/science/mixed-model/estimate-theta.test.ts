import { expect, it } from 'vitest';
import { accumulateCrossProducts } from './accumulate.ts';
import { setUpDesign } from './design.ts';
import { estimateTheta } from './estimate-theta.ts';
import { makeObservations, smallFactors } from './fixtures/make-observations.ts';
import { solveEquations } from './solve-equations.ts';

const GRID = [0, 0.01, 0.03, 0.1, 0.2, 0.5, 1, 2, 4, 10];
/** Seeds of small cases with several valleys, or with a shallow one close to 0, and some of the usual kind. */
const SEEDS = [159, 170, 215, 261, 281, 400, 405, 480, 506, 637, 711, 740, 1209, 1271, 1, 2, 3, 4, 5, 6, 7, 8];

it.each(SEEDS)('finds no worse a θ than any on a grid over the whole plane (case %d)', (seed) => {
  const data = makeObservations(seed, {
    n: [12, 20, 40, 80, 200][seed % 5]!,
    technicians: 2 + (seed % 7),
    clients: 2 + (seed % 11),
    effect: [0, 0.1, 0.3, 1, 5][Math.floor(seed / 5) % 5]!,
  });
  const design = setUpDesign(accumulateCrossProducts(data, smallFactors), [2], [0, 1]);
  const found = estimateTheta(design);
  if (!found) throw new Error('not found');
  const criteria = GRID.flatMap((a) => GRID.map((b) => solveEquations(design, [a, b])?.criterion ?? 1e9));
  // Within the rounding at which a θ counts as 0.
  expect(found.criterion).toBeLessThan(Math.min(...criteria) + 1e-7);
});
