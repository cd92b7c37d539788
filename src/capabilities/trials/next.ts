import type { Day } from '../../base/time.ts';
import { sayDay } from '../../model/words.ts';
import type { Trial, TrialSide } from '../../records/trials/types.ts';

/** What comes next in a trial, in a few words, as one of the two reads it; null: nothing. */
export function sayNext(
  trial: Pick<Trial, 'state' | 'waitsFor' | 'fromDay' | 'untilDay' | 'longer'>,
  you: TrialSide,
  today: Day,
): string | null {
  if (trial.state === 'ended') return null;
  if (trial.waitsFor !== null) {
    const what = trial.state === 'proposed' ? 'what is proposed' : 'the longer time';
    return trial.waitsFor === you ? `Your word on ${what}` : `Their word on ${what}`;
  }
  if (trial.state === 'agreed')
    return trial.fromDay! <= today ? 'Was to begin: see what is in the way' : `Begins on ${sayDay(trial.fromDay!)}`;
  return trial.untilDay <= today ? 'To be decided together' : `Runs until ${sayDay(trial.untilDay)}`;
}
