import type { Instant } from '../../base/time.ts';
import type { CELL_FACTORS } from '../evidence/types.ts';
import type { PersonId } from '../people/types.ts';

/** What the model of endings compares a ticket by, beside who had it. */
export type HelpFactor = Exclude<(typeof CELL_FACTORS)[number], 'technician'>;
export const HELP_FACTORS: readonly HelpFactor[] = ['client', 'category', 'queue', 'priority', 'band', 'difficulty'];

/** Like tickets that one person handed on and another resolved. */
export type HelpCell = {
  /** Who had it before: who was helped. */
  from: PersonId;
  /** Who resolved it: who helped. */
  to: PersonId;
  /** Levels in the order of HELP_FACTORS; null: tickets that can't be compared. */
  levels: number[] | null;
  n: number;
};

/** Who helped whom in a time, and what else they had to do in it. */
export type HelpFacts = {
  /** When the newest ticket was resolved that had been handed on: the end of the time; null: none ever was. */
  until: Instant | null;
  /** Whether there are any tickets. */
  hasTickets: boolean;
  cells: HelpCell[];
  /** Resolved tickets in that time by who got them first. */
  own: Map<PersonId, number>;
};
