import { type Amount, type ConditionFact, drawn, type Watch } from './conditions.ts';
import { sayDay } from './words.ts';

/** What each fact is called, and what it counts. */
export const FACT_WORDS: Record<ConditionFact, { title: string; counts: string }> = {
  evenings: {
    title: 'Evenings and weekends',
    counts: 'Changes of tickets outside the team’s hours, of all while they were in these hands.',
  },
  load: { title: 'Tickets', counts: 'How many were touched.' },
  'on-call': { title: 'On-call', counts: 'Hours of being reachable, also without a call.' },
  dissatisfied: {
    title: 'Dissatisfied clients',
    counts: 'Hours on own tickets whose client was dissatisfied.',
  },
  switches: {
    title: 'Interruptions',
    counts: 'Changes that went to another ticket than the one before within the hour, of all of them.',
  },
};

const whole = (value: number) => Math.round(value).toString();
/** "4", "4.5": hours to the half. */
const half = (value: number) => (Math.round(2 * value) / 2).toString();

/** "9 of 61", "31", "4.5 hours". */
export function sayAmount(fact: ConditionFact, { value, of }: Amount): string {
  if (of !== null) return `${whole(value)} of ${whole(of)}`;
  return fact === 'load' ? whole(value) : `${half(value)} ${half(value) === '1' ? 'hour' : 'hours'}`;
}

/** The same as it is drawn, for axes: "15 of 100", "31", "4.5 hours". */
export const sayDrawn = (fact: ConditionFact, share: number, of: number | null): string =>
  of === null ? sayAmount(fact, { value: share, of }) : `${whole(100 * share)} of 100`;

/** How the newest week was, against what is usual: about the reader, or about somebody by name. */
export function sayLast(fact: ConditionFact, watch: Watch, name: string | null): string {
  if (watch.status === 'not-enough-weeks')
    return `Not enough weeks yet: ${watch.have} of ${watch.need}. Until then there is nothing to compare with.`;
  const { last, usual } = watch;
  const { of } = last.amount;
  const amount = sayAmount(fact, of === null || name !== null ? last.amount : { ...last.amount, of: null });
  const when = `in the week of ${sayDay(last.week)}`;
  const usually = `usual is ${sayAmount(fact, usual)}.`;
  const whose = name === null ? 'your' : `${name}’s`;
  const who = name === null ? 'You' : name;
  const parts = of === null ? '' : `${whole(last.amount.value)} of ${whose} ${whole(of)} changes`;
  switch (fact) {
    case 'evenings':
      return `${parts} were after hours ${when}; ${usually}`;
    case 'switches':
      return `${parts} went from one ticket to another within the hour ${when}; ${usually}`;
    case 'load':
      return `${who} touched ${amount} tickets ${when}; ${usually}`;
    case 'on-call':
      return `${who} ${name === null ? 'were' : 'was'} on call for ${amount} ${when}; ${usually}`;
    case 'dissatisfied':
      return `${amount} of ${whose} work went to tickets whose client was dissatisfied ${when}; ${usually}`;
  }
}

/** Whether it moved, in a sentence; null: nothing can be said yet. */
export function sayChange(watch: Watch): string | null {
  if (watch.status !== 'known') return null;
  if (watch.change !== null) {
    const { direction, since } = watch.change;
    return `${direction === 'up' ? 'More' : 'Less'} than usual since the week of ${sayDay(since)}.`;
  }
  const at = drawn(watch.last.amount);
  if (at > watch.usual.high) return 'More than in most weeks. One week alone is no change yet.';
  return at < watch.usual.low ? 'Less than in most weeks. One week alone is no change yet.' : 'As usual.';
}
