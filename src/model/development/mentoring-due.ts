import { addDays, type Day, dayOf, daysBetween } from '../../base/time.ts';
import type { MentoringPair, MentoringRhythm } from '../../records/mentoring/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { countOf, sayDay } from '../words.ts';

/**
 * What is due for one of a pair. today: they meet; not-closed: a session is over and nobody said what came of it; half-way:
 * their word on how it goes; quiet: no session for long and none planned; over: the last day that was agreed has passed;
 * next: the session to come, which is only told.
 */
export type MentoringDue = {
  kind: 'today' | 'not-closed' | 'half-way' | 'quiet' | 'over' | 'next';
  pairId: number;
  side: 'mentor' | 'mentee';
  otherId: PersonId;
  /** Days since it is due; of what is to come, until then. */
  days: number;
  /** The day in question. */
  on: Day;
};

/** The day half-way between the first and the last; null: no last day was agreed. */
export const halfWayOf = ({ beganOn, untilDay }: { beganOn: Day; untilDay: MentoringPair['untilDay'] }): Day | null =>
  untilDay === null ? null : addDays(beganOn, Math.floor(daysBetween(beganOn, untilDay) / 2));

/** What is due for somebody in a running pair of theirs, the most pressing first; the session to come last. */
export function mentoringDue(
  pair: MentoringRhythm,
  personId: PersonId,
  day: Day,
  playbook: Pick<Playbook, 'mentoring.quiet'>,
): MentoringDue[] {
  const { pairId, mentorId, menteeId, nextAt, nextZone, lastHeldAt, beganOn, untilDay, saidHalfWay } = pair;
  const side = personId === mentorId ? 'mentor' : 'mentee';
  const due = (kind: MentoringDue['kind'], on: Day): MentoringDue => ({
    ...{ kind, pairId, side, on, otherId: side === 'mentor' ? menteeId : mentorId },
    days: Math.abs(daysBetween(on, day)),
  });
  const meets = nextAt === null ? null : dayOf(nextAt, nextZone ?? 'UTC');
  const halfWay = halfWayOf({ beganOn, untilDay });
  const last = lastHeldAt === null ? beganOn : dayOf(lastHeldAt);
  const quiet = addDays(last, Math.round(7 * playbook['mentoring.quiet']));
  const isOver = untilDay !== null && untilDay < day;
  return [
    ...(meets === day ? [due('today', meets)] : []),
    ...(meets !== null && meets < day ? [due('not-closed', meets)] : []),
    ...(halfWay !== null && halfWay <= day && !isOver && !saidHalfWay.includes(personId)
      ? [due('half-way', halfWay)]
      : []),
    ...(meets === null && quiet <= day && !isOver ? [due('quiet', last)] : []),
    ...(isOver ? [due('over', untilDay)] : []),
    ...(meets !== null && meets > day ? [due('next', meets)] : []),
  ];
}

/** It in a sentence, to whom it is due; `name`: what the other is called. */
export function sayMentoringDue({ kind, side, days, on }: MentoringDue, name: string): string {
  switch (kind) {
    case 'today':
      return `You meet ${name} today, as their ${side}.`;
    case 'not-closed':
      return `Your mentoring session with ${name} was ${countOf(days, 'day', 'days')} ago: say whether you met.`;
    case 'half-way':
      return `You and ${name} are half-way through your mentoring: say whether it is worth it, or what should change.`;
    case 'quiet':
      return `You and ${name} have had no mentoring session for ${countOf(Math.floor(days / 7), 'week', 'weeks')}, and none is planned.`;
    case 'over':
      return `Your mentoring with ${name} was agreed until ${sayDay(on)}: end it, with a last word on what it brought.`;
    case 'next':
      return `You meet ${name} on ${sayDay(on)}, as their ${side}.`;
  }
}
