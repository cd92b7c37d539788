import type { PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import { expectReliability, measureAgreement } from '../science/rating/agreement.ts';
import type { Reading } from './own-readings.ts';
import { FEWEST } from './raters.ts';

/** How far one view of somebody is trusted here. */
export type Trust = {
  /** The playbook, with the lower trust that was learned where one was. */
  playbook: Playbook;
  /** Views of those people, and people, from whose views it was learned; 0: it wasn't. */
  views: number;
  people: number;
};

/**
 * Learns from where several people spoke of the same person whether one view can be trusted less than the playbook says;
 * `rating.reliability-spread` is how soon that gives way. Never more: colleagues talk, and who repeats what others say
 * agrees with them without being right. From fewer than three such people nothing is learned: it would tell whether those
 * agree who spoke of one.
 */
export function learnTrust(readings: ReadonlyMap<PersonId, readonly Reading[]>): (playbook: Playbook) => Trust {
  const severally = [...readings.values()].filter((own) => new Set(own.map((one) => one.rater)).size > 1);
  const learned = severally.length >= FEWEST;
  const agreement = learned ? measureAgreement(questionsIn([...readings.values()])) : null;
  const views = severally.reduce((sum, own) => sum + own.length, 0);
  const learnedAt = new Map<string, number>();
  return (playbook) => {
    const start = playbook['rating.reliability'];
    const spread = playbook['rating.reliability-spread'];
    const key = `${start} ${spread}`;
    const reliability = learnedAt.get(key) ?? expectReliability(agreement, start, spread);
    learnedAt.set(key, reliability);
    if (reliability >= start) return { playbook, views: 0, people: 0 };
    return { playbook: { ...playbook, 'rating.reliability': reliability }, views, people: severally.length };
  };
}

/** Of each competency, the levels that each rater gave each person; of a rater who spoke twice, the mean. */
function questionsIn(everybody: readonly (readonly Reading[])[]): number[][][] {
  const questions = new Map<number, number[][]>();
  for (const own of everybody)
    for (const [coordinate, said] of Map.groupBy(own, (one) => one.coordinate)) {
      const raters = [...Map.groupBy(said, (one) => one.rater).values()];
      const levels = raters.map((views) => views.reduce((sum, one) => sum + one.level, 0) / views.length);
      questions.set(coordinate, [...(questions.get(coordinate) ?? []), levels]);
    }
  return [...questions.values()];
}
