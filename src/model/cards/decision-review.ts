import { daysBetween } from '../../base/time.ts';
import type { CardProposal } from '../../records/cards/types.ts';
import { sayDay } from '../words.ts';
import { within } from './late-tickets.ts';
import type { Rule } from './types.ts';
import { asFirstSentence, asTrigger, called } from './words.ts';

/** A decision is to be looked back on: for whoever decides on the seat now, as far as they lead somebody. */
export const decisionReview: Rule = {
  rule: 'decision-review',
  propose: ({ day, chart, leads, due, playbook }) =>
    due
      .filter(({ kind, ownerId }) => kind === 'decision' && leads.some(({ leadId }) => leadId === ownerId))
      .map(({ of, ownerId, personId, title, day: since }): CardProposal => {
        const months = Math.round(playbook['journal.review-months']);
        return {
          leadId: ownerId,
          rule: 'decision-review',
          kind: 'promise',
          subject: `decision/${of}`,
          personId,
          trigger: asTrigger(`What became of the decision on ${title}? To be looked back on since ${sayDay(since)}.`),
          firstSentence: asFirstSentence(
            personId === null || personId === ownerId
              ? 'Would I decide so again, and what did I not see then?'
              : `${called(chart, personId)}, how has it been for you since then, and what would have helped?`,
          ),
          evidence: {
            facts: [`Decisions are looked at again after ${months} months, with our advice as it was beside them.`],
            ...{ doors: [], shares: null, best: null, links: [] },
            page: { to: `/journal/${of}`, label: 'Look back on it' },
          },
          urgency: within(0.4 + Math.min(0.2, 0.002 * daysBetween(since, day))),
        };
      }),
};
