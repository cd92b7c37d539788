import { addDays, type Day } from '../base/time.ts';
import type { ConditionFacts } from '../records/conditions/types.ts';
import type { Person, PersonId } from '../records/people/types.ts';

/** Somebody without a growth step for long. `since`: their last one; null: none is noted, and they were here all the time. */
export type WithoutStep = { personId: PersonId; since: Day | null };

/**
 * Who of some people has had no growth step for so many days. Where none is noted the time counts from their first day,
 * or from the day on which steps began to be noted here: nothing noted isn't nothing done.
 */
export function longWithout(
  people: readonly Pick<Person, 'personId' | 'startedOn'>[],
  { lastSteps, stepsSince, day }: Pick<ConditionFacts, 'lastSteps' | 'stepsSince' | 'day'>,
  days: number,
): WithoutStep[] {
  if (stepsSince === null) return [];
  const before = addDays(day, -Math.round(days));
  return people.flatMap(({ personId, startedOn }) => {
    const last = lastSteps.get(personId) ?? null;
    const began = startedOn !== null && startedOn > stepsSince ? startedOn : stepsSince;
    return (last ?? began) < before ? [{ personId, since: last }] : [];
  });
}

/** "half a year", "200 days". */
export function sayWhile(days: number): string {
  const months = Math.round(days / 30.4);
  if (months === 6) return 'half a year';
  if (months === 12) return 'a year';
  return months >= 3 ? `${months} months` : `${Math.round(days)} days`;
}
