import { type Day, dayOf, daysBetween } from '../../base/time.ts';
import type { CardProposal } from '../../records/cards/types.ts';
import type { Rhythm } from '../../records/oneonones/types.ts';
import { countOf } from '../words.ts';
import { within } from './late-tickets.ts';
import type { Rule, RuleInput } from './types.ts';
import { asFirstSentence, asTrigger, called } from './words.ts';

/** Skipped so often in a row, it is a habit. */
const HABIT = 2;

/** A 1:1 that is today, that was skipped twice in a row, or that is longer ago than the two agreed; one card a pair. */
export const oneOnOne: Rule = {
  rule: 'one-on-one',
  propose: (input) => input.talks.flatMap((pair) => cardOf(pair, input) ?? []),
};

function cardOf(pair: Rhythm, { day, chart, leads }: RuleInput): CardProposal | null {
  const lead = leads.find(({ leadId }) => leadId === pair.leadId);
  const due = lead && chart.person.has(pair.memberId) ? dueOf(pair, called(chart, pair.memberId), day) : null;
  if (due === null) return null;
  return {
    leadId: pair.leadId,
    rule: 'one-on-one',
    kind: 'promise',
    subject: `pair/${pair.pairId}`,
    personId: pair.memberId,
    trigger: asTrigger(due.trigger),
    firstSentence: asFirstSentence(due.ask),
    evidence: {
      facts: [sayLast(pair, day), `You two agreed on one every ${countOf(pair.everyDays, 'day', 'days')}.`],
      doors: [],
      shares: null,
      best: null,
      links: [{ href: `/one-on-ones/${pair.pairId}`, label: 'Open the 1:1' }],
    },
    urgency: within(due.urgency),
  };
}

type Due = { trigger: string; ask: string; urgency: number };

function dueOf(pair: Rhythm, name: string, day: Day): Due | null {
  const { skippedInRow, everyDays } = pair;
  const next = pair.nextAt === null ? null : dayOf(pair.nextAt, pair.zone);
  if (next === day)
    return {
      trigger: `You meet ${name} today.`,
      ask: `${name}, what would you like to talk about today?`,
      urgency: skippedInRow >= HABIT ? 0.75 : 0.6,
    };
  const ask = `${name}, when would a talk suit you this week?`;
  if (skippedInRow >= HABIT)
    return { trigger: `Your 1:1 with ${name} was skipped ${sayTimes(skippedInRow)} in a row.`, ask, urgency: 0.7 };
  const late = daysBetween(lastDay(pair), day) - everyDays;
  if (late <= 0 || (next !== null && next > day && daysBetween(day, next) <= everyDays && late < everyDays))
    return null;
  return {
    trigger: `Your 1:1 with ${name} is ${countOf(late, 'day', 'days')} late.`,
    ask,
    urgency: 0.5 + Math.min(0.2, 0.01 * late),
  };
}

/** When they met last; before the first time, when they began. */
const lastDay = ({ lastHeldAt, beganOn, zone }: Rhythm): Day =>
  lastHeldAt === null ? beganOn : dayOf(lastHeldAt, zone);

const sayTimes = (times: number) => (times === 2 ? 'twice' : countOf(times, 'time', 'times'));

function sayLast(pair: Rhythm, day: Day): string {
  if (pair.lastHeldAt === null) return 'You two have not met for one yet.';
  const days = daysBetween(lastDay(pair), day);
  return days === 0 ? 'You met today already.' : `You last met ${countOf(days, 'day', 'days')} ago.`;
}
