import type { Playbook } from '../records/playbook/definitions.ts';
import type { Competency, Side } from '../records/voice/types.ts';
import { sideOf } from './competency-space.ts';
import type { Reading } from './own-readings.ts';

/** What a competency looks like in a week's work, to end "a second person's view of how Tom …". */
const SEEN_AS: Record<Competency, string> = {
  resolving: 'solves tickets',
  depth: 'gets through hard tickets without handing them on',
  durability: 'fixes things so that they stay fixed',
  breadth: 'copes with different areas',
  rescue: 'gets stuck work moving',
  knowledge: 'knows how we do things, and why',
  communication: 'explains things',
  conflict: 'handles an upset client',
  coaching: 'listens when something is wrong',
  'team-building': 'brings a team together',
  motivation: 'keeps people going for a target',
  outlook: 'sees beyond the day',
  fairness: 'shares out work and praise',
};

/** Competencies that the plain questions ask about, in the order in which they are asked. */
export const ASKED: Record<Side, readonly Competency[]> = {
  technical: ['rescue', 'knowledge'],
  people: ['conflict', 'coaching'],
};

/**
 * The cheapest evidence that would tell more about one side of a person: first answers, then a second person's, then more
 * tickets (technical), then a structured assessment.
 */
export function findNextEvidence(
  name: string,
  side: Side,
  readings: readonly Reading[],
  tickets: { have: number; used: boolean },
  playbook: Playbook,
): string {
  const views = readings.filter((one) => sideOf(one.observation.competency) === side);
  const raters = new Set(views.map((one) => one.rater)).size;
  if (raters === 0) {
    const ticketNeed = playbook['tickets.need'];
    if (side === 'technical' && !tickets.used && tickets.have * 2 >= ticketNeed && tickets.have < ticketNeed)
      return `${ticketNeed - tickets.have} more tickets of ${name}`;
    return `somebody's view of how ${name} ${SEEN_AS[ASKED[side][0]!]}`;
  }
  if (raters === 1) {
    const asked = ASKED[side].find((one) => !views.some((view) => view.observation.competency === one));
    const seen = views.length >= 2 ? ASKED[side][0]! : (asked ?? ASKED[side][0]!);
    return `a second person's view of how ${name} ${SEEN_AS[seen]}`;
  }
  return `a structured assessment of ${name}`;
}

/** Words for one competency: "how Tom handles an upset client". */
export function sayCompetency(name: string, competency: Competency): string {
  return `how ${name} ${SEEN_AS[competency]}`;
}
