import type { Competency } from '../../records/voice/types.ts';

/** What panels call a competency. */
export const COMPETENCY_WORDS: Record<Competency, string> = {
  resolving: 'resolving',
  depth: 'depth',
  durability: 'durability',
  breadth: 'breadth',
  rescue: 'rescue',
  knowledge: 'product and process knowledge',
  communication: 'communication',
  conflict: 'conflict resolution',
  coaching: 'coaching and mentoring',
  'team-building': 'team building',
  motivation: 'motivation to targets',
  outlook: 'strategic outlook',
  fairness: 'fairness and recognition',
};
