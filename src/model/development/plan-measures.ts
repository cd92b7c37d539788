import { addDays, type Day } from '../../base/time.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { Competency, Observation } from '../../records/voice/types.ts';
import { readingVariance } from '../competency-space.ts';
import { type Change, type Measured, measureChange } from './measure-change.ts';

/** Which days count for what. */
export type MeasureDays = {
  /** Day of the training: views up to it are "before". */
  trained: Day;
  /** Day of the last practice: views from it on are "after". Those in between count for neither. */
  practised: Day;
  /** When the second reading is planned. */
  due: Day;
  today: Day;
};

/**
 * A competency before and after a need was worked on, by views of others.
 * no-before: nobody had said anything; too-early: the second reading is still to come; nothing-after: it is due and nobody has
 * said anything yet.
 */
export type NeedMeasure =
  | { status: 'no-before' }
  | { status: 'too-early'; due: Day; before: number }
  | { status: 'nothing-after'; before: number }
  | { status: 'measured'; before: number; after: number; same: number; change: Change };

/**
 * The difference between what people said of a competency before the training and after the last practice. One view a person
 * counts on each side, their latest; none of oneself. Error of a mean of n views: σ²/n, σ² = (1−ρ)/ρ; of somebody who speaks
 * both times the halo share of σ² is the same error twice, so the two means share halo·σ²·(people in both)/(n₁·n₂).
 */
export function measureNeed(
  observations: readonly Observation[],
  of: { personId: PersonId; competency: Competency },
  days: MeasureDays,
  playbook: Playbook,
): NeedMeasure {
  const views = observations.filter(
    ({ personId, competency, level, rater }) =>
      personId === of.personId && competency === of.competency && level !== null && rater !== `person:${of.personId}`,
  );
  const oldest = addDays(days.trained, -Math.round(playbook['plan.before-window']));
  const before = latestByRater(views.filter(({ day }) => day <= days.trained && day > oldest));
  const after = latestByRater(
    views.filter(({ day }) => day >= days.practised && day > days.trained && day <= days.today),
  );
  if (before.size === 0) return { status: 'no-before' };
  if (after.size === 0)
    return days.today < days.due
      ? { status: 'too-early', due: days.due, before: before.size }
      : { status: 'nothing-after', before: before.size };
  const error = readingVariance(playbook);
  const same = [...after.keys()].filter((rater) => before.has(rater)).length;
  const shared = (playbook['rating.halo'] * error * same) / (before.size * after.size);
  const prior = { priorMean: playbook['prior.mean'], priorVariance: playbook['prior.sd'] ** 2 };
  const change = measureChange(meanOf(before, error), meanOf(after, error), { shared, ...prior });
  return { status: 'measured', before: before.size, after: after.size, same, change };
}

function latestByRater(views: readonly Observation[]): Map<string, number> {
  const latest = new Map<string, Observation>();
  for (const one of views) {
    const there = latest.get(one.rater);
    if (!there || there.day <= one.day) latest.set(one.rater, one);
  }
  return new Map([...latest].map(([rater, { level }]) => [rater, level as number]));
}

function meanOf(levels: ReadonlyMap<string, number>, error: number): Measured {
  const sum = [...levels.values()].reduce((total, one) => total + one, 0);
  return { mean: sum / levels.size, variance: error / levels.size };
}
