import { type Day, dayOf, daysBetween } from '../../base/time.ts';
import type { CardProposal } from '../../records/cards/types.ts';
import type { Rhythm } from '../../records/oneonones/types.ts';
import { capitalise, countOf } from '../words.ts';
import { within } from './late-tickets.ts';
import type { Rule, RuleInput } from './types.ts';
import { asFirstSentence, asTrigger, called } from './words.ts';

/** Skipped so often in a row, it is a habit. */
const HABIT = 2;

/**
 * A 1:1 that is today, that was skipped twice in a row, or that is longer ago than the two agreed. Of those of a lead that
 * are late one card comes, for whom it has been longest, and one of those today: a day has room for other things too.
 */
export const oneOnOne: Rule = {
  rule: 'one-on-one',
  propose: (input) => {
    const found = input.talks.flatMap((pair) => dueIn(pair, input) ?? []);
    const groups = Map.groupBy(found, ({ pair, due }) => `${pair.leadId} ${due.isToday}`);
    return [...groups.values()].map((group) => {
      const [first] = group.toSorted((a, b) => b.due.urgency - a.due.urgency || whenOf(a.pair) - whenOf(b.pair));
      return proposal(first!, group.length - 1, input.day);
    });
  },
};

type Found = { pair: Rhythm; due: Due };

function dueIn(pair: Rhythm, { day, chart, leads }: RuleInput): Found | null {
  const isLead = leads.some(({ leadId }) => leadId === pair.leadId);
  const due = isLead && chart.person.has(pair.memberId) ? dueOf(pair, called(chart, pair.memberId), day) : null;
  return due === null ? null : { pair, due };
}

/** Today the earlier, else whoever was met longest ago. */
const whenOf = ({ nextAt, lastHeldAt }: Rhythm): number => nextAt ?? lastHeldAt ?? 0;

function proposal({ pair, due }: Found, others: number, day: Day): CardProposal {
  return {
    leadId: pair.leadId,
    rule: 'one-on-one',
    kind: 'promise',
    subject: `pair/${pair.pairId}`,
    personId: pair.memberId,
    trigger: asTrigger(due.trigger),
    firstSentence: asFirstSentence(due.ask),
    evidence: {
      facts: [
        sayLast(pair, day),
        `You two agreed on one every ${countOf(pair.everyDays, 'day', 'days')}.`,
        ...(others > 0
          ? [
              `${capitalise(countOf(others, 'other 1:1', 'other 1:1s'))} of yours ${others === 1 ? 'is' : 'are'} ${due.isToday ? 'today' : 'late'} too.`,
            ]
          : []),
      ],
      doors: [],
      shares: null,
      best: null,
      links: [
        { href: `/one-on-ones/${pair.pairId}`, label: 'Open the 1:1' },
        ...(others > 0 ? [{ href: '/one-on-ones', label: 'All your 1:1s' }] : []),
      ],
    },
    urgency: within(due.urgency),
  };
}

type Due = { trigger: string; ask: string; urgency: number; isToday: boolean };

function dueOf(pair: Rhythm, name: string, day: Day): Due | null {
  const { skippedInRow, everyDays } = pair;
  const next = pair.nextAt === null ? null : dayOf(pair.nextAt, pair.zone);
  if (next === day)
    return {
      trigger: `You meet ${name} today.`,
      ask: `${name}, what would you like to talk about today?`,
      urgency: skippedInRow >= HABIT ? 0.75 : 0.6,
      isToday: true,
    };
  const ask = `${name}, when would a talk suit you this week?`;
  if (skippedInRow >= HABIT)
    return {
      trigger: `Your 1:1 with ${name} was skipped ${sayTimes(skippedInRow)} in a row.`,
      ask,
      urgency: 0.7,
      isToday: false,
    };
  const late = daysBetween(lastDay(pair), day) - everyDays;
  if (late <= 0 || (next !== null && next > day && daysBetween(day, next) <= everyDays && late < everyDays))
    return null;
  return {
    trigger: `Your 1:1 with ${name} is ${countOf(late, 'day', 'days')} late.`,
    ask,
    urgency: 0.5 + Math.min(0.2, 0.01 * late),
    isToday: false,
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
