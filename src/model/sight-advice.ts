import type { PersonId } from '../records/people/types.ts';
import type { HolderNeed, Verdict } from '../records/verdicts/types.ts';
import type { Sight, Sights } from './sight.ts';
import { SECOND_WORDS, SIDE_WORDS } from './words.ts';

/** Our advice for a seat without anything about the people it weighs: what may be seen before they are told. */
export type ClosedAdvice = Pick<
  Verdict,
  | 'seatId'
  | 'title'
  | 'teamId'
  | 'teamName'
  | 'state'
  | 'distance'
  | 'demand'
  | 'gate'
  | 'kind'
  | 'kindSentence'
  | 'dataVersion'
  | 'modelVersion'
  | 'playbookVersion'
> & {
  /** Who holds it, where the reader sees at least their levels; else null. */
  holderId: PersonId | null;
  /** What that holder needs, without naming anybody else. */
  needs: HolderNeed[];
  /** How many people the advice weighs whose numbers the reader does not see. */
  candidates: number;
  /** The shortest form, for lists. */
  short: string;
  /** With the kind of leader. */
  sentence: string;
};

/** Advice as one reader gets it: whole, or closed. */
export type ShownAdvice = { verdict: Verdict; closed: null } | { verdict: null; closed: ClosedAdvice };

/**
 * Our advice as far as a reader may see it. It is whole only where everyone whom it weighs is open to them, because who
 * isn't named tells as much as who is.
 */
export function showAdvice(verdict: Verdict, sights: Sights, decides: boolean): ShownAdvice {
  const unseen = verdict.considered.filter((id) => sights.of(id) !== 'open');
  if (sights.everything || unseen.length === 0) return { verdict, closed: null };
  return { verdict: null, closed: closeAdvice(verdict, sights, unseen, decides) };
}

/** Said to whoever decides. */
const OPEN_TO_SEE = 'Open this decision to see who could lead. The people considered are told first.';
const NOT_TO_YOU = 'Who could lead here is shown to whoever decides about it, once the people considered are told.';
const NOT_THIS_SEAT = 'What the holder of this seat needs is shown to them and their lead.';

function closeAdvice(verdict: Verdict, sights: Sights, unseen: readonly PersonId[], decides: boolean): ClosedAdvice {
  const { holderId, kindSentence } = verdict;
  const held = verdict.answer.kind === 'keep';
  const sight = holderId === null ? 'hidden' : sights.of(holderId);
  const needs = held && sight !== 'hidden' ? needsOf(verdict, sight) : [];
  const short = held
    ? sight === 'hidden'
      ? NOT_THIS_SEAT
      : sayHeld(holderName(verdict), needs)
    : decides
      ? OPEN_TO_SEE
      : NOT_TO_YOU;
  const { seatId, title, teamId, teamName, state, distance, demand, gate, kind } = verdict;
  const { dataVersion, modelVersion, playbookVersion } = verdict;
  return {
    ...{ seatId, title, teamId, teamName, state, distance, demand, gate, kind, kindSentence },
    ...{ dataVersion, modelVersion, playbookVersion },
    holderId: sight === 'hidden' ? null : holderId,
    needs,
    candidates: unseen.filter((id) => !(held && id === holderId)).length,
    short,
    sentence: `${kindSentence} ${short}`,
  };
}

const holderName = ({ candidates, holderId }: Verdict) =>
  candidates.find((one) => one.personId === holderId)?.name ?? 'The holder';

/** The holder's needs; whether a second was found, and whom, is about other people. */
function needsOf(verdict: Verdict, sight: Sight): HolderNeed[] {
  if (verdict.answer.kind !== 'keep') return [];
  const name = holderName(verdict);
  return verdict.answer.needs.map((need): HolderNeed => {
    if (need.kind === 'second')
      return { ...need, personId: null, text: `${name} needs a ${SECOND_WORDS[need.side ?? 'technical']}.` };
    // What to ask next may count tickets, which a level does not show.
    if (need.kind === 'evidence' && sight === 'level')
      return { ...need, text: `Too little is known of ${name}${need.side ? ` ${SIDE_WORDS[need.side]}` : ''}.` };
    return need;
  });
}

function sayHeld(name: string, needs: readonly HolderNeed[]): string {
  const told = needs.filter((need) => need.kind !== 'nothing').slice(0, 2);
  return [`${name} stays.`, ...(told.length === 0 ? ['Nothing is surely missing.'] : told.map((one) => one.text))].join(
    ' ',
  );
}

/** The advice in its shortest form, as the reader gets it. */
export const shortOf = ({ verdict, closed }: ShownAdvice): string => (verdict ?? closed).short;

/** Whose numbers a piece of advice shows, for the audit log. */
export function shownIn({ verdict, closed }: ShownAdvice): PersonId[] {
  if (verdict) return verdict.considered;
  return closed.holderId === null ? [] : [closed.holderId];
}
