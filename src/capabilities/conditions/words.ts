import type { Feeling } from '../../records/conditions/types.ts';

/** What somebody can say, to end "It goes". */
export const FEELING_WORDS: Record<Feeling, string> = {
  fine: 'fine',
  'could-be-better': 'could be better',
  unhappy: 'I am unhappy',
};
