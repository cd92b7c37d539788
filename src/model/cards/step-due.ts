import { daysBetween } from '../../base/time.ts';
import type { CardProposal, StepDue } from '../../records/cards/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { countOf, sayDay } from '../words.ts';
import { within } from './late-tickets.ts';
import type { Rule } from './types.ts';
import { asFirstSentence, asTrigger, called } from './words.ts';

/** A next step that a lead took on and that is due. */
export const stepDue: Rule = {
  rule: 'step-due',
  propose: ({ day, chart, leads, steps }) =>
    steps
      .filter(({ ownerId }) => leads.some(({ leadId }) => leadId === ownerId))
      .map(({ key, ownerId, due, text }): CardProposal => {
        const late = daysBetween(due, day);
        const about = personOf({ key });
        const person = about !== null && chart.person.has(about) ? about : null;
        return {
          leadId: ownerId,
          rule: 'step-due',
          kind: 'promise',
          subject: `step/${key}`.slice(0, 80),
          personId: person,
          trigger: asTrigger(`Due ${late === 0 ? 'today' : `since ${sayDay(due)}`}: ${text}`),
          firstSentence: asFirstSentence(
            person === null
              ? 'Is this still the right step, and what would it take to do it today?'
              : `${called(chart, person)}, do you have ten minutes for me today?`,
          ),
          evidence: {
            facts: [
              late === 0
                ? 'You took it on for today.'
                : `You took it on; it is ${countOf(late, 'day', 'days')} past its day.`,
            ],
            doors: [],
            shares: null,
            best: null,
            links: [],
          },
          urgency: within(0.5 + Math.min(0.2, 0.01 * late)),
        };
      }),
};

/** A step's key says whom it is about: `ask/3/12`; 0: nobody. */
function personOf({ key }: Pick<StepDue, 'key'>): PersonId | null {
  const id = Number(key.split('/')[2] ?? 0);
  return Number.isSafeInteger(id) && id > 0 ? (id as PersonId) : null;
}
