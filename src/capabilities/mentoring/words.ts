import type { CompetencyOutcome, MentoringOutcomes } from '../../model/development/mentoring-outcome.ts';
import { capitalise, countOf, joinNames, sayDay } from '../../model/words.ts';
import type { CheckAnswer } from '../../records/mentoring/types.ts';
import type { Estimate } from '../../records/verdicts/types.ts';
import type { Competency } from '../../records/voice/types.ts';
import { COMPETENCY_NAMES } from '../../records/voice/words.ts';
import type { MentoringRound, PairRow } from './contract.ts';

/** What mentoring brings, in honest size. */
export const EXPECT =
  'What mentoring brings is small on average, and larger where two get on. So a pair is a proposal to two people, never a duty.';

export const ANSWER_WORDS: Record<CheckAnswer, string> = {
  'worth-it': 'worth the time',
  'change-something': 'worth it if something changes',
  'not-worth-it': 'not worth the time',
};

/** "communication and conflict resolution". */
export const sayWants = (wants: readonly Competency[]): string =>
  joinNames(
    wants.map((one) => COMPETENCY_NAMES[one]),
    'and',
  );

/** How a pair stands, to one of the two. */
export function sayPair(pair: PairRow): string {
  const { state, with: other, you, answered, gone, beganOn, untilDay, endedOn } = pair;
  const first = other.name;
  if (state === 'asked') {
    if (answered === null)
      return you === 'mentee'
        ? `${first} could be your mentor. It begins when you both say yes.`
        : `You could be ${first}’s mentor. It begins when you both say yes.`;
    return answered
      ? 'You said yes. It begins if the other does too; until both have answered nobody is told anything.'
      : 'You said no. That stays with you: the other is only ever told that it didn’t begin.';
  }
  if (gone && state === 'running')
    return you === 'mentee'
      ? `${first} is no longer here. Your goals are kept, and a new mentor is looked for in the next round.`
      : `${first} is no longer here. Your place is free again.`;
  if (state === 'running')
    return `${you === 'mentee' ? 'Your mentor' : 'You are the mentor'} since ${sayDay(beganOn!)}, agreed until ${sayDay(untilDay!)}.`;
  return `Ended on ${sayDay(endedOn!)}.`;
}

/** What is known before and after: a sentence each for what was measured, one for all that can't be told for the same reason. */
export function sayOutcomesOf(outcomes: readonly CompetencyOutcome[]): string[] {
  const groups = Map.groupBy(outcomes, (one) => (one.status === 'measured' ? one.competency : one.status));
  return [...groups.values()].map((group) => {
    const name = capitalise(sayWants(group.map(({ competency }) => competency)));
    return `${name}: ${sayOutcome(group[0]!)}`;
  });
}

function sayOutcome(outcome: CompetencyOutcome): string {
  switch (outcome.status) {
    case 'too-early':
      return `too early to tell. Views from ${sayDay(outcome.from)} on count as after.`;
    case 'no-view-before':
      return 'can’t be told. Nobody but you two had said anything of it before you began.';
    case 'no-view-after':
      return 'too few to tell. Nobody but you two has said anything of it since. Ask somebody for a view.';
    case 'measured':
      return sayChange(outcome);
  }
}

/** A difference has no scale that it must stay inside. */
const sayBetween = ({ low, high }: Pick<Estimate, 'low' | 'high'>) => `${low.toFixed(1)} to ${high.toFixed(1)}`;

function sayChange({ change, before, after }: Extract<CompetencyOutcome, { status: 'measured' }>): string {
  const { difference, says, withoutAnything } = change;
  const views = `${countOf(before, 'view', 'views')} before, ${after} since`;
  const what =
    says === 'cannot-tell'
      ? `can’t be told apart from no change (${sayBetween(difference)} levels; ${views}).`
      : `${says} by ${Math.abs(difference.mean).toFixed(1)} of a level (${sayBetween(difference)}; ${views}).`;
  return Math.abs(withoutAnything) < 0.05
    ? what
    : `${what} About ${withoutAnything > 0 ? '+' : '−'}${Math.abs(withoutAnything).toFixed(1)} would be expected without anything.`;
}

/** What all pairs say together. */
export function sayOutcomes(outcomes: MentoringOutcomes): string {
  if (outcomes.status === 'too-few')
    return `Too few to tell whether it helps here: ${outcomes.have} of ${outcomes.need} pairs were measured before and after.`;
  const { difference, pairs, withoutAnything } = outcomes;
  const found =
    difference.low > 0 ? 'higher' : difference.high < 0 ? 'lower' : 'no different, as far as it can be told';
  return `Over ${pairs} pairs, what mentees wanted to grow in is ${found} after than before: ${difference.mean.toFixed(1)} of a level (${sayBetween(difference)}). Without anything ${withoutAnything.toFixed(1)} would be expected. There is no comparison group.`;
}

/** The round in a sentence. */
export function sayRound({ matches, wanting, offering, places, timeIsUp }: MentoringRound): string {
  if (timeIsUp) return 'The best pairs were not found in time. Try again when less is going on here.';
  if (wanting === 0 && offering === 0) return 'Nobody has said yet that they want a mentor or would be one.';
  const said = `${capitalise(countOf(wanting, 'person wants', 'people want'))} a mentor, ${countOf(offering, 'offers', 'offer')} ${countOf(places, 'place', 'places')}.`;
  return matches.length === 0
    ? `${said} No pair to propose now.`
    : `${said} ${capitalise(countOf(matches.length, 'pair', 'pairs'))} to propose.`;
}
