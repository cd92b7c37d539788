import { addDays, type Day } from '../../base/time.ts';
import type { CardProposal, EarlierCard } from '../../records/cards/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';

type Choice = { day: Day; earlier: readonly EarlierCard[]; playbook: Playbook };

/**
 * The cards of a day: for each lead at most the playbook's number, the most urgent first, each about something else.
 * What was answered rests for its time, what sleeps sleeps; stay-out comes seldom. Cards of later days count for nothing.
 */
export function chooseCards(proposals: readonly CardProposal[], { day, earlier, playbook }: Choice): CardProposal[] {
  const before = earlier.filter((card) => card.day < day);
  const resting = new Set(before.filter((card) => rests(card, day, playbook)).map(keyOf));
  const isHushed = hushedBy(before, day, playbook);
  const fresh = proposals.filter((one) => !resting.has(keyOf(one)) && !isHushed(one));
  const byLead = Map.groupBy(fresh.toSorted(byUrgency), ({ leadId }) => leadId);
  return [...byLead]
    .sort(([a], [b]) => a - b)
    .flatMap(([, own]) => distinct(own).slice(0, Math.round(playbook['today.most'])));
}

const keyOf = ({ leadId, subject }: Pick<CardProposal, 'leadId' | 'subject'>) => `${leadId} ${subject}`;

/** Whether a card that comes seldom was there lately: to stay out once to a lead, how a team stands once for each team. */
function hushedBy(before: readonly EarlierCard[], day: Day, playbook: Playbook): (one: CardProposal) => boolean {
  const since = (every: 'today.stay-out-every' | 'direction.every') => addDays(day, -playbook[every]);
  const leads = new Set<PersonId>(
    before
      .filter((card) => card.rule === 'left-to-it' && card.day > since('today.stay-out-every'))
      .map(({ leadId }) => leadId),
  );
  const teams = new Set(
    before.filter((card) => card.rule === 'direction' && card.day > since('direction.every')).map(keyOf),
  );
  return (one) =>
    (one.kind === 'stay-out' && leads.has(one.leadId)) || (one.rule === 'direction' && teams.has(keyOf(one)));
}

/** Whether an earlier card keeps its subject away on a day. One that nobody answered comes again. */
function rests({ state, day: was, untilDay }: EarlierCard, day: Day, playbook: Playbook): boolean {
  if (state === 'snoozed') return untilDay !== null && untilDay > day;
  if (state === 'done') return addDays(was, playbook['today.rest-done']) > day;
  return state === 'not-useful' && addDays(was, playbook['today.rest-useless']) > day;
}

const byUrgency = (a: CardProposal, b: CardProposal): number =>
  b.urgency - a.urgency || compare(a.rule, b.rule) || compare(a.subject, b.subject);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** One card for a subject, and one to stay out at most. */
function distinct(cards: readonly CardProposal[]): CardProposal[] {
  const seen = new Set<string>();
  return cards.filter((card) => {
    const keys = card.kind === 'stay-out' ? [card.subject, 'stay-out'] : [card.subject];
    if (keys.some((key) => seen.has(key))) return false;
    for (const key of keys) seen.add(key);
    return true;
  });
}

/** How far back earlier cards matter, in days. */
export const restsAtMost = (playbook: Playbook): number =>
  Math.max(
    playbook['today.rest-done'],
    playbook['today.rest-useless'],
    playbook['today.stay-out-every'],
    playbook['direction.every'],
    LONGEST_SLEEP,
  );

/** A card sleeps at most so many days. */
export const LONGEST_SLEEP = 92;
