import type { CardProposal } from '../../records/cards/types.ts';
import { longWithout, sayWhile, type WithoutStep } from '../conditions-steps.ts';
import { sayDay, sayMonth } from '../words.ts';
import { directLeads } from './leads.ts';
import type { Lead, Rule, RuleInput } from './types.ts';
import { asFirstSentence, asTrigger, called } from './words.ts';

/** Somebody has had no growth step for long: their lead's own duty, so it is said by person, to that lead alone. */
export const growthStep: Rule = {
  rule: 'growth-step',
  propose: (input) => {
    const { conditions, chart, playbook } = input;
    if (conditions === null) return [];
    const without = longWithout(chart.structure.people, conditions, playbook['today.without-step']);
    const direct = directLeads(input.leads);
    return without.flatMap((one) => {
      const lead = direct.get(one.personId);
      return lead === undefined ? [] : [proposal(lead, one, input)];
    });
  },
};

/** It can wait for a day with room. */
const URGENCY = 0.2;

function proposal(
  lead: Lead,
  { personId, since }: WithoutStep,
  { chart, playbook, conditions }: RuleInput,
): CardProposal {
  const name = called(chart, personId);
  const noted = conditions!.stepsSince!;
  return {
    leadId: lead.leadId,
    rule: 'growth-step',
    kind: 'listen',
    subject: `person/${personId}`,
    personId,
    trigger: asTrigger(`No growth step of ${name} is noted for more than ${sayWhile(playbook['today.without-step'])}.`),
    firstSentence: asFirstSentence(`${name}, what would you like to learn or take on next, and what would it take?`),
    evidence: {
      facts: [
        since === null ? 'None is noted so far.' : `The last one was on ${sayDay(since)} ${since.slice(0, 4)}.`,
        `Growth steps are noted here since ${sayMonth(noted)}. If there was one, note it under Working conditions.`,
      ],
      doors: [{ ref: 'playbook/today.without-step', label: 'When it is long' }],
      shares: null,
      best: null,
      links: [],
    },
    urgency: URGENCY,
  };
}
