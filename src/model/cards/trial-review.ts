import { daysBetween } from '../../base/time.ts';
import type { CardProposal } from '../../records/cards/types.ts';
import { isFilled, placeName } from '../structure.ts';
import { sayDay } from '../words.ts';
import { within } from './late-tickets.ts';
import type { Rule } from './types.ts';
import { asFirstSentence, asTrigger, called } from './words.ts';

/** Somebody acts in a seat until a day that is near or over: for the lead of whoever acts. */
export const trialReview: Rule = {
  rule: 'trial-review',
  propose: ({ day, chart, leads, playbook }) =>
    chart.structure.seats.flatMap((seat): CardProposal[] => {
      const until = seat.actingUntil;
      const above = leads.find(({ seatIds }) => seat.reportsTo !== null && seatIds.includes(seat.reportsTo));
      if (!isFilled(seat) || until === null || above === undefined || above.leadId === seat.holderId) return [];
      const left = daysBetween(day, until);
      if (left > playbook['today.trial-ahead']) return [];
      const name = called(chart, seat.holderId);
      const place = placeName(chart, seat);
      const when = left < 0 ? `was to end on ${sayDay(until)}` : `ends on ${sayDay(until)}`;
      return [
        {
          leadId: above.leadId,
          rule: 'trial-review',
          kind: 'promise',
          subject: `seat/${seat.seatId}`,
          personId: seat.holderId,
          trigger: asTrigger(`${name}’s trial as lead of ${place} ${when}: look at it together, then decide.`),
          firstSentence: asFirstSentence(
            `${name}, how has leading ${place} been for you, and do you want it to go on?`,
          ),
          evidence: {
            facts: [
              `Acting since ${seat.heldSince === null ? 'a day that isn’t known' : sayDay(seat.heldSince)}, until ${sayDay(until)}.`,
              'What they say first, then what you saw. Either answer is fine.',
            ],
            doors: [
              { ref: `strength/${seat.holderId}/people`, label: 'What is known of leading people' },
              { ref: `strength/${seat.holderId}/technical`, label: 'What is known of knowing the work' },
            ],
            shares: null,
            best: null,
            links: [],
          },
          urgency: within(left < 0 ? 0.75 : 0.55 - 0.01 * left),
        },
      ];
    }),
};
