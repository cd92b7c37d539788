import { dayOf, daysBetween } from '../../base/time.ts';
import type { CardProposal } from '../../records/cards/types.ts';
import type { MentoringRhythm } from '../../records/mentoring/types.ts';
import { countOf } from '../words.ts';
import { within } from './late-tickets.ts';
import type { Rule, RuleInput } from './types.ts';
import { asFirstSentence, asTrigger, called } from './words.ts';

/** A mentoring session that is today or was not closed, or none for long: for a mentor who leads. One card a pair. */
export const mentorSession: Rule = {
  rule: 'mentor-session',
  propose: (input) => input.mentorings.flatMap((pair) => cardOf(pair, input) ?? []),
};

function cardOf(pair: MentoringRhythm, { day, chart, leads, playbook }: RuleInput): CardProposal | null {
  const { pairId, mentorId, menteeId } = pair;
  if (!leads.some(({ leadId }) => leadId === mentorId) || !chart.person.has(menteeId)) return null;
  const name = called(chart, menteeId);
  const due = dueOf(pair, name, day, playbook['mentoring.quiet'] * 7);
  if (due === null) return null;
  return {
    leadId: mentorId,
    rule: 'mentor-session',
    kind: 'promise',
    subject: `mentoring/${pairId}`,
    personId: menteeId,
    trigger: asTrigger(due.trigger),
    firstSentence: asFirstSentence(due.ask),
    evidence: {
      facts: [sayHeld(pair), 'You two agreed on it. Either can end it on any day, without a reason.'],
      doors: [{ ref: 'playbook/mentoring.quiet', label: 'When it is long' }],
      shares: null,
      best: null,
      links: [{ href: `/mentoring/${pairId}`, label: 'Open the mentoring' }],
    },
    urgency: within(due.urgency),
  };
}

type Due = { trigger: string; ask: string; urgency: number };

function dueOf(pair: MentoringRhythm, name: string, day: RuleInput['day'], quietDays: number): Due | null {
  const { nextAt, nextZone, lastHeldAt, beganOn } = pair;
  if (nextAt !== null) {
    const left = daysBetween(day, dayOf(nextAt, nextZone ?? 'UTC'));
    if (left === 0)
      return {
        trigger: `You meet ${name} today, as their mentor.`,
        ask: `${name}, what have you tried since last time, and what came of it?`,
        urgency: 0.55,
      };
    if (left > 0) return null;
    return {
      trigger: `Your mentoring session with ${name} was ${countOf(-left, 'day', 'days')} ago: say whether you met.`,
      ask: `${name}, when shall we meet next?`,
      urgency: 0.45,
    };
  }
  const since = daysBetween(lastHeldAt === null ? beganOn : dayOf(lastHeldAt), day);
  if (since < quietDays) return null;
  return {
    trigger: `You and ${name} have had no mentoring session for ${countOf(Math.floor(since / 7), 'week', 'weeks')}, and none is planned.`,
    ask: `${name}, does it still help you, and when would a session suit you?`,
    urgency: 0.4,
  };
}

const sayHeld = ({ held }: MentoringRhythm) =>
  held === 0
    ? 'You two have not met for one yet.'
    : `You two have met ${held === 1 ? 'once' : countOf(held, 'time', 'times')} so far.`;
