import type { AnswerRow } from './contract.ts';

/** How an answer stands. */
export const sayStanding = (state: AnswerRow['state']): string =>
  ({ kept: 'not sent', sent: 'waits to be read', scored: 'read' })[state];

/** What each level means in a word; 1 is an answer that misses the case. */
export const LEVEL_WORDS: Record<number, string> = {
  1: 'misses the case',
  2: 'learning',
  3: 'solid',
  4: 'strong',
  5: 'outstanding',
};
