import { readTickets, widenByHiddenDifficulty } from '../../src/model/ticket-readings.ts';
import type { World } from '../../src/model/world/types.ts';
import type { PersonId } from '../../src/records/people/types.ts';
import { cholesky, invert, multiply } from '../../src/science/linear-algebra/cholesky.ts';
import { normalQuantile } from '../../src/science/normal.ts';
import type { Said } from './ask-product.ts';

/** So many of so many intervals held the truth. */
export type Covered = { held: number; of: number };

/** How many standard deviations a 90% interval reaches to either side. */
const NINETY = normalQuantile(0.95);

/** Log minutes that each does in truth beside somebody solid; NaN for whoever is no candidate. */
function truthOf(world: World, { verdict }: Said, personIds: readonly PersonId[]): number[] {
  const nameOf = new Map(verdict.candidates.map((one) => [one.personId, one.name]));
  return personIds.map((id) => {
    const truth = world.truth.get(nameOf.get(id) ?? '');
    return truth ? -world.spec.effect * (truth.competencies.resolving - 3) : Number.NaN;
  });
}

/** Every two technicians whom the product fitted: does the 90% interval of the difference of stored effects hold the true one? */
export function coverStored(world: World, said: Said): Covered {
  if (!said.effects) return { held: 0, of: 0 };
  const { personIds, effect, pev } = said.effects;
  return countPairs(truthOf(world, said, personIds), effect, pev);
}

/** The same of what advice reads from those effects: free of shrinkage, widened by hidden difficulty, of people with enough tickets. */
export function coverContrasts(world: World, said: Said): Covered {
  if (!said.effects) return { held: 0, of: 0 };
  const known = new Set(said.effects.personIds);
  const plain = readTickets({ status: 'fitted', effects: said.effects }, known, said.playbook['tickets.need']);
  if (!plain) return { held: 0, of: 0 };
  const hidden = said.playbook['tickets.hidden-difficulty'] / plain.logMinutesPerLevel;
  const readings = widenByHiddenDifficulty(plain, hidden);
  const { personIds, precision, term, logMinutesPerLevel } = readings;
  const n = personIds.length;
  // They know no origin: any information about their mean makes the inverse exist and leaves differences as they are.
  const anchor = precision.reduce((sum, value, i) => sum + (i % (n + 1) === 0 ? value : 0), 0) / n ** 2;
  const covariance = invert(
    cholesky(
      Float64Array.from(precision, (value) => value + anchor),
      n,
    )!,
    n,
  );
  const truth = truthOf(world, said, personIds).map((minutes) => -minutes / logMinutesPerLevel);
  return countPairs(truth, multiply(covariance, term, n), covariance);
}

function countPairs(truth: readonly number[], mean: ArrayLike<number>, covariance: ArrayLike<number>): Covered {
  const n = truth.length;
  let held = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const variance = covariance[i * n + i]! + covariance[j * n + j]! - 2 * covariance[i * n + j]!;
      const miss = mean[i]! - mean[j]! - (truth[i]! - truth[j]!);
      if (Math.abs(miss) <= NINETY * Math.sqrt(Math.max(0, variance))) held++;
    }
  return { held, of: (n * (n - 1)) / 2 };
}

/** Every candidate: does the 90% interval of a strength that advice is given from hold the true one? */
export function coverStrengths(world: World, { verdict }: Said, side: 'technical' | 'people'): Covered {
  const held = verdict.candidates.filter(({ name, [side]: { estimate } }) => {
    return Math.abs(estimate.mean - world.truth.get(name)![side]) <= NINETY * estimate.sd;
  });
  return { held: held.length, of: verdict.candidates.length };
}

/**
 * Every two candidates: does the 90% interval of the difference by which advice orders them hold the true one? Both sides
 * weighted as the product does.
 */
export function coverOrder(world: World, { verdict, joint }: Said): Covered {
  const { technical, people } = verdict.demand;
  const weight = technical / (technical + people);
  const sides = [
    ['technical', weight],
    ['people', 1 - weight],
  ] as const;
  const axes = verdict.candidates.map(({ personId }) =>
    sides.map(([side, by]) => ({ at: joint.axisOf(personId, side)!, by })),
  );
  const truth = verdict.candidates.map(({ name }) =>
    sides.reduce((sum, [side, by]) => sum + by * world.truth.get(name)![side], 0),
  );
  const mean = axes.map((own) => own.reduce((sum, { at, by }) => sum + by * joint.mean(at), 0));
  const covariance = axes.flatMap((own) =>
    axes.map((other) => {
      let sum = 0;
      for (const a of own) for (const b of other) sum += a.by * b.by * joint.covariance(a.at, b.at);
      return sum;
    }),
  );
  return countPairs(truth, mean, covariance);
}
