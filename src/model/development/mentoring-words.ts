import type { PersonId } from '../../records/people/types.ts';
import { COMPETENCY_NAMES } from '../../records/voice/words.ts';
import type { Matching } from '../../science/assignment/match-pairs.ts';
import { capitalise, countOf, joinNames } from '../words.ts';
import type { PairView } from './mentoring-pairs.ts';
import type { Stop } from './mentoring-types.ts';

/** Why a pair is proposed, in sentences, most important first. */
export function sayReasons({ mentor, mentee, gaps, interests, sharedHours }: PairView): string[] {
  const learnt = joinNames(
    gaps.map((one) => COMPETENCY_NAMES[one.competency]),
    'and',
  );
  const wishes = interests.length > 0 ? [`Both wrote: ${interests.join(', ')}.`] : [];
  const time =
    sharedHours === null
      ? `The working hours of ${mentor.week ? mentee.name : mentor.name} aren't known: ask whether the two share time.`
      : mentor.weekAssumed || mentee.weekAssumed
        ? `If ${sayWhose(mentor, mentee)} the usual hours, they share up to ${sayHours(sharedHours)} at a stretch.`
        : `They share up to ${sayHours(sharedHours)} at a stretch in their working week.`;
  return [`${mentor.name} is probably strong where ${mentee.name} wants to grow: ${learnt}.`, ...wishes, time];
}

/** Whose hours nobody has said. */
function sayWhose(mentor: PairView['mentor'], mentee: PairView['mentee']): string {
  if (mentor.weekAssumed && mentee.weekAssumed) return 'both work';
  return `${mentor.weekAssumed ? mentor.name : mentee.name} works`;
}

const sayHours = (value: number) => (value === 1 ? '1 hour' : `${Number(value.toFixed(1))} hours`);

/** "0.3 of a level less over all pairs", "1.5 levels less …", or that it is as good. */
export function sayLoss(loss: number): string {
  if (loss < 1e-9) return 'as good over all pairs';
  if (loss < 0.05) return 'hardly less over all pairs';
  const levels = loss.toFixed(1);
  return `${levels} ${Number(levels) < 1 ? 'of a level' : levels === '1.0' ? 'level' : 'levels'} less over all pairs`;
}

/** What would be best without one pair. */
export function saySecondBest(mentor: string | null, mentee: string, loss: number, otherChanges: number): string {
  const others = otherChanges > 0 ? `; ${countOf(otherChanges, 'other pair', 'other pairs')} would change` : '';
  return `Second best: ${mentor ?? `no mentor for ${mentee}`} (${sayLoss(loss)}${others}).`;
}

/** Each stop with the mentors it keeps away, to be joined to one text; `everyone`: it keeps every mentor away. */
export function sayStop(
  stop: Stop,
  mentee: string,
  mentors: readonly string[],
  everyone: boolean,
  least: number,
): string {
  const who = nameSome(mentors);
  const many = mentors.length > 1;
  switch (stop) {
    case 'hours':
      return everyone
        ? `No mentor overlaps ${sayHours(least)} with ${mentee}.`
        : `${who} ${many ? 'overlap' : 'overlaps'} less than ${sayHours(least)} with ${mentee}.`;
    case 'line':
      return everyone
        ? `Every mentor is in ${mentee}'s reporting line.`
        : `${who} ${many ? 'are' : 'is'} in ${mentee}'s reporting line.`;
    case 'strength':
      return `No mentor is surely strong where ${mentee} wants to grow.`;
    case 'full':
      return everyone
        ? 'Every mentor has as many as they offered.'
        : `${who} ${many ? 'have' : 'has'} as many as offered.`;
    case 'fit':
      return everyone
        ? `No mentor is a match for ${mentee} this time.`
        : `${who} ${many ? "aren't matches" : "isn't a match"} for ${mentee} this time.`;
  }
}

function nameSome(names: readonly string[]): string {
  return names.length <= 3
    ? joinNames(names, 'and')
    : `${names.slice(0, 2).join(', ')} and ${countOf(names.length - 2, 'other', 'others')}`;
}

/** What it would take to match somebody whom others kept out. */
export function sayTaken(mentee: string, loss: number, mentor: string, losers: readonly string[]): string {
  const who = losers.length > 0 ? `, and ${joinNames(losers, 'and')} would go without` : '';
  return `${capitalise(mentee)} could have ${mentor}: ${sayLoss(loss)}${who}. It is your choice.`;
}

/** Mentees whose mentor differs between two matchings, and to whom they would go. */
export function compareMatchings(
  before: Matching,
  after: Matching,
  views: readonly PairView[],
): Map<PersonId, PairView | null> {
  const mentorsOf = ({ chosen }: Matching) => new Map(chosen.map((at) => [views[at]!.mentee.personId, views[at]!]));
  const [old, now] = [mentorsOf(before), mentorsOf(after)];
  const changes = new Map<PersonId, PairView | null>();
  for (const id of new Set([...old.keys(), ...now.keys()]))
    if (old.get(id) !== now.get(id)) changes.set(id, now.get(id) ?? null);
  return changes;
}
