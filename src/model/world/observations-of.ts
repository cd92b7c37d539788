import type { PersonId } from '../../records/people/types.ts';
import type { Observation } from '../../records/voice/types.ts';
import type { World } from './types.ts';

/** A world's views with the numbers that its people got where they were written: name → number. */
export function observationsOf(world: World, personId: ReadonlyMap<string, PersonId>): Observation[] {
  return world.observations.map(({ person, rater, kind, competency, level, day }) => ({
    personId: personId.get(person)!,
    rater: `person:${personId.get(rater)!}`,
    kind,
    competency,
    level,
    day,
  }));
}
