import { COMPETENCY_OF } from '../../model/outcome-readings.ts';
import type { PlaybookKey } from '../../records/playbook/definitions.ts';
import type { Competency } from '../../records/voice/types.ts';

/** What of a person's tickets an estimate is made of, as references name it: `parts/12/minutes`. */
export type TicketPart = 'minutes' | keyof typeof COMPETENCY_OF;

/** Parts that can be taken apart: a model compares them ticket by ticket. */
const MADE_OF = ['minutes', 'kept', 'lasted', 'satisfied'] as const satisfies readonly TicketPart[];
export type MadeOf = (typeof MADE_OF)[number];

/** Whether an outcome can be taken apart. */
export const isMadeOf = (part: string): part is MadeOf => (MADE_OF as readonly string[]).includes(part);

type PartWords = {
  /** As a source: "how long 412 tickets took". */
  source: (tickets: number) => string;
  /** Title of the panel that takes it apart. */
  title: string;
  /** What it stands on: the model and where it is from. */
  basis: string;
  limits: readonly string[];
  rules: readonly PlaybookKey[];
};

const RULES: readonly PlaybookKey[] = ['tickets.need', 'tickets.hidden-difficulty', 'tickets.usual-difference'];
const HIDDEN = 'Tickets that look alike here may have differed in difficulty that only the dispatcher saw.';
const CLOSER = 'A ticket counts for whoever got it first. Who closed it never counts: closers are selected.';
const CHANCES =
  'Chances: a mixed logistic model (Laplace) with area, priority, part of the day, client and queue taken out, as the Rasch model of De Boeck and others 2011, JSS 39(12).';
const tickets = (count: number) => `${count} ${count === 1 ? 'ticket' : 'tickets'}`;

/** How each outcome of tickets is called, and what it can't tell. */
export const PART_WORDS: Record<TicketPart, PartWords> = {
  minutes: {
    source: (count) => `how long ${tickets(count)} took`,
    title: 'time on tickets',
    basis:
      'Ticket effects: crossed mixed model on log minutes with area, priority, hour and client taken out (Bates and others 2015, JSS 67(1)), with the full prediction error of Henderson.',
    limits: [HIDDEN, CLOSER],
    rules: ['tickets.need', 'tickets.hidden-difficulty', 'tickets.origin-variance'],
  },
  kept: {
    source: (count) => `how many of ${tickets(count)} were kept`,
    title: 'tickets kept, not handed on',
    basis: CHANCES,
    limits: [
      HIDDEN,
      CLOSER,
      'Handing a ticket on can be the right thing to do; here it only says that somebody else resolved it.',
    ],
    rules: [...RULES, 'tickets.day-starts', 'tickets.day-ends'],
  },
  lasted: {
    source: (count) => `how many of ${tickets(count)} came back`,
    title: 'tickets that stay solved',
    basis: CHANCES,
    limits: [HIDDEN, CLOSER, 'A ticket that was opened anew under another number is not seen as one that came back.'],
    rules: [...RULES, 'tickets.day-starts', 'tickets.day-ends'],
  },
  satisfied: {
    source: (count) => `what clients said of ${tickets(count)}`,
    title: 'satisfied clients',
    basis: CHANCES,
    limits: [
      'Clients judge how they were talked to, not how somebody leads: so this counts little beside what colleagues say.',
      'Only clients who answered are counted.',
      CLOSER,
    ],
    rules: ['tickets.need', 'tickets.satisfied-from', 'tickets.satisfaction-spread'],
  },
  breadth: {
    source: (count) => `the areas of ${tickets(count)}`,
    title: 'areas',
    basis:
      'Effective number of areas: exp of the entropy over the areas of tickets that somebody got first and brought to an end (Hill 1973, Ecology 54, 427–432), freed of what few tickets leave out of it (Miller 1955).',
    limits: [
      'Work is routed: whoever is only handed tickets of few areas can show no more, whatever they could do.',
      CLOSER,
    ],
    rules: ['tickets.need', 'tickets.given-spread'],
  },
  rescue: {
    source: (count) => `what they rescued for others, beside ${tickets(count)} of their own`,
    title: 'rescued tickets',
    basis: 'A ticket that others had handed on counts by how unlikely it was to be resolved where it was.',
    limits: ['Work is routed: whoever nobody hands anything to can rescue nothing.', HIDDEN],
    rules: ['tickets.need', 'tickets.given-spread', 'help.months'],
  },
};

/** Which outcome of tickets reads a competency; undefined: none does. */
export function partOf(competency: Competency): TicketPart | undefined {
  if (competency === 'resolving') return 'minutes';
  return (Object.keys(COMPETENCY_OF) as (keyof typeof COMPETENCY_OF)[]).find(
    (outcome) => COMPETENCY_OF[outcome] === competency,
  );
}

/** The competency that an outcome reads. */
export function competencyOf(part: TicketPart): Competency {
  return part === 'minutes' ? 'resolving' : COMPETENCY_OF[part];
}
