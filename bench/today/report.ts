import { table } from '../markdown.ts';
import type { TodayBench } from '../today.ts';
import { EVENTS, type Event, type Judged, type Score } from './judge.ts';

const WORDS: Record<Event, string> = {
  breached: 'took longer than 95 of 100 like it',
  bounced: 'changed hands three times',
  reopened: 'was reopened',
  any: 'any of these three',
  moved: 'changed hands once more',
  missed: 'missed the promise that the log itself keeps',
};

/** The replay as Markdown: how it was done, and how often a card came before. */
export function describeReplay({ tickets, replay, judged, rules }: TodayBench): string {
  const cards = replay.ours.length;
  const byRule = rules.map(({ rule, cards }) => `${cards} of ${rule}`);
  const lines = [
    `${tickets.toLocaleString('en')} tickets, ${replay.mornings} mornings, ${replay.seen.size.toLocaleString('en')} tickets that were open on at least one of them.`,
    `First cards on a ticket: ${cards.toLocaleString('en')} (${byRule.join(', ')}); as many of the same queues and mornings by “oldest ticket first”: ${replay.oldest.length.toLocaleString('en')}.`,
  ];
  return `${lines.join(' ')}

Of 100 first cards, how many came before the ticket …

${table(['', 'cards', '80%', 'oldest first', '80%', 'difference', '80%'], judged.map(shareRow))}

The cards of each rule, of 100

${table(
  ['', 'cards', ...EVENTS.map((event) => WORDS[event])],
  rules.map(({ rule, cards, hits }) => [rule, cards, ...EVENTS.map((event) => hundred(hits[event] / cards))]),
)}

Of 100 tickets to which it happened after their first morning, how many had a card before

${table(
  ['', 'tickets', 'cards', 'oldest first'],
  judged.map(({ event, ours, oldest }) => [
    WORDS[event],
    ours.happened.toLocaleString('en'),
    reached(ours),
    reached(oldest),
  ]),
)}`;
}

const hundred = (share: number) => (100 * share).toFixed(1);
const range = ({ low, high }: { low: number; high: number }) => `${hundred(low)} to ${hundred(high)}`;
const shareOf = ({ hits, cards }: Score) => hundred(hits / Math.max(1, cards));
const reached = ({ reached, happened }: Score) => hundred(reached / Math.max(1, happened));

const shareRow = ({ event, ours, oldest, difference }: Judged) => [
  WORDS[event],
  ...[shareOf(ours), range(ours), shareOf(oldest), range(oldest)],
  ...[hundred(difference.mean), range(difference)],
];
