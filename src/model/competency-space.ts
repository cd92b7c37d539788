import type { Playbook } from '../records/playbook/definitions.ts';
import {
  COMPETENCIES_OF,
  type Competency,
  PEOPLE_COMPETENCIES,
  type Side,
  TECHNICAL_COMPETENCIES,
} from '../records/voice/types.ts';

/** All competencies in the order of every vector here: technical first. */
export const COMPETENCIES: readonly Competency[] = [...TECHNICAL_COMPETENCIES, ...PEOPLE_COMPETENCIES];
/** Coordinates of a person: one per competency. */
export const DIMENSIONS = COMPETENCIES.length;
/** The coordinate that tickets read. */
export const RESOLVING = COMPETENCIES.indexOf('resolving');
export const SIDES: readonly Side[] = ['technical', 'people'];

const PLACE = new Map(COMPETENCIES.map((competency, at) => [competency, at]));

/** Coordinate of a competency. */
export function coordinateOf(competency: Competency): number {
  return PLACE.get(competency)!;
}

/** Which side a competency belongs to. */
export function sideOf(competency: Competency): Side {
  return coordinateOf(competency) < TECHNICAL_COMPETENCIES.length ? 'technical' : 'people';
}

/** First coordinate of a side, and the one after its last. */
export function spanOf(side: Side): [number, number] {
  const first = side === 'technical' ? 0 : TECHNICAL_COMPETENCIES.length;
  return [first, first + COMPETENCIES_OF[side].length];
}

/**
 * Weight of each competency of a side in the side's axis. The axis is the mean of all of them, measured or not, stretched
 * about the prior mean so that before any evidence it spreads as far as one competency does.
 */
export function axisWeight(side: Side, playbook: Playbook): number {
  const count = COMPETENCIES_OF[side].length;
  const correlation = playbook['prior.correlation'];
  return 1 / Math.sqrt(count * (1 + (count - 1) * correlation));
}

/** Prior precision of one person's competencies, row-major 13 × 13: equal correlation within a side, none between. */
export function priorPrecision(playbook: Playbook): Float64Array {
  const precision = new Float64Array(DIMENSIONS * DIMENSIONS);
  const correlation = playbook['prior.correlation'];
  const own = 1 / (playbook['prior.sd'] ** 2 * (1 - correlation));
  for (const side of SIDES) {
    const [first, end] = spanOf(side);
    // Sherman and Morrison: inverse of (1−c)I + c·11ᵀ.
    const shared = correlation / (1 + (end - first - 1) * correlation);
    for (let i = first; i < end; i++)
      for (let j = first; j < end; j++) precision[i * DIMENSIONS + j] = own * ((i === j ? 1 : 0) - shared);
  }
  return precision;
}

/** Error variance of one view of one competency, levels²: (1 − ρ)/ρ with ρ the reliability of one view. */
export function readingVariance(playbook: Playbook): number {
  const reliability = playbook['rating.reliability'];
  return (1 - reliability) / reliability;
}
