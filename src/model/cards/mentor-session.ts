import type { CardProposal } from '../../records/cards/types.ts';
import type { MentoringRhythm } from '../../records/mentoring/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { type MentoringDue, mentoringDue, sayMentoringDue } from '../development/mentoring-due.ts';
import { countOf } from '../words.ts';
import { within } from './late-tickets.ts';
import type { Rule, RuleInput } from './types.ts';
import { asFirstSentence, asTrigger, called } from './words.ts';

/**
 * What is due of a mentoring: a session today or not closed, the word half-way, none for long, its last day. For either of the
 * two who leads; whoever leads nobody finds it on their own page and in their mail. One card a pair and person.
 */
export const mentorSession: Rule = {
  rule: 'mentor-session',
  propose: (input) =>
    input.mentorings.flatMap((pair) =>
      [pair.mentorId, pair.menteeId].flatMap((personId) => cardOf(pair, personId, input) ?? []),
    ),
};

const URGENCY: Record<Exclude<MentoringDue['kind'], 'next'>, number> = {
  ...{ today: 0.55, 'not-closed': 0.45, 'half-way': 0.45, quiet: 0.4, over: 0.4 },
};

function cardOf(
  pair: MentoringRhythm,
  leadId: PersonId,
  { day, chart, leads, playbook }: RuleInput,
): CardProposal | null {
  const [due] = mentoringDue(pair, leadId, day, playbook);
  if (due === undefined || due.kind === 'next' || !chart.person.has(due.otherId)) return null;
  if (!leads.some((one) => one.leadId === leadId)) return null;
  const name = called(chart, due.otherId);
  return {
    leadId,
    rule: 'mentor-session',
    kind: 'promise',
    subject: `mentoring/${pair.pairId}`,
    personId: due.otherId,
    trigger: asTrigger(sayMentoringDue(due, name)),
    firstSentence: asFirstSentence(ask(due, name)),
    evidence: {
      facts: [sayHeld(pair), 'You two agreed on it. Either can end it on any day, without a reason.'],
      doors: [{ ref: 'playbook/mentoring.quiet', label: 'When it is long' }],
      shares: null,
      best: null,
      links: [{ href: `/mentoring/${pair.pairId}`, label: 'Open the mentoring' }],
    },
    urgency: within(URGENCY[due.kind]),
  };
}

function ask({ kind, side }: MentoringDue, name: string): string {
  if (kind === 'half-way') return `${name}, what has helped so far, and what should we do differently?`;
  if (kind === 'over') return `${name}, what has it brought you, and what is still open?`;
  if (kind === 'not-closed') return `${name}, when shall we meet next?`;
  if (kind === 'today')
    return side === 'mentor'
      ? `${name}, what have you tried since last time, and what came of it?`
      : `${name}, this is what I tried since last time, and what came of it.`;
  return side === 'mentor'
    ? `${name}, does it still help you, and when would a session suit you?`
    : `${name}, I would like to go on: when would a session suit you?`;
}

const sayHeld = ({ held }: MentoringRhythm) =>
  held === 0
    ? 'You two have not met for one yet.'
    : `You two have met ${held === 1 ? 'once' : countOf(held, 'time', 'times')} so far.`;
