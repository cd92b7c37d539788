import type { CardProposal, CardRule } from '../../records/cards/types.ts';
import { areaStuck } from './area-stuck.ts';
import { clientWears } from './client-wears.ts';
import { conditionsChanged } from './conditions.ts';
import { decisionReview } from './decision-review.ts';
import { teamDirection } from './direction.ts';
import { growthStep } from './growth-step.ts';
import { leftToIt } from './left-to-it.ts';
import { mentorSession } from './mentor-session.ts';
import { oneOnOne } from './one-on-one.ts';
import { practiceDue } from './practice-due.ts';
import { stepDue } from './step-due.ts';
import { ticketBounces } from './ticket-bounces.ts';
import { ticketLate } from './ticket-late.ts';
import { trialReview } from './trial-review.ts';
import type { Rule, RuleInput } from './types.ts';

/** Everything that makes cards; a new rule is a file of its own and a line here. */
export const RULES: readonly Rule[] = [
  ticketLate,
  ticketBounces,
  areaStuck,
  leftToIt,
  trialReview,
  decisionReview,
  stepDue,
  oneOnOne,
  mentorSession,
  clientWears,
  conditionsChanged,
  practiceDue,
  growthStep,
  teamDirection,
];

const isOn = ({ playbook }: RuleInput, rule: CardRule) => playbook[`today.rule.${rule}`] >= 0.5;

/** What could be said this morning, by every rule that is switched on. */
export function proposeCards(input: RuleInput): CardProposal[] {
  return RULES.filter(({ rule }) => isOn(input, rule)).flatMap(({ propose }) => propose(input));
}
