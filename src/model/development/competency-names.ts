import type { Competency } from '../../records/voice/types.ts';

/** What a competency is called inside a sentence. */
export const COMPETENCY_NAMES: Record<Competency, string> = {
  resolving: 'resolving tickets',
  depth: 'depth',
  durability: 'lasting fixes',
  breadth: 'breadth',
  rescue: 'getting stuck work moving',
  knowledge: 'product and process knowledge',
  communication: 'communication',
  conflict: 'conflict resolution',
  coaching: 'coaching and mentoring',
  'team-building': 'team building',
  motivation: 'motivation to targets',
  outlook: 'the bigger picture',
  fairness: 'fairness and recognition',
};
