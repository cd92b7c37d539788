import { type Day, daysBetween } from '../../base/time.ts';
import type { CardProposal } from '../../records/cards/types.ts';
import type { Due } from '../../records/trials/due.ts';
import type { Chart } from '../structure.ts';
import { sayDay } from '../words.ts';
import { within } from './late-tickets.ts';
import type { Rule, RuleInput } from './types.ts';
import { asFirstSentence, asTrigger, called } from './words.ts';

type Told = { trigger: string; first: string; facts: string[]; to: string; label: string };
type Teller = (due: Due, name: string, input: RuleInput) => Told;

const PAGE = (due: Due) => ({ to: `/trials/${due.of}`, label: 'Open the trial' });

/** To whoever decides on the seat. */
const TO_DECIDER: Record<Exclude<Due['kind'], 'decision'>, Teller> = {
  'trial-terms': (due, name) => ({
    trigger: `${name} answered to the trial as ${due.title}: it is your turn.`,
    first: `${name}, I read what you changed; shall we talk it through?`,
    facts: ['Nothing begins until both agree.'],
    ...PAGE(due),
  }),
  'trial-start': (due, name, { day }) =>
    due.day <= day
      ? {
          trigger: `${name}’s trial as ${due.title} was to begin on ${sayDay(due.day)}, and could not.`,
          first: `${name}, something is in the way of your trial; shall we look at it?`,
          facts: ['What is in the way stands on its page. Until it begins nothing changes.'],
          ...PAGE(due),
        }
      : {
          trigger: `${name} begins on trial as ${due.title} on ${sayDay(due.day)}.`,
          first: `${name}, what should we hand over before you begin?`,
          facts: ['Until then nothing changes: their tickets, their hours and the seat stay as they are.'],
          ...PAGE(due),
        },
  'trial-review': (due, name) => ({
    trigger: `${name}’s trial as ${due.title} was to be looked at on ${sayDay(due.day)}.`,
    first: `${name}, how has leading been for you so far, and what would you need?`,
    facts: ['They write first, then you: what you agreed to look for is on the page.'],
    ...PAGE(due),
  }),
  'trial-end': (due, name, { day }) => ({
    trigger: `${name}’s trial as ${due.title} ${due.day < day ? 'was to end' : 'ends'} on ${sayDay(due.day)}: decide together.`,
    first: `${name}, do you want it to go on?`,
    facts: ['They stay, go back, or take longer. Going back keeps team, pay and standing.'],
    ...PAGE(due),
  }),
  acting: (due, name) => ({
    trigger: `${name} acts as ${due.title} until ${sayDay(due.day)}, and nothing is agreed about it.`,
    first: `${name}, what should we both look for until then?`,
    facts: ['A trial has criteria that both agreed on, days to look at it, and a way back.'],
    to: `/trials/new?seat=${due.of}&person=${due.personId}`,
    label: 'Agree on a trial',
  }),
};

/** To whoever tries it: a lead as well, for the time being. */
const TO_PERSON: Teller = (due, _, { day }) => ({
  trigger: `Your trial as ${due.title}: ${sayOwn(due, day)}`,
  first:
    due.kind === 'trial-start'
      ? 'What do I hand over before I begin, and whom do I ask for help?'
      : 'How has it been for me so far, and do I want it to go on?',
  facts: ['You can go back at any time, without saying why.'],
  ...PAGE(due),
});

function sayOwn({ kind, day: on }: Due, day: Day): string {
  if (kind === 'trial-review') return 'your words come first.';
  if (kind !== 'trial-start') return 'it is your turn.';
  return on > day ? `you begin on ${sayDay(on)}.` : `it was to begin on ${sayDay(on)}, and could not.`;
}

/** A trial begins soon, or waits for an answer, a review or its end: for whoever's turn it is, as far as they lead somebody. */
export const trialReview: Rule = {
  rule: 'trial-review',
  propose: (input) => {
    const leads = new Set(input.leads.map(({ leadId }) => leadId));
    return input.due.filter(({ ownerId }) => leads.has(ownerId)).flatMap((due) => cardOf(due, input));
  },
};

function cardOf(due: Due, input: RuleInput): CardProposal[] {
  const { kind, ownerId, personId } = due;
  if (kind === 'decision' || personId === null) return [];
  const name = nameOf(input.chart, due);
  const told = (personId === ownerId ? TO_PERSON : TO_DECIDER[kind])(due, name, input);
  const late = daysBetween(due.day, input.day);
  return [
    {
      leadId: ownerId,
      rule: 'trial-review',
      kind: 'promise',
      subject: kind === 'acting' ? `seat/${due.of}` : `trial/${due.of}`,
      personId,
      trigger: asTrigger(told.trigger),
      firstSentence: asFirstSentence(told.first),
      evidence: {
        facts: told.facts,
        doors: [],
        shares: null,
        best: null,
        links: [],
        page: { to: told.to, label: told.label },
      },
      urgency: within(late >= 0 ? 0.6 + Math.min(0.2, 0.01 * late) : 0.55 + 0.01 * late),
    },
  ];
}

const nameOf = (chart: Chart, { personId }: Due) => (personId === null ? 'somebody' : called(chart, personId));
