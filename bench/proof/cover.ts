import { readTickets } from '../../src/model/ticket-readings.ts';
import type { World } from '../../src/model/world/types.ts';
import type { PersonId } from '../../src/records/people/types.ts';
import { PLAYBOOK } from '../../src/records/playbook/definitions.ts';
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

/** Every two technicians whom the product fitted: does the 90% interval of the difference of effects hold the true one? */
export function coverContrasts(world: World, said: Said): Covered {
  if (!said.effects) return { held: 0, of: 0 };
  const { personIds, effect, pev } = said.effects;
  return countPairs(truthOf(world, said, personIds), effect, pev);
}

/** The same of what advice reads from those effects, for people with enough tickets. */
export function coverReadings(world: World, said: Said): Covered {
  if (!said.effects) return { held: 0, of: 0 };
  const known = new Set(said.effects.personIds);
  const readings = readTickets({ status: 'fitted', effects: said.effects }, known, TICKETS_NEED);
  if (!readings) return { held: 0, of: 0 };
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

/** From so many tickets on the product reads somebody's effect, as shipped. */
const TICKETS_NEED = PLAYBOOK['tickets.need'].value;

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
