import { addDays, type Day } from '../../base/time.ts';
import type { MentoringPair } from '../../records/mentoring/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { Estimate } from '../../records/verdicts/types.ts';
import type { Competency, Observation } from '../../records/voice/types.ts';
import { readingVariance } from '../competency-space.ts';
import { estimateOf } from '../strength.ts';
import { type Change, type Measured, measureChange } from './measure-change.ts';

/** What is known of one competency that a mentee wanted to grow in, before and after. */
export type CompetencyOutcome = { competency: Competency } & (
  | { status: 'measured'; change: Change; before: number; after: number }
  /** Views from this day on count as after. */
  | { status: 'too-early'; from: Day }
  /** Nobody but the mentor and the mentee said anything of it then. */
  | { status: 'no-view-before' | 'no-view-after' }
);

/** What all pairs of a firm say together. */
export type MentoringOutcomes =
  | { status: 'too-few'; have: number; need: number }
  | {
      status: 'known';
      pairs: number;
      /** Mean difference of a pair, levels, with its 80% interval from how much pairs differ. */
      difference: Estimate;
      /** What it would be on average if nothing had happened, levels. */
      withoutAnything: number;
    };

/**
 * Before and after for each competency that a mentee wanted to grow in: views of others than the two of the pair, up to the
 * beginning and from `plan.measure-after` weeks on; of a rater the nearest one counts. Of a rater who gave both, the part
 * of the error that is their own cancels out (`rating.halo`).
 */
export function measurePair(
  pair: Pick<MentoringPair, 'mentorId' | 'menteeId' | 'wants'> & { beganOn: Day },
  observations: readonly Observation[],
  day: Day,
  playbook: Playbook,
): CompetencyOutcome[] {
  const from = addDays(pair.beganOn, Math.round(playbook['plan.measure-after'] * 7));
  const own = new Set([`person:${pair.mentorId}`, `person:${pair.menteeId}`]);
  const views = observations.filter(
    (one) => one.personId === pair.menteeId && one.level !== null && !own.has(one.rater) && one.day <= day,
  );
  return pair.wants.map((competency): CompetencyOutcome => {
    const of = views.filter((one) => one.competency === competency);
    const before = nearest(of.filter((one) => one.day <= pair.beganOn).toSorted(later));
    const after = nearest(of.filter((one) => one.day >= from).toSorted((a, b) => later(b, a)));
    if (before.size === 0) return { competency, status: 'no-view-before' };
    if (day < from) return { competency, status: 'too-early', from };
    if (after.size === 0) return { competency, status: 'no-view-after' };
    const both = [...before.keys()].filter((rater) => after.has(rater)).length;
    const shared = (both * readingVariance(playbook) * playbook['rating.halo']) / (before.size * after.size);
    const prior = { priorMean: playbook['prior.mean'], priorVariance: playbook['prior.sd'] ** 2 };
    const change = measureChange(readingOf(before, playbook), readingOf(after, playbook), { shared, ...prior });
    return { competency, status: 'measured', change, before: before.size, after: after.size };
  });
}

const later = (one: Observation, other: Observation) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0);

/** Of each rater the first of the list. */
function nearest(views: readonly Observation[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { rater, level: said } of views) if (!found.has(rater)) found.set(rater, said!);
  return found;
}

/** Mean of one view each of several raters, with their error: independent from rater to rater. */
function readingOf(views: ReadonlyMap<string, number>, playbook: Playbook): Measured {
  const sum = [...views.values()].reduce((total, one) => total + one, 0);
  return { mean: sum / views.size, variance: readingVariance(playbook) / views.size };
}

/**
 * The mean difference over all pairs that were measured, each pair once with the mean of its competencies. Its interval
 * comes from how much pairs differ; below the playbook's number of pairs nothing is said.
 */
export function sumOutcomes(pairs: readonly (readonly CompetencyOutcome[])[], playbook: Playbook): MentoringOutcomes {
  const measured = pairs.flatMap((outcomes) => {
    const changes = outcomes.flatMap((one) => (one.status === 'measured' ? [one.change] : []));
    if (changes.length === 0) return [];
    const mean = (of: (change: Change) => number) => changes.reduce((sum, one) => sum + of(one), 0) / changes.length;
    return [{ difference: mean((one) => one.difference.mean), nothing: mean((one) => one.withoutAnything) }];
  });
  const need = Math.round(playbook['mentoring.outcomes-need']);
  const n = measured.length;
  if (n < need) return { status: 'too-few', have: n, need };
  const mean = measured.reduce((sum, one) => sum + one.difference, 0) / n;
  const variance = measured.reduce((sum, one) => sum + (one.difference - mean) ** 2, 0) / (n - 1) / n;
  return {
    status: 'known',
    pairs: n,
    difference: estimateOf(mean, variance),
    withoutAnything: measured.reduce((sum, one) => sum + one.nothing, 0) / n,
  };
}
