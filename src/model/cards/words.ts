import { type Day, dayOf } from '../../base/time.ts';
import type { Desk, DeskTicket } from '../../records/desk/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Chart } from '../structure.ts';
import { countOf, sayDay } from '../words.ts';
import type { Standing } from './late.ts';
import type { RuleInput } from './types.ts';

const MOST_TRIGGER = 500;
const MOST_SENTENCE = 300;

/** Cuts a text to what a card holds; a name from outside may be long. */
const cut = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);
export const asTrigger = (text: string): string => cut(text, MOST_TRIGGER);
export const asFirstSentence = (text: string): string => cut(text, MOST_SENTENCE);

/** Working time as one says it: "40 minutes", "5 hours", "3 working days". */
export function sayWorkingTime(minutes: number, { playbook }: Pick<RuleInput, 'playbook'>): string {
  const day = Math.max(1, playbook['tickets.day-ends'] - playbook['tickets.day-starts']) * 60;
  if (minutes < 60) return countOf(Math.max(1, Math.round(minutes)), 'minute', 'minutes');
  if (minutes < 1.5 * day) return countOf(Math.round(minutes / 60), 'working hour', 'working hours');
  return countOf(Math.round(minutes / day), 'working day', 'working days');
}

/** "INC0001 (Email, Acme)": its title is never stored. */
export function nameTicket({ number, areaId, clientId }: DeskTicket, { areas, clients }: Desk): string {
  const about = [areaId !== null && areas.get(areaId), clientId !== null && clients.get(clientId)].filter(Boolean);
  return about.length > 0 ? `${number} (${about.join(', ')})` : number;
}

/** What a sentence calls somebody. */
export const called = (chart: Chart, id: PersonId): string => chart.called.get(id) ?? 'somebody';

const hundred = (share: number) => Math.round(100 * share);

/** How long it is open, and how long like ones take. */
export function sayLate(ticket: DeskTicket, standing: Standing & { lateAt: number }, input: RuleInput): string {
  const { desk, playbook } = input;
  const open = sayWorkingTime(ticket.minutes, input);
  const like = sayWorkingTime(standing.lateAt, input);
  const share = hundred(playbook['today.late-beyond']);
  return `${nameTicket(ticket, desk)} has been open for ${open}; ${share} of 100 tickets like it are done within ${like}.`;
}

/** What it was compared with. */
export function sayLike({ like, n }: Standing, { areaId, priority }: DeskTicket, { desk }: RuleInput): string {
  const area = (areaId !== null && desk.areas.get(areaId)) || 'this area';
  const which = like === 'area' ? area : `${area}, priority ${priority}`;
  return `Compared with ${n} resolved tickets of ${which}, by working time from opening to first resolution.`;
}

/** Who has it, since when, and how often it changed hands. */
export function sayHands({ holderId, heldSince, changes, waits }: DeskTicket, { chart }: RuleInput): string[] {
  const since: Day | null = heldSince === null ? null : dayOf(heldSince);
  return [
    holderId === null
      ? 'Nobody has it.'
      : `${called(chart, holderId)} has it${since === null ? '' : ` since ${sayDay(since)}`}.`,
    ...(changes > 0
      ? [`It changed hands or queue ${changes === 1 ? 'once' : `${countOf(changes, 'time', 'times')}`}.`]
      : []),
    ...(waits ? ['It waits for somebody else.'] : []),
  ];
}
