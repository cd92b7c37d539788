import { addDays, type Day } from '../../base/time.ts';
import { capitalise, countOf, sayDay } from '../../model/words.ts';
import type { ShownCard, Today } from './contract.ts';

/** What each kind of card asks for. */
export const KIND_WORDS: Record<ShownCard['kind'], string> = {
  fix: 'Fix',
  listen: 'Listen',
  'stay-out': 'Stay out',
  promise: 'Promised',
};

/** What it means, for who hears the page or points at it. */
export const KIND_MEANINGS: Record<ShownCard['kind'], string> = {
  fix: 'Something in the work to help with',
  listen: 'Somebody to listen to',
  'stay-out': 'Leave it to them',
  promise: 'Something that was agreed',
};

export const sayDayAt = (day: Day): string => `Cards of ${sayDay(day)}`;

/** The day in a sentence. */
export function sentenceOf({ of, leads, note }: Pick<Today, 'of' | 'leads' | 'note'>): string | undefined {
  const open = of.reduce((sum, own) => sum + own.open.length, 0);
  if (of.length === 0 && note !== null) return undefined;
  if (open === 0) return leads.length > 1 ? 'Nothing needs anybody today.' : 'Nothing needs you today.';
  if (leads.length === 0) return `${capitalise(countOf(open, 'thing', 'things'))} for you today.`;
  const whose = of.filter((own) => own.open.length > 0).length;
  return `${capitalise(countOf(open, 'card', 'cards'))} for ${countOf(whose, 'lead', 'leads')} today.`;
}

/** Where a ticket's time goes, said in hundredths, the largest first; those below one are left out. */
export function sayShares(shares: NonNullable<ShownCard['shares']>): string {
  const words = {
    ticket: 'the ticket itself',
    area: 'its area',
    client: 'its client',
    person: 'how things are for its person now',
  };
  const parts = (Object.keys(words) as (keyof typeof words)[])
    .map((key) => ({ key, part: Math.round(100 * shares[key]) }))
    .filter(({ part }) => part > 0)
    .sort((a, b) => b.part - a.part);
  return `Where it comes from, of 100: ${parts.map(({ key, part }) => `${words[key]} ${part}`).join(', ')}.`;
}

/** Days until which a card may sleep, by one tap. */
export function sleepsOf(day: Day): { until: Day; label: string }[] {
  return [
    { until: addDays(day, 1), label: 'Tomorrow' },
    { until: addDays(day, 3), label: 'In three days' },
    { until: addDays(day, 7), label: 'In a week' },
  ];
}

/** What came of a card. */
export function sayAnswer({ state, untilDay, reason }: Pick<ShownCard, 'state' | 'untilDay' | 'reason'>): string {
  if (state === 'done') return 'Done.';
  if (state === 'snoozed') return `Sleeps until ${untilDay === null ? 'later' : sayDay(untilDay)}.`;
  return `Not useful: ${reason ?? ''}`;
}
