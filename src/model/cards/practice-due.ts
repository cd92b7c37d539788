import { daysBetween } from '../../base/time.ts';
import type { CardProposal } from '../../records/cards/types.ts';
import type { PlanStepDue } from '../../records/development/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { COMPETENCY_NAMES } from '../../records/voice/words.ts';
import { countOf, sayDay } from '../words.ts';
import { within } from './late-tickets.ts';
import { directLeads } from './leads.ts';
import type { Rule, RuleInput } from './types.ts';
import { asFirstSentence, asTrigger, called } from './words.ts';

/**
 * A step of a plan that a lead is to see to, and that is due: their own practice, or feedback to somebody they lead. Of one
 * plan the step that waits longest, so that a plan is one card and not a list.
 */
export const practiceDue: Rule = {
  rule: 'practice-due',
  propose: (input) => {
    const led = directLeads(input.leads);
    const leading = new Set(input.leads.map(({ leadId }) => leadId));
    const first = new Map<string, PlanStepDue>();
    for (const step of input.planSteps) {
      const key = `${step.ownerId}/${step.personId}`;
      const theirs = step.ownerId === step.personId || led.get(step.personId)?.leadId === step.ownerId;
      if (leading.has(step.ownerId) && theirs && input.chart.person.has(step.personId) && !first.has(key))
        first.set(key, step);
    }
    return [...first.values()].map((step) => proposal(step, input));
  },
};

const WHAT: Record<PlanStepDue['kind'], string> = {
  'measure-before': 'a first view',
  training: 'a training',
  practice: 'a practice',
  feedback: 'feedback to a try',
  'measure-after': 'a second view',
};

function proposal(step: PlanStepDue, { chart, day }: RuleInput): CardProposal {
  const late = daysBetween(step.day, day);
  const own = step.ownerId === step.personId;
  const name = called(chart, step.personId);
  const when = late === 0 ? 'Due today' : `Due since ${sayDay(step.day)}`;
  const whose = own ? 'your plan' : `${name}’s plan`;
  return {
    leadId: step.ownerId,
    rule: 'practice-due',
    kind: 'promise',
    subject: `plan-step/${step.stepId}`,
    personId: own ? null : step.personId,
    trigger: asTrigger(`${when}, ${WHAT[step.kind]} in ${whose} (${COMPETENCY_NAMES[step.competency]}): ${step.text}`),
    firstSentence: asFirstSentence(own ? OWN[step.kind] : THEIRS[step.kind](name)),
    evidence: {
      facts: [
        late === 0
          ? 'You two agreed on today.'
          : `You two agreed on it; it is ${countOf(late, 'day', 'days')} past its day.`,
        'It can be moved or dropped with a reason.',
      ],
      doors: [],
      shares: null,
      best: null,
      links: [linkOf(step, own)],
    },
    urgency: within(0.45 + Math.min(0.2, 0.01 * late)),
  };
}

const linkOf = ({ caseId, personId }: { caseId: string | null; personId: PersonId }, own: boolean) => {
  if (!own) return { href: `/development/${personId}`, label: 'Open the plan' };
  if (caseId !== null) return { href: `/me/plan/practice/${caseId}`, label: 'Open the case' };
  return { href: '/me/plan', label: 'Open my plan' };
};

const OWN: Record<PlanStepDue['kind'], string> = {
  'measure-before': 'Whom could you ask for their view before you begin?',
  training: 'What would it take to have this hour this week?',
  practice: 'Where this week could you try it once?',
  feedback: 'Who saw your last try and could say what worked?',
  'measure-after': 'Whom did you ask before, and could you ask them again?',
};

const THEIRS: Record<PlanStepDue['kind'], (name: string) => string> = {
  'measure-before': (name) => `${name}, may I say how I see it before you begin?`,
  training: (name) => `${name}, what would make room for this training?`,
  practice: (name) => `${name}, where could you try it this week, and what would help?`,
  feedback: (name) => `${name}, how did your last try go, from where you stood?`,
  'measure-after': (name) => `${name}, what has changed for you since you began?`,
};
