import { type Competency, PEOPLE_COMPETENCIES, TECHNICAL_COMPETENCIES } from '../../records/voice/types.ts';

/** Competencies by other words than their keys; compared without case and signs. */
const NAMES: Record<Competency, readonly string[]> = {
  resolving: ['resolving tickets', 'resolves tickets', 'technical skill'],
  depth: ['technical depth', 'without escalation'],
  durability: ['not reopened', 'lasting fixes', 'quality'],
  breadth: ['technical breadth', 'range'],
  rescue: ['rescues', 'gets stuck work moving', 'jumping in'],
  knowledge: ['product and process knowledge', 'product knowledge', 'process knowledge'],
  communication: ['communicating'],
  conflict: ['conflict resolution', 'resolving conflict', 'resolving conflicts'],
  coaching: ['coaching and mentoring', 'mentoring'],
  'team-building': ['building a team', 'teamwork'],
  motivation: ['motivation to targets', 'motivating'],
  outlook: ['strategic outlook', 'bigger picture', 'strategy'],
  fairness: ['fairness and recognition', 'recognition', 'fair'],
};
const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
const COMPETENCY_OF = new Map(
  [...TECHNICAL_COMPETENCIES, ...PEOPLE_COMPETENCIES].flatMap((key) =>
    [key, ...NAMES[key]].map((name) => [plain(name), key] as const),
  ),
);

/** The competency that a text names; undefined: none that is known. */
export const findCompetency = (text: string): Competency | undefined => COMPETENCY_OF.get(plain(text));
