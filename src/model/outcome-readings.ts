import type { OutcomeEvidence, ReadOutcome } from '../records/evidence/types.ts';
import type { PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Competency } from '../records/voice/types.ts';
import { coordinateOf } from './competency-space.ts';

/** Which competency each outcome of tickets is a reading of; how long tickets take is one of `resolving`. */
export const COMPETENCY_OF: Record<ReadOutcome, Competency> = {
  kept: 'depth',
  lasted: 'durability',
  satisfied: 'communication',
  breadth: 'breadth',
  rescue: 'rescue',
};

/**
 * What one outcome says of one competency of several people, in levels: reading i = level i + origin of its part +
 * Σ shared[k][i]·f_k + an own error. Independent given origin and f.
 */
export type OutcomeReadings = {
  coordinate: number;
  personIds: PersonId[];
  mean: number[];
  /** Variance of the own error, levels². */
  own: number[];
  /** Loads on the errors that several share, one list a factor. */
  shared: number[][];
  /** Which connected part each belongs to, numbered from 0. */
  part: number[];
  parts: number;
};

/**
 * The outcomes as readings under a playbook: people with too few tickets are left out, and the rest widened by what no
 * column shows. Where an outcome may lie an SD of s levels apart from its competency, that is in what people differ by, too:
 * one SD between people is then √(1 + s²) levels of it. `logMinutesPerLevel`: what one level is worth in minutes; null: not measured here.
 */
export function readOutcomes(
  outcomes: readonly OutcomeEvidence[],
  known: ReadonlySet<PersonId>,
  logMinutesPerLevel: number | null,
  playbook: Playbook,
): OutcomeReadings[] {
  return outcomes.flatMap((evidence) => {
    if (evidence.status !== 'fitted') return [];
    const { personIds, reading, tickets, component } = evidence.effects;
    const kept = personIds.flatMap((id, i) =>
      known.has(id) && tickets[i]! >= playbook['tickets.need'] && reading.mean[i] != null ? [i] : [],
    );
    // One person alone is compared with nobody.
    const counts = Map.groupBy(kept, (i) => component[i]!);
    const told = kept.filter((i) => counts.get(component[i]!)!.length > 1);
    if (told.length === 0) return [];
    const apart = apartFrom(evidence.outcome, playbook);
    const perSd = Math.hypot(1, apart);
    const wider = apart ** 2 + hiddenIn(evidence.outcome, logMinutesPerLevel, playbook) ** 2;
    const numbers = [...new Set(told.map((i) => component[i]!))];
    return [
      {
        coordinate: coordinateOf(COMPETENCY_OF[evidence.outcome]),
        personIds: told.map((i) => personIds[i]!),
        mean: told.map((i) => perSd * reading.mean[i]!),
        own: told.map((i) => perSd ** 2 * reading.own[i]! + wider),
        shared: reading.shared.map((loads) => told.map((i) => perSd * loads[i]!)),
        part: told.map((i) => numbers.indexOf(component[i]!)),
        parts: numbers.length,
      },
    ];
  });
}

/** What no column shows of each reading, SD in levels. In how many areas somebody works is no matter of difficulty. */
function hiddenIn(outcome: ReadOutcome, logMinutesPerLevel: number | null, playbook: Playbook): number {
  if (outcome === 'breadth') return 0;
  return playbook['tickets.hidden-difficulty'] / (logMinutesPerLevel ?? playbook['tickets.usual-difference']);
}

/** How far an outcome may lie from the competency it is read as, SD in levels. */
function apartFrom(outcome: ReadOutcome, playbook: Playbook): number {
  if (outcome === 'satisfied') return playbook['tickets.satisfaction-spread'];
  return outcome === 'breadth' || outcome === 'rescue' ? playbook['tickets.given-spread'] : 0;
}
