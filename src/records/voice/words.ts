import type { Competency } from './types.ts';

/** What a competency is called inside a sentence; on the profile with a capital. */
export const COMPETENCY_NAMES: Record<Competency, string> = {
  resolving: 'resolving',
  depth: 'depth',
  durability: 'durability',
  breadth: 'breadth',
  rescue: 'getting stuck work moving',
  knowledge: 'product and process',
  communication: 'communication',
  conflict: 'conflict resolution',
  coaching: 'coaching and mentoring',
  'team-building': 'team building',
  motivation: 'motivation to targets',
  outlook: 'the bigger picture',
  fairness: 'fairness and recognition',
};
